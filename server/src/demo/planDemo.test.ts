import { parseEther } from 'viem'
import { expect, test } from 'vitest'
import { demoCampaigns } from './demoCampaigns.ts'
import { demoStatus } from './demoStatus.ts'
import { type DemoPlan, planDemo } from './planDemo.ts'

const nowTs = 1_795_342_861
const plan = planDemo({ nowTs })
const outcomes = plan.campaigns.map(({ slug, goalWei, deadlineTs }) => ({
  slug,
  goalWei,
  deadlineTs,
  ...demoStatus(plan, slug),
}))

/** The contract's rules on a plan: throws at the first action that it would refuse. */
function carryOut({ campaigns, actions, startTs }: DemoPlan): void {
  const open = new Map<string, { raised: bigint; withdrawn: boolean; given: Map<number, bigint>; createdTs: number }>()
  let lastTs = startTs
  for (const action of actions) {
    const terms = campaigns.find(({ slug }) => slug === action.slug)
    const refuse = (why: string): never => {
      throw new Error(`${action.kind} ${action.slug} at ${action.ts}: ${why}`)
    }
    if (!terms) throw new Error(`no campaign ${action.slug}`)
    if (action.ts < lastTs || action.ts > nowTs) refuse('out of order')
    lastTs = action.ts
    if (action.kind === 'create') {
      if (open.has(action.slug) || terms.goalWei <= 0n || terms.deadlineTs <= action.ts) refuse('bad terms')
      open.set(action.slug, { raised: 0n, withdrawn: false, given: new Map(), createdTs: action.ts })
      continue
    }
    const campaign = open.get(action.slug)
    if (!campaign) throw new Error(`${action.slug} is not created`)
    if (campaign.createdTs === action.ts) refuse('in the block of its creation')
    if (action.kind === 'donate') {
      if (action.ts >= terms.deadlineTs || campaign.withdrawn || action.amountWei <= 0n) refuse('closed')
      campaign.raised += action.amountWei
      campaign.given.set(action.accountIndex, (campaign.given.get(action.accountIndex) ?? 0n) + action.amountWei)
    } else if (action.kind === 'withdraw') {
      if (action.accountIndex !== terms.creatorIndex || campaign.raised < terms.goalWei || campaign.withdrawn)
        refuse('no')
      campaign.withdrawn = true
    } else {
      if (action.ts < terms.deadlineTs || campaign.raised >= terms.goalWei) refuse('not failed')
      if (!campaign.given.delete(action.accountIndex)) refuse('nothing to refund')
    }
  }
}

test('the plan is the same for the same time and obeys the rules of the contract at any time', () => {
  expect(planDemo({ nowTs })).toEqual(plan)
  expect(() => carryOut(plan)).not.toThrow()
  for (const seed of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
    const other = planDemo({ nowTs, seed })
    expect(() => carryOut(other)).not.toThrow()
  }
})

test('it shows every status, with at least 26 campaigns, some 60 donors and several hundred donations', () => {
  const count = (status: string) => outcomes.filter((outcome) => outcome.status === status).length
  expect(plan.campaigns.length).toBeGreaterThanOrEqual(26)
  expect(count('ACTIVE')).toBeGreaterThanOrEqual(10)
  expect(count('SUCCESS')).toBeGreaterThanOrEqual(5)
  expect(count('FAILED')).toBeGreaterThanOrEqual(3)
  expect(count('WITHDRAWN')).toBeGreaterThanOrEqual(3)
  const gifts = plan.actions.filter(({ kind }) => kind === 'donate')
  expect(gifts.length).toBeGreaterThan(500)
  expect(new Set(gifts.map(({ accountIndex }) => accountIndex)).size).toBeGreaterThanOrEqual(55)
})

test('the corners that a page must show are there', () => {
  const progress = ({ raisedWei, goalWei }: (typeof outcomes)[number]) => Number(raisedWei) / Number(goalWei)
  const active = outcomes.filter(({ status }) => status === 'ACTIVE')
  const success = outcomes.filter(({ status }) => status === 'SUCCESS')
  const failed = outcomes.filter(({ status }) => status === 'FAILED')
  expect(active.some(({ donations }) => donations === 0)).toBe(true)
  expect(active.some((outcome) => progress(outcome) > 0.95)).toBe(true)
  expect(success.some(({ deadlineTs }) => deadlineTs > nowTs)).toBe(true)
  expect(success.some(({ deadlineTs }) => deadlineTs < nowTs)).toBe(true)
  expect(success.some(({ raisedWei, goalWei }) => raisedWei === goalWei)).toBe(true)
  expect(failed.some(({ refunds }) => refunds > 0)).toBe(true)
  expect(failed.some(({ refunds, donations }) => refunds === 0 && donations > 0)).toBe(true)
})

test('goals reach from half an ether to two thousand', () => {
  const goals = plan.campaigns.map(({ goalWei }) => goalWei).sort((a, b) => (a < b ? -1 : 1))
  expect(goals[0]).toBe(parseEther('0.5'))
  expect(goals.at(-1)).toBe(parseEther('2000'))
})

test('it spreads over six weeks and leaves the accounts of the demo wallet alone', () => {
  const times = plan.actions.map(({ ts }) => ts)
  expect(Math.min(...times)).toBeGreaterThan(plan.startTs + 600)
  expect(Math.min(...times)).toBeLessThan(nowTs - 40 * 86_400)
  expect(Math.max(...times)).toBeGreaterThan(nowTs - 86_400)
  expect(Math.min(...plan.actions.map(({ accountIndex }) => accountIndex))).toBeGreaterThanOrEqual(10)
})

test('every campaign of the plan has its words, and the other way round', () => {
  expect(plan.campaigns.map(({ slug }) => slug).sort()).toEqual(demoCampaigns().map(({ slug }) => slug))
})
