import { parseEther } from 'viem'
import { DEMO_DONORS, FIRST_CREATOR_INDEX, FIRST_DONOR_INDEX } from './demoAccounts.ts'
import { type DemoScenario, demoScenarios } from './demoScenarios.ts'
import { planAmounts } from './planAmounts.ts'
import { createRandom, type Random } from './random.ts'

export interface PlannedCampaign {
  readonly slug: string
  readonly creatorIndex: number
  readonly goalWei: bigint
  readonly createdTs: number
  readonly deadlineTs: number
}

export type PlannedAction =
  | { readonly kind: 'create'; readonly ts: number; readonly slug: string; readonly accountIndex: number }
  | {
      readonly kind: 'donate'
      readonly ts: number
      readonly slug: string
      readonly accountIndex: number
      readonly amountWei: bigint
    }
  | { readonly kind: 'refund' | 'withdraw'; readonly ts: number; readonly slug: string; readonly accountIndex: number }

export interface DemoPlan {
  /** The chain must begin no later than this (anvil's `--timestamp`): six weeks before now. */
  readonly startTs: number
  readonly nowTs: number
  readonly campaigns: readonly PlannedCampaign[]
  /** In the order of their times. Actions of one time go into one block; none depends on another of its block. */
  readonly actions: readonly PlannedAction[]
}

const HOUR = 3600
const DAY = 24 * HOUR

/** What happened on the demo's chain up to `nowTs` (unix seconds): a pure function, the same plan for the same time. */
export function planDemo({ nowTs, seed = 'kindling' }: { nowTs: number; seed?: string }): DemoPlan {
  const startTs = nowTs - 42 * DAY
  const campaigns: PlannedCampaign[] = []
  const actions: PlannedAction[] = []
  for (const scenario of demoScenarios) {
    const random = createRandom(`${seed}/${scenario.slug}`)
    const createdTs = blockTs(nowTs - scenario.createdDaysAgo * DAY, nowTs)
    const campaign: PlannedCampaign = {
      slug: scenario.slug,
      creatorIndex: FIRST_CREATOR_INDEX + scenario.creator,
      goalWei: parseEther(scenario.goalEth),
      createdTs,
      deadlineTs: Math.ceil((createdTs + scenario.lastsDays * DAY) / HOUR) * HOUR,
    }
    campaigns.push(campaign)
    actions.push({ kind: 'create', ts: createdTs, slug: campaign.slug, accountIndex: campaign.creatorIndex })
    actions.push(...planDonations(scenario, campaign, nowTs, random))
  }
  actions.push(...planEndings(campaigns, actions, nowTs, seed))
  actions.sort((a, b) => a.ts - b.ts)
  return { startTs, nowTs, campaigns, actions }
}

/**
 * The time of the block that takes an action wished for at `ts`: an hour and a half share one block, ten minutes within the last day.
 * It differs from `ts` by less than that.
 */
function blockTs(ts: number, nowTs: number): number {
  const slot = nowTs - ts < DAY ? 10 * 60 : 90 * 60
  const index = Math.floor((ts - nowTs) / slot)
  // within a slot the block comes at no round minute
  return nowTs + index * slot + Math.floor(createRandom(`block ${index}`).next() * slot * 0.6)
}

function planDonations(
  scenario: DemoScenario,
  campaign: PlannedCampaign,
  nowTs: number,
  random: Random,
): PlannedAction[] {
  if (scenario.donations === 0) return []
  const amounts = planAmounts(campaign.goalWei, scenario.progress, scenario.donations, random)
  const closes = Math.min(campaign.deadlineTs, nowTs - (scenario.withdrawnDaysAgo ?? 0) * DAY)
  const ended = closes < nowTs
  const from = campaign.createdTs + 3.2 * HOUR
  const to = closes - (ended ? 3.2 * HOUR : 25 * 60)
  const times = amounts.map(() => blockTs(pickTime(from, to, ended, random), nowTs)).sort((a, b) => a - b)
  return amounts.map((amountWei, i) => ({
    kind: 'donate',
    ts: times[i] as number,
    slug: campaign.slug,
    accountIndex: FIRST_DONOR_INDEX + pickDonor(amountWei, random),
    amountWei,
  }))
}

/** Most gifts come in the first days and, where a deadline nears, in the last; few at night (UTC). */
function pickTime(from: number, to: number, ended: boolean, random: Random): number {
  for (let attempt = 0; ; attempt++) {
    const kind = random.next()
    const share =
      kind < 0.36
        ? -Math.log(1 - random.next()) * 0.1
        : kind > (ended ? 0.76 : 0.9)
          ? 1 + Math.log(1 - random.next()) * 0.07
          : random.next()
    if (share < 0 || share > 1) continue
    const ts = Math.floor(from + share * (to - from))
    const hour = Math.floor(ts / HOUR) % 24
    if (attempt > 8 || hour > 6 || random.chance(0.3)) return ts
  }
}

/** Donor 0 is the richest. Of a few passers-by the one gives whose purse fits the amount best. */
function pickDonor(amountWei: bigint, random: Random): number {
  const amountEth = Number(amountWei) / 1e18
  const misfit = (donor: number): number => Math.abs(Math.log(60 * Math.exp(-donor * 0.11)) - Math.log(amountEth))
  const passers = Array.from({ length: 6 }, () => random.int(0, DEMO_DONORS - 1))
  return passers.reduce((best, donor) => (misfit(donor) < misfit(best) ? donor : best))
}

function planEndings(
  campaigns: readonly PlannedCampaign[],
  actions: readonly PlannedAction[],
  nowTs: number,
  seed: string,
): PlannedAction[] {
  return campaigns.flatMap((campaign, i): PlannedAction[] => {
    const { withdrawnDaysAgo, refundedShare } = demoScenarios[i] as DemoScenario
    if (withdrawnDaysAgo !== undefined) {
      const ts = blockTs(nowTs - withdrawnDaysAgo * DAY, nowTs)
      return [{ kind: 'withdraw', ts, slug: campaign.slug, accountIndex: campaign.creatorIndex }]
    }
    if (!refundedShare) return []
    const random = createRandom(`${seed}/${campaign.slug}/refunds`)
    const gifts = actions.filter((action) => action.kind === 'donate' && action.slug === campaign.slug)
    const donors = [...new Set(gifts.map((gift) => gift.accountIndex))]
    return donors.slice(0, Math.round(donors.length * refundedShare)).map((accountIndex) => {
      const wish = campaign.deadlineTs + 3.2 * HOUR + random.next() ** 2 * (nowTs - campaign.deadlineTs - 5 * HOUR)
      return { kind: 'refund', ts: blockTs(wish, nowTs), slug: campaign.slug, accountIndex }
    })
  })
}
