import type pg from 'pg'
import type { Pair } from './contributions.ts'
import { withoutNul } from './events.ts'
import { accumulate, countBy, type Sign, type Sums } from './sums.ts'
import type { VouchedEvent } from './vouch.ts'

/** Rows for the campaigns that a batch creates. */
export async function insertCampaigns(tx: pg.ClientBase, chainId: number, vouched: VouchedEvent[]): Promise<void> {
  const created = vouched.map(({ event }) => event).filter((event) => event.name === 'CampaignCreated')
  if (created.length === 0) return
  await tx.query({
    name: 'insert-campaigns',
    text: `insert into campaigns (chain_id, address, factory_address, creator_address, goal_wei, deadline_ts, cid,
                                  created_block, created_log_index, created_at, updated_at)
           select $1::bigint, address, factory, creator, goal, deadline, cid, block, log_index,
                  to_timestamp(block_time), to_timestamp(block_time)
           from unnest($2::text[], $3::text[], $4::text[], $5::numeric[], $6::numeric[], $7::text[], $8::bigint[],
                       $9::int[], $10::bigint[])
             as row (address, factory, creator, goal, deadline, cid, block, log_index, block_time)`,
    values: [
      chainId,
      created.map((event) => event.campaign),
      created.map((event) => event.address),
      created.map((event) => event.account),
      created.map((event) => event.args['goal']),
      created.map((event) => event.args['deadline']),
      created.map((event) => withoutNul(event.args['cid']!)),
      created.map((event) => event.blockNumber),
      created.map((event) => event.logIndex),
      created.map((event) => event.blockTime),
    ],
  })
}

/** A batch's movements by campaign, and the time (unix seconds) of the last of each. */
export interface CampaignSums {
  sums: Sums
  lastTime: Map<string, number>
}

export function sumCampaigns(vouched: VouchedEvent[]): CampaignSums {
  const sums: Sums = new Map()
  const lastTime = new Map<string, number>()
  for (const { event } of vouched) {
    const amount = BigInt(event.amountWei ?? 0)
    accumulate(
      sums,
      [event.campaign],
      [
        event.name === 'DonationReceived' ? amount : 0n,
        event.name === 'Refunded' ? amount : 0n,
        event.name === 'Withdrawn' ? amount : 0n,
        event.name === 'Withdrawn' ? 1n : 0n,
        event.name === 'DonationReceived' ? 1n : 0n,
        1n,
      ],
    )
    lastTime.set(event.campaign, event.blockTime)
  }
  return { sums, lastTime }
}

/** Adds (or takes away) a batch's movements to the campaigns' totals. `pairs`: rows of contributions that came or went with it. */
export async function addToCampaigns(
  tx: pg.ClientBase,
  chainId: number,
  { sums, lastTime }: CampaignSums,
  pairs: Pair[],
  sign: Sign,
): Promise<void> {
  const donors = countBy(pairs, (pair) => pair.campaign)
  const rows = [...sums.values()]
  const column = (index: number) => rows.map((row) => String(sign * row.amounts[index]!))
  await tx.query({
    name: sign === 1n ? 'add-campaigns' : 'take-campaigns',
    text: `update campaigns as campaign set
             total_raised_wei = total_raised_wei + raised,
             total_refunded_wei = total_refunded_wei + refunded,
             withdrawn_amount_wei = withdrawn_amount_wei + withdrawn_wei,
             withdrawn = case when withdrawals > 0 then true when withdrawals < 0 then ${STILL_WITHDRAWN} else withdrawn end,
             donations_count = donations_count + donations,
             events_count = events_count + events,
             donors_count = donors_count + donors,
             updated_at = ${sign === 1n ? 'to_timestamp(block_time)' : 'coalesce(last_event.created_at, campaign.updated_at)'}
           from unnest($2::text[], $3::numeric[], $4::numeric[], $5::numeric[], $6::int[], $7::int[], $8::int[],
                       $9::int[], $10::bigint[])
             as row (address, raised, refunded, withdrawn_wei, withdrawals, donations, events, donors, block_time)
           ${sign === 1n ? '' : LAST_EVENT}
           where campaign.chain_id = $1 and campaign.address = row.address`,
    values: [
      chainId,
      rows.map((row) => row.key[0]),
      ...[0, 1, 2, 3, 4, 5].map(column),
      rows.map((row) => String(sign * BigInt(donors.get(row.key[0]!) ?? 0))),
      rows.map((row) => lastTime.get(row.key[0]!)),
    ],
  })
}

// Our contracts withdraw once; the rows are the events' all the same, whatever the contract.
const STILL_WITHDRAWN = `exists (
  select from events
  where chain_id = $1 and campaign_address = row.address and event_name = 'Withdrawn' and not removed
)`

// A batch is taken away from the end, so what is left last is the newest event that still counts.
const LAST_EVENT = `left join lateral (
  select created_at from events
  where chain_id = $1 and campaign_address = row.address and not removed
  order by block_number desc, log_index desc limit 1
) as last_event on true`

/** Forgets the campaigns whose creation a batch takes away. */
export async function deleteCampaigns(tx: pg.ClientBase, chainId: number, vouched: VouchedEvent[]): Promise<void> {
  const created = vouched.filter(({ event }) => event.name === 'CampaignCreated').map(({ event }) => event.campaign)
  if (created.length === 0) return
  await tx.query('delete from campaigns where chain_id = $1 and address = any($2)', [chainId, created])
}
