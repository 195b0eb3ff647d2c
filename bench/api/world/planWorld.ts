import { createRandom, createZipf, hexOf } from './random.ts'

export interface Size {
  campaigns: number
  donors: number
  contributions: number
}

/** Amounts in millionths of the coin: they stay whole in a double, sums included. Times in seconds before the end. */
export interface World {
  size: Size
  campaigns: PlannedCampaign[]
  donorAddresses: string[]
  /** One entry a contribution: a donor and a campaign, with one or two donations and perhaps a refund. */
  campaignOf: Uint32Array
  donorOf: Uint32Array
  events: PlannedEvents
}

export interface PlannedCampaign {
  address: string
  creator: string
  goal: number
  createdTs: number
  deadlineTs: number
  raised: number
  refunded: number
  donors: number
  donations: number
  refunds: number
  withdrawnTs: number | undefined
  lastTs: number
}

export const KINDS = ['CampaignCreated', 'DonationReceived', 'Refunded', 'Withdrawn'] as const

/** In the order of their time. */
export interface PlannedEvents {
  count: number
  kind: Uint8Array
  ts: Float64Array
  campaign: Uint32Array
  /** The contribution that a donation or refund belongs to. */
  contribution: Uint32Array
  amount: Float64Array
}

/**
 * The newest block's time. It lies ahead, and the clock of the API is the later of it and the wall's: so windows and statuses
 * are the same whenever the bench runs.
 */
export const END_TS = Date.UTC(2030, 0, 1) / 1000
const DAY = 86_400
const YEARS = 2

/** Two years of campaigns, a few of which get most of what is given, by donors of whom a few give often. */
export function planWorld(size: Size, seed = 20_300_101): World {
  const random = createRandom(seed)
  const campaigns = Array.from({ length: size.campaigns }, (_, n) => planCampaign(n, size, random))
  const { campaignOf, donorOf } = planContributions(size, random)
  const events = planEvents(campaigns, campaignOf, random)
  return {
    size,
    campaigns,
    donorAddresses: Array.from({ length: size.donors }, (_, n) => hexOf(2, n, 20)),
    campaignOf,
    donorOf,
    events,
  }
}

function planCampaign(n: number, size: Size, random: () => number): PlannedCampaign {
  // Contracts are made in the order of their time; a platform grows.
  const createdTs = Math.floor(END_TS - YEARS * 365 * DAY * (1 - (n + 0.5) / size.campaigns) ** 1.4)
  return {
    address: hexOf(1, n, 20),
    creator: hexOf(3, Math.floor(random() ** 2 * (size.campaigns * 0.6)), 20),
    goal: 0,
    createdTs,
    deadlineTs: createdTs + DAY * (14 + Math.floor(random() * 77)),
    raised: 0,
    refunded: 0,
    donors: 0,
    donations: 0,
    refunds: 0,
    withdrawnTs: undefined,
    lastTs: createdTs,
  }
}

/** Pairs of a campaign and a donor, each once. */
function planContributions(size: Size, random: () => number) {
  const campaignOf = new Uint32Array(size.contributions)
  const donorOf = new Uint32Array(size.contributions)
  // Shuffled by a stride, so that the popular ones are spread over the years.
  const popular = createZipf(size.campaigns, 0.75, 20)
  const stride = 7_919
  const taken = Array.from({ length: size.campaigns }, () => new Set<number>())
  for (let i = 0; i < size.contributions; ) {
    const campaign = (popular(random) * stride) % size.campaigns
    // Every donor once before chance decides, so that there are as many as were asked for.
    const donor = i < size.donors ? i : Math.floor(random() ** 2 * size.donors)
    if (taken[campaign]!.has(donor)) continue
    taken[campaign]!.add(donor)
    campaignOf[i] = campaign
    donorOf[i] = donor
    i++
  }
  return { campaignOf, donorOf }
}

function planEvents(campaigns: PlannedCampaign[], campaignOf: Uint32Array, random: () => number): PlannedEvents {
  const most = campaigns.length * 2 + Math.ceil(campaignOf.length * 1.45)
  const draft = {
    kind: new Uint8Array(most),
    ts: new Float64Array(most),
    campaign: new Uint32Array(most),
    contribution: new Uint32Array(most),
    amount: new Float64Array(most),
  }
  let count = 0
  const add = (kind: number, ts: number, campaign: number, contribution: number, amount: number) => {
    draft.kind[count] = kind
    draft.ts[count] = ts
    draft.campaign[count] = campaign
    draft.contribution[count] = contribution
    draft.amount[count] = amount
    count++
    const one = campaigns[campaign]!
    one.lastTs = Math.max(one.lastTs, ts)
  }
  for (const [n, { createdTs }] of campaigns.entries()) add(0, createdTs, n, 0, 0)
  const givenBy = new Float64Array(campaignOf.length)
  campaignOf.forEach((n, contribution) => {
    const campaign = campaigns[n]!
    const end = Math.min(campaign.deadlineTs, END_TS)
    campaign.donors++
    for (const _ of random() < 0.1 ? [0, 1] : [0]) {
      const amount = Math.ceil(random() ** 4 * 2_000_000 + 1_000)
      const ts = Math.floor(campaign.createdTs + 12 + (end - campaign.createdTs - 12) * random() ** 1.3)
      campaign.raised += amount
      campaign.donations++
      givenBy[contribution]! += amount
      add(1, ts, n, contribution, amount)
    }
  })
  for (const campaign of campaigns) campaign.goal = Math.ceil((campaign.raised + 100_000) * (0.5 + random() * 1.6))
  campaigns.forEach((campaign, n) => {
    if (campaign.raised < campaign.goal || random() < 0.25) return
    campaign.withdrawnTs = Math.min(campaign.deadlineTs + Math.floor(random() * 10 * DAY), END_TS)
    add(3, campaign.withdrawnTs, n, 0, campaign.raised)
  })
  campaignOf.forEach((n, contribution) => {
    const campaign = campaigns[n]!
    if (campaign.raised >= campaign.goal || campaign.deadlineTs + 30 * DAY > END_TS || random() < 0.7) return
    const amount = givenBy[contribution]!
    campaign.refunded += amount
    campaign.refunds++
    add(2, campaign.deadlineTs + 60 + Math.floor(random() * 30 * DAY), n, contribution, amount)
  })
  return sortedByTime(draft, count)
}

function sortedByTime(draft: Omit<PlannedEvents, 'count'>, count: number): PlannedEvents {
  // Time and place in one double: 2^29 seconds of ten years, 2^24 events.
  const places = 2 ** 24
  const keys = new Float64Array(count)
  const firstTs = END_TS - YEARS * 366 * DAY
  for (let i = 0; i < count; i++) keys[i] = (draft.ts[i]! - firstTs) * places + i
  keys.sort()
  const order = Uint32Array.from(keys, (key) => key % places)
  const pick = <T extends Uint8Array | Uint32Array | Float64Array>(from: T): T => {
    const to = new (from.constructor as new (length: number) => T)(count)
    for (let i = 0; i < count; i++) to[i] = from[order[i]!]!
    return to
  }
  return {
    count,
    kind: pick(draft.kind),
    ts: pick(draft.ts),
    campaign: pick(draft.campaign),
    contribution: pick(draft.contribution),
    amount: pick(draft.amount),
  }
}
