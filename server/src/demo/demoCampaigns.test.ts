import { expect, test } from 'vitest'
import { demoCampaigns, parseCampaign } from './demoCampaigns.ts'
import { demoScenarios } from './demoScenarios.ts'

const CATEGORIES =
  'technology art music film games publishing food fashion environment community health education sports travel charity other'

const campaigns = demoCampaigns()

test.each(campaigns.map((campaign) => [campaign.slug, campaign] as const))(
  '%s is complete and within bounds',
  (_, campaign) => {
    expect(campaign.name.length).toBeLessThanOrEqual(80)
    expect(campaign.shortDescription.length).toBeLessThanOrEqual(160)
    expect(CATEGORIES.split(' ')).toContain(campaign.category)
    const words = campaign.description.split(/\s+/).filter((word) => /\w/.test(word)).length
    expect(words).toBeGreaterThanOrEqual(250)
    expect(words).toBeLessThanOrEqual(600)
    expect(campaign.description).toMatch(/^## /m)
    expect(campaign.tags.length).toBeGreaterThanOrEqual(2)
    for (const url of [campaign.website, campaign.discord]) {
      if (url !== undefined) expect(new URL(url).hostname).toMatch(/(^|\.)example\.org$/)
    }
  },
)

test.each(demoScenarios.map(({ slug, goalEth }) => [slug, goalEth] as const))(
  'the budget of %s adds up to its goal of %s ETH',
  (slug, goalEth) => {
    const story = campaigns.find((campaign) => campaign.slug === slug)?.description ?? ''
    // the last cell of a table's row, or a list item that ends in an amount
    const amounts = [...story.matchAll(/^\|.*\|\s*([\d.]+)\s*\|$|^- .*: ([\d.]+) ETH$/gm)].map(([, cell, item]) =>
      Number(cell ?? item),
    )
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(Number(goalEth), 9)
  },
)

test('the campaigns cover all sixteen categories', () => {
  expect(new Set(campaigns.map(({ category }) => category)).size).toBe(16)
})

test('a text without front matter is refused by name', () => {
  expect(() => parseCampaign('bare', 'Only a story.')).toThrow('"bare" has no front matter')
})
