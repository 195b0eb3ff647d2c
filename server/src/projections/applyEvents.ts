import type pg from 'pg'
import { ADVISORY_LOCKS } from '../lib/advisoryLocks.ts'
import type { ChainEvent } from '../lib/ChainEvent.ts'
import { announce } from './announce.ts'
import { addToCampaigns, type CampaignSums, deleteCampaigns, insertCampaigns, sumCampaigns } from './campaigns.ts'
import { addToContributions, type ContributionSums, sumContributions } from './contributions.ts'
import { addToDonors, type DonorSums, sumDonors } from './donors.ts'
import { insertEvents, markRemoved, mayComeBack } from './events.ts'
import {
  addPlatformChanges,
  campaignHours,
  creators,
  platformDays,
  platformTotals,
  sumByCampaignHour,
  sumByCreator,
  sumByDay,
  sumPlatform,
} from './rollups.ts'
import { accumulate, addToSums, type Sign, type Sums } from './sums.ts'
import { type CampaignFacts, type VouchedEvent, vouch, vouchAgain } from './vouch.ts'

/**
 * Adds a lane's next events to every table, inside the caller's transaction. No clock, no RPC: the same events give the
 * same rows, in whatever batches they come.
 *
 * @param events in the chain's order, all after what the lane holds
 * @returns those that count
 */
export async function applyEvents(
  tx: pg.ClientBase,
  chainId: number,
  factories: ReadonlySet<string>,
  events: ChainEvent[],
): Promise<VouchedEvent[]> {
  if (events.length === 0) return []
  const vouched = await vouch(tx, chainId, factories, events)
  if (vouched.length === 0) return []
  const inserting = insertEvents(tx, chainId, vouched, await mayComeBack(tx, chainId, vouched))
  // Worked out while PostgreSQL inserts, which takes the longest of all.
  const batch = sumBatch(vouched, 1n)
  await inserting
  await addBatch(tx, chainId, batch, 1n, vouched)
  await announce(
    tx,
    chainId,
    'applied',
    vouched.map(({ event }) => event),
    vouched.at(-1)!.event.blockNumber,
  )
  return vouched
}

/**
 * Takes away everything a lane holds above `block`: the same sums with the other sign, so that apply then revert is
 * nothing. The events stay, marked removed.
 *
 * @returns the events taken away
 */
export async function revertAbove(
  tx: pg.ClientBase,
  lane: { chainId: number; partition: number; partitions: number },
  block: number,
): Promise<ChainEvent[]> {
  const { chainId } = lane
  const events = await markRemoved(tx, lane, block)
  if (events.length === 0) return []
  const vouched = await vouchAgain(tx, chainId, events)
  await addBatch(tx, chainId, sumBatch(vouched, -1n), -1n)
  await deleteCampaigns(tx, chainId, vouched)
  await announce(tx, chainId, 'reverted', events, block)
  return events
}

/** What a batch adds up to, for each table. */
interface Batch {
  contributions: ContributionSums
  campaigns: CampaignSums
  hours: Sums
  donors: DonorSums
  creators: Sums
  days: Sums
  platform: Sums
}

function sumBatch(vouched: VouchedEvent[], sign: Sign): Batch {
  const funded = fundedChanges(vouched, sign)
  return {
    contributions: sumContributions(vouched),
    campaigns: sumCampaigns(vouched),
    hours: sumByCampaignHour(vouched),
    donors: sumDonors(vouched),
    creators: sumByCreator(vouched, funded),
    days: sumByDay(vouched),
    platform: sumPlatform(vouched, funded),
  }
}

/** `created`: events among which campaigns are created; none when the batch is taken away. */
async function addBatch(
  tx: pg.ClientBase,
  chainId: number,
  batch: Batch,
  sign: Sign,
  created: VouchedEvent[] = [],
): Promise<void> {
  const pairs = await addToContributions(tx, chainId, batch.contributions, sign)
  await addToSums(tx, campaignHours, chainId, batch.hours, sign)
  // Campaigns that come, or reach a bound, are counted at once (migration 0024), behind the lock that is taken below.
  await insertCampaigns(tx, chainId, created)
  await addToCampaigns(tx, chainId, batch.campaigns, pairs, sign)
  // The tables below are shared by all lanes of the chain: from here to the commit one lane at a time.
  await tx.query({
    name: 'rollup-lock',
    text: 'select pg_advisory_xact_lock($1, hashint8($2))',
    values: [ADVISORY_LOCKS.rollups, chainId],
  })
  const donors = await addToDonors(tx, chainId, batch.donors, pairs, sign)
  await addToSums(tx, creators, chainId, batch.creators, sign)
  for (const [day, change] of donors.newByDay)
    accumulate(batch.days, [day], [0n, 0n, 0n, 0n, sign * BigInt(change), 0n, 0n, 0n])
  await addToSums(tx, platformDays, chainId, batch.days, sign)
  addPlatformChanges(batch.platform, { contributions: BigInt(pairs.length), donors: sign * BigInt(donors.total) })
  await addToSums(tx, platformTotals, chainId, batch.platform, sign)
}

/** By campaign, 1 where the batch brings it to its goal: whatever the sign, seen from before the batch to after it. */
function fundedChanges(vouched: VouchedEvent[], sign: Sign): Map<CampaignFacts, bigint> {
  const raised = new Map<CampaignFacts, bigint>()
  const created = new Set<CampaignFacts>()
  for (const { event, campaign } of vouched) {
    raised.set(
      campaign,
      (raised.get(campaign) ?? 0n) + (event.name === 'DonationReceived' ? BigInt(event.amountWei!) : 0n),
    )
    if (event.name === 'CampaignCreated') created.add(campaign)
  }
  const changes = new Map<CampaignFacts, bigint>()
  for (const [campaign, delta] of raised) {
    const before = sign === 1n ? campaign.raisedWei : campaign.raisedWei - delta
    const after = before + delta
    const was = !created.has(campaign) && before >= campaign.goalWei
    if (!was && after >= campaign.goalWei) changes.set(campaign, 1n)
  }
  return changes
}
