import { accumulate, type Sums, type SumTable } from './sums.ts'
import type { CampaignFacts, VouchedEvent } from './vouch.ts'

export const campaignHours: SumTable = {
  name: 'campaign_hours',
  keys: { campaign_address: 'text', hour: 'timestamptz' },
  sums: { raised_wei: 'numeric', donations_count: 'int', refunded_wei: 'numeric', refunds_count: 'int' },
  empty: 'donations_count = 0 and refunds_count = 0',
}

export const creators: SumTable = {
  name: 'creators',
  keys: { creator_address: 'text' },
  sums: {
    campaigns_count: 'int',
    funded_count: 'int',
    withdrawn_count: 'int',
    goal_wei: 'numeric',
    raised_wei: 'numeric',
    withdrawn_wei: 'numeric',
    refunded_wei: 'numeric',
  },
  empty: 'campaigns_count = 0',
}

export const platformDays: SumTable = {
  name: 'platform_days',
  keys: { day: 'date' },
  sums: {
    campaigns_count: 'int',
    donations_count: 'int',
    refunds_count: 'int',
    withdrawals_count: 'int',
    new_donors_count: 'int',
    raised_wei: 'numeric',
    refunded_wei: 'numeric',
    withdrawn_wei: 'numeric',
  },
  empty:
    'campaigns_count = 0 and donations_count = 0 and refunds_count = 0 and withdrawals_count = 0 and new_donors_count = 0',
}

export const platformTotals: SumTable = {
  name: 'platform_totals',
  keys: {},
  sums: {
    campaigns_count: 'bigint',
    funded_count: 'bigint',
    withdrawn_count: 'bigint',
    contributions_count: 'bigint',
    donors_count: 'bigint',
    donations_count: 'bigint',
    refunds_count: 'bigint',
    events_count: 'bigint',
    goal_wei: 'numeric',
    raised_wei: 'numeric',
    refunded_wei: 'numeric',
    withdrawn_wei: 'numeric',
  },
  empty: 'events_count = 0',
}

/** What one event moves: counts and wei, by kind. */
function parts({ event, campaign }: VouchedEvent) {
  const amount = BigInt(event.amountWei ?? 0)
  const is = (name: string) => (event.name === name ? 1n : 0n)
  return {
    created: is('CampaignCreated'),
    donations: is('DonationReceived'),
    refunds: is('Refunded'),
    withdrawals: is('Withdrawn'),
    goal: is('CampaignCreated') * campaign.goalWei,
    raised: is('DonationReceived') * amount,
    refunded: is('Refunded') * amount,
    withdrawn: is('Withdrawn') * amount,
  }
}

export function sumByCampaignHour(vouched: VouchedEvent[]): Sums {
  const sums: Sums = new Map()
  for (const item of vouched) {
    const { donations, refunds, raised, refunded } = parts(item)
    if (donations + refunds === 0n) continue
    const hour = new Date(Math.floor(item.event.blockTime / 3600) * 3_600_000).toISOString()
    accumulate(sums, [item.campaign.address, hour], [raised, donations, refunded, refunds])
  }
  return sums
}

export function sumByCreator(vouched: VouchedEvent[], funded: Map<CampaignFacts, bigint>): Sums {
  const sums: Sums = new Map()
  for (const item of vouched) {
    const { created, withdrawals, goal, raised, withdrawn, refunded } = parts(item)
    accumulate(sums, [item.campaign.creator], [created, 0n, withdrawals, goal, raised, withdrawn, refunded])
  }
  for (const [campaign, change] of funded) accumulate(sums, [campaign.creator], [0n, change, 0n, 0n, 0n, 0n, 0n])
  return sums
}

/** New donors are not part of it: they depend on what is stored (see addToDonors). */
export function sumByDay(vouched: VouchedEvent[]): Sums {
  const sums: Sums = new Map()
  for (const item of vouched) {
    const { created, donations, refunds, withdrawals, raised, refunded, withdrawn } = parts(item)
    const day = new Date(item.event.blockTime * 1000).toISOString().slice(0, 10)
    accumulate(sums, [day], [created, donations, refunds, withdrawals, 0n, raised, refunded, withdrawn])
  }
  return sums
}

/** Contributions and donors that came or went are not part of it: they depend on what is stored. */
export function sumPlatform(vouched: VouchedEvent[], funded: Map<CampaignFacts, bigint>): Sums {
  const sums: Sums = new Map()
  for (const item of vouched) {
    const { created, donations, refunds, withdrawals, goal, raised, refunded, withdrawn } = parts(item)
    accumulate(sums, [], [created, 0n, withdrawals, 0n, 0n, donations, refunds, 1n, goal, raised, refunded, withdrawn])
  }
  let fundedChange = 0n
  for (const change of funded.values()) fundedChange += change
  accumulate(sums, [], [0n, fundedChange, 0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n])
  return sums
}

/** Adds to what `sumPlatform` gave. */
export function addPlatformChanges(sums: Sums, changes: { contributions: bigint; donors: bigint }): void {
  accumulate(sums, [], [0n, 0n, 0n, changes.contributions, changes.donors, 0n, 0n, 0n, 0n, 0n, 0n, 0n])
}
