import type { CampaignStatus } from '../../queries/campaignRow.ts'

/** A small world whose every row is known: inserted into tables by insertWorld, and asked by the tests' plain oracles. */
export interface WorldCampaign {
  chain_id: number
  address: string
  factory_address: string
  creator_address: string
  goal_wei: bigint
  deadline_ts: bigint
  cid: string
  withdrawn: boolean
  created_block: number
  created_at: Date
  donations: WorldDonation[]
  metadata: WorldMetadata | null
}

export interface WorldDonation {
  donor_address: string
  amount_wei: bigint
  block_number: number
  log_index: number
  at: Date
  refunded: boolean
}

export interface WorldMetadata {
  cid: string
  state: 'pending' | 'resolved' | 'failed'
  name: string | null
  category: string | null
  location: string | null
  tags: string[]
  image_cid: string | null
}

export const CHAIN_ID = 31337
export const OTHER_CHAIN_ID = 10
export const MAX = 2n ** 256n - 1n
export const ETH = 10n ** 18n
export const IMAGE_CID = 'bafkreicysg23kiwv34eg2d7qweipxwosdo2py4ldv42nbauguluen5v6am'

const DAY = 86_400
const FIRST_SECOND = Date.UTC(2026, 0, 1) / 1000
const PAST = BigInt(Date.UTC(2026, 1, 1) / 1000)
const FUTURE = BigInt(Date.UTC(2200, 0, 1) / 1000)

export const addressOf = (kind: string, index: number) =>
  `0x${Buffer.from(kind).toString('hex')}${String(index).padStart(40 - kind.length * 2, '0')}`
export const hashOf = (kind: string, index: number) =>
  `0x${Buffer.from(kind).toString('hex')}${String(index).padStart(64 - kind.length * 2, '0')}`

/** Park and Miller's generator: the same world from the same seed. */
export function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

export function createWorld(seed = 7): WorldCampaign[] {
  const random = createRandom(seed)
  const campaigns: WorldCampaign[] = []
  for (let i = 0; i < 60; i++) {
    const goal = [1n, ETH / 2n, ETH, 25n * ETH, 2000n * ETH][random(5)]!
    campaigns.push(
      createCampaign(random, i, goal, random(2) === 0 ? PAST + BigInt(random(5)) : FUTURE + BigInt(random(9))),
    )
  }
  campaigns.push(createCampaign(random, 60, MAX, MAX))
  // The border cases of progress: 99.999 %, exactly 100 %, nothing at all.
  const almost = createCampaign(random, 61, 100_000n, FUTURE)
  almost.donations = [donation(random, almost, 99_999n)]
  const exact = createCampaign(random, 62, 100_000n, FUTURE)
  exact.donations = [donation(random, exact, 100_000n)]
  const none = createCampaign(random, 63, ETH, PAST)
  none.donations = []
  none.withdrawn = false
  for (const campaign of [almost, exact]) campaign.withdrawn = false
  const elsewhere = createCampaign(random, 64, ETH, FUTURE)
  elsewhere.chain_id = OTHER_CHAIN_ID
  return [...campaigns, almost, exact, none, elsewhere]
}

function createCampaign(random: (below: number) => number, i: number, goal: bigint, deadline: bigint): WorldCampaign {
  const createdBlock = 10 + i
  const campaign: WorldCampaign = {
    chain_id: CHAIN_ID,
    address: addressOf('ca', (i * 7_919) % 1_000),
    factory_address: addressOf('fa', random(2)),
    creator_address: addressOf('c0', random(5)),
    goal_wei: goal,
    deadline_ts: deadline,
    cid: i % 9 === 0 ? '' : `bafkreicampaign${i}`,
    withdrawn: false,
    created_block: createdBlock,
    // Several share a second: ties have to be broken.
    created_at: new Date((FIRST_SECOND + (i >> 2) * DAY) * 1000),
    donations: [],
    metadata: null,
  }
  for (let n = random(6); n > 0; n--) campaign.donations.push(donation(random, campaign, amountFor(random, goal)))
  const raised = totals(campaign).raised
  if (raised >= goal) campaign.withdrawn = random(2) === 0
  else if (deadline === PAST) for (const one of campaign.donations) one.refunded = one.donor_address.endsWith('1')
  if (campaign.cid !== '') campaign.metadata = createMetadata(random, i, campaign.cid)
  return campaign
}

function amountFor(random: (below: number) => number, goal: bigint): bigint {
  return goal === MAX ? 123n * ETH + 1n : (goal * BigInt(random(60))) / 100n + 1n
}

function donation(random: (below: number) => number, campaign: WorldCampaign, amount: bigint): WorldDonation {
  return {
    donor_address: addressOf('d0', random(9)),
    amount_wei: amount,
    block_number: campaign.created_block + random(30),
    log_index: campaign.created_block * 10 + campaign.donations.length,
    at: new Date(campaign.created_at.getTime() + random(72) * 3_600_000),
    refunded: false,
  }
}

function createMetadata(random: (below: number) => number, i: number, cid: string): WorldMetadata | null {
  const kind = random(6)
  if (kind === 0) return null
  return {
    // One row of an older document: it does not count.
    cid: kind === 1 ? `${cid}old` : cid,
    state: kind === 2 ? 'failed' : kind === 3 ? 'pending' : 'resolved',
    name: `Campaign ${i}`,
    category: ['technology', 'art', 'music'][random(3)]!,
    location: [null, 'Zürich, Switzerland', 'Berlin 100%_'][random(3)]!,
    tags: [[], ['solar'], ['solar', 'it\'s "quoted"']][random(3)]!,
    image_cid: [null, IMAGE_CID, `${IMAGE_CID}/a dir/1.png`][random(3)]!,
  }
}

export function totals(campaign: WorldCampaign) {
  const sum = (donations: WorldDonation[]) => donations.reduce((all, one) => all + one.amount_wei, 0n)
  return {
    raised: sum(campaign.donations),
    refunded: sum(campaign.donations.filter((one) => one.refunded)),
    donors: new Set(campaign.donations.map((one) => one.donor_address)).size,
  }
}

/** In hundredths of a percent. */
export const progressOf = (campaign: WorldCampaign): bigint => (totals(campaign).raised * 10_000n) / campaign.goal_wei

export function statusOf(campaign: WorldCampaign, clockTs = BigInt(Math.floor(Date.now() / 1000))): CampaignStatus {
  if (campaign.withdrawn) return 'WITHDRAWN'
  if (totals(campaign).raised >= campaign.goal_wei) return 'SUCCESS'
  return clockTs >= campaign.deadline_ts ? 'FAILED' : 'ACTIVE'
}

/** The document as it counts: resolved, and of the CID that the campaign has. */
export function resolvedMetadata(campaign: WorldCampaign): WorldMetadata | null {
  const { metadata } = campaign
  return metadata?.state === 'resolved' && metadata.cid === campaign.cid ? metadata : null
}
