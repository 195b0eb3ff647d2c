import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { renderHero } from './artwork.ts'
import { type DemoCampaign, demoCampaigns } from './demoCampaigns.ts'
import { publishDemo } from './publishDemo.ts'

// The aliases of metadata documents, first match wins.
const ALIASES: Record<string, readonly string[]> = {
  name: ['name', 'title'],
  shortDescription: ['short_description', 'shortDescription', 'summary'],
  image: ['image', 'image_cid', 'imageCid'],
  banner: ['banner', 'banner_cid', 'bannerCid', 'cover'],
  creatorName: ['creator_name', 'creatorName', 'author'],
  avatar: ['creator_avatar', 'creatorAvatar', 'avatar'],
  website: ['website', 'website_url', 'url'],
  twitter: ['twitter', 'twitter_handle', 'twitterHandle'],
  discord: ['discord', 'discord_url', 'discordUrl'],
}

const files = new Map<string, Uint8Array>()
let cids: Map<string, string>

beforeAll(async () => {
  const putFile = async (bytes: Uint8Array) => {
    const cid = `b${createHash('sha256').update(bytes).digest('hex')}`
    files.set(cid, bytes)
    return cid
  }
  cids = await publishDemo({ putFile })
}, 240_000)

function documentOf({ slug }: DemoCampaign): Record<string, unknown> {
  return JSON.parse(new TextDecoder().decode(files.get(cids.get(slug) as string))) as Record<string, unknown>
}

const read = (document: Record<string, unknown>, field: string): unknown =>
  (ALIASES[field] as readonly string[]).map((alias) => document[alias]).find((value) => value !== undefined)

test('each document says by the known aliases what the campaign says', () => {
  for (const campaign of demoCampaigns()) {
    const document = documentOf(campaign)
    for (const field of ['name', 'shortDescription', 'creatorName', 'website', 'twitter', 'discord'] as const) {
      expect(read(document, field), `${field} of ${campaign.slug}`).toBe(campaign[field])
    }
    expect(document['description']).toBe(campaign.description)
    expect(document['category']).toBe(campaign.category)
    expect(document['tags']).toEqual(campaign.tags)
    expect(document['location']).toBe(campaign.location)
  }
})

test('the documents between them use every alias and every form of an image reference', () => {
  const documents = demoCampaigns().map(documentOf)
  const used = new Set(documents.flatMap((document) => Object.keys(document)))
  for (const alias of Object.values(ALIASES).flat()) expect(used).toContain(alias)
  const forms = documents.map((document) => String(read(document, 'image')).replace(/b[0-9a-f]{64}/, 'CID'))
  expect(new Set(forms)).toEqual(new Set(['CID', 'ipfs://CID', 'https://gateway.example.org/ipfs/CID']))
})

test('every image named is stored, has its size, and all together stay small', async () => {
  for (const campaign of demoCampaigns()) {
    const document = documentOf(campaign)
    for (const [field, width, height] of [
      ['image', 1200, 800],
      ['banner', 1600, 500],
      ['avatar', 256, 256],
    ] as const) {
      const cid = /b[0-9a-f]{64}/.exec(String(read(document, field)))?.[0] as string
      const { width: w, height: h, format } = await sharp(files.get(cid)).metadata()
      expect([w, h, format]).toEqual([width, height, 'webp'])
    }
  }
  const total = [...files.values()].reduce((sum, bytes) => sum + bytes.byteLength, 0)
  expect(total).toBeLessThan(6_000_000)
})

test('the same picture is drawn twice to the same bytes', async () => {
  const [one, two] = [await renderHero('ember-halt-clock'), await renderHero('ember-halt-clock')]
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
})

test('a campaign without a scene is refused by name', async () => {
  await expect(renderHero('nowhere')).rejects.toThrow('"nowhere" has no scene')
})
