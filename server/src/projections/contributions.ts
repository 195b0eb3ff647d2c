import type pg from 'pg'
import { arrayLiteral } from './arrayLiteral.ts'
import { accumulate, type Sign, type Sums } from './sums.ts'
import type { VouchedEvent } from './vouch.ts'

/** A row of contributions that a batch made, or that went with it. */
export interface Pair {
  campaign: string
  donor: string
}

/** A batch's movements by campaign and donor, and the times (unix seconds) of the first and last of each. */
export interface ContributionSums {
  sums: Sums
  times: Map<string, { first: number; last: number }>
}

export function sumContributions(vouched: VouchedEvent[]): ContributionSums {
  const sums: Sums = new Map()
  const times: ContributionSums['times'] = new Map()
  for (const { event } of vouched) {
    if (event.name !== 'DonationReceived' && event.name !== 'Refunded') continue
    const amount = BigInt(event.amountWei!)
    const donation = event.name === 'DonationReceived'
    const key = [event.campaign, event.account]
    accumulate(sums, key, [donation ? amount : 0n, donation ? 0n : amount, donation ? 1n : 0n])
    const id = key.join(' ')
    const time = times.get(id)
    if (time) time.last = event.blockTime
    else times.set(id, { first: event.blockTime, last: event.blockTime })
  }
  return { sums, times }
}

/**
 * One row per campaign and donor.
 *
 * @returns the rows that came (adding) or went (taking away)
 */
export async function addToContributions(
  tx: pg.ClientBase,
  chainId: number,
  { sums, times }: ContributionSums,
  sign: Sign,
): Promise<Pair[]> {
  if (sums.size === 0) return []
  const ids = [...sums.keys()]
  const rows = [...sums.values()]
  const values = [
    chainId,
    arrayLiteral(rows.map((row) => row.key[0])),
    arrayLiteral(rows.map((row) => row.key[1])),
    ...[0, 1, 2].map((index) => arrayLiteral(rows.map((row) => row.amounts[index]))),
  ]
  if (sign === 1n) {
    const added = await tx.query({
      name: 'add-contributions',
      text: ADD,
      values: [
        ...values,
        arrayLiteral(ids.map((id) => times.get(id)!.first)),
        arrayLiteral(ids.map((id) => times.get(id)!.last)),
      ],
    })
    return added.rows.filter((row) => row.inserted)
  }
  await tx.query({ name: 'take-contributions', text: TAKE, values })
  const gone = await tx.query({ name: 'empty-contributions', text: DELETE_EMPTY, values: values.slice(0, 3) })
  return gone.rows
}

// xmax is 0 on a row that this statement inserted (PostgreSQL manual, "System Columns").
const ADD = `
  insert into contributions as target (chain_id, campaign_address, donor_address, contributed_wei, refunded_wei,
                                       donations_count, created_at, updated_at)
  select $1::bigint, campaign, donor, contributed, refunded, donations, to_timestamp(first_time), to_timestamp(last_time)
  from unnest($2::text[], $3::text[], $4::numeric[], $5::numeric[], $6::int[], $7::bigint[], $8::bigint[])
    as row (campaign, donor, contributed, refunded, donations, first_time, last_time)
  order by campaign, donor
  on conflict (chain_id, campaign_address, donor_address) do update set
    contributed_wei = target.contributed_wei + excluded.contributed_wei,
    refunded_wei = target.refunded_wei + excluded.refunded_wei,
    donations_count = target.donations_count + excluded.donations_count,
    updated_at = excluded.updated_at
  returning campaign_address as campaign, donor_address as donor, xmax = 0 as inserted`

const TAKE = `
  update contributions as target set
    contributed_wei = contributed_wei - contributed,
    refunded_wei = refunded_wei - refunded,
    donations_count = donations_count - donations,
    updated_at = coalesce(last_event.created_at, target.updated_at)
  from unnest($2::text[], $3::text[], $4::numeric[], $5::numeric[], $6::int[])
    as row (campaign, donor, contributed, refunded, donations)
  left join lateral (
    select created_at from events
    where chain_id = $1 and account_address = row.donor and campaign_address = row.campaign and not removed
      and event_name in ('DonationReceived', 'Refunded')
    order by block_number desc, log_index desc limit 1
  ) as last_event on true
  where target.chain_id = $1 and target.campaign_address = row.campaign and target.donor_address = row.donor`

const DELETE_EMPTY = `
  delete from contributions as target
  using unnest($2::text[], $3::text[]) as row (campaign, donor)
  where target.chain_id = $1 and target.campaign_address = row.campaign and target.donor_address = row.donor
    and target.donations_count = 0 and target.refunded_wei = 0
  returning target.campaign_address as campaign, target.donor_address as donor`
