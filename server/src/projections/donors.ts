import type pg from 'pg'
import { arrayLiteral } from './arrayLiteral.ts'
import type { Pair } from './contributions.ts'
import { accumulate, countBy, type Sign, type Sums } from './sums.ts'
import type { VouchedEvent } from './vouch.ts'

/** By day (`YYYY-MM-DD`, UTC): how many donors gave for the first time, and how many more or fewer there are now. */
export interface DonorChanges {
  newByDay: Map<string, number>
  total: number
}

/** A batch's movements by donor, and the time (unix seconds) of each one's first. */
export interface DonorSums {
  sums: Sums
  firstTime: Map<string, number>
}

export function sumDonors(vouched: VouchedEvent[]): DonorSums {
  const sums: Sums = new Map()
  const firstTime = new Map<string, number>()
  for (const { event } of vouched) {
    if (event.name !== 'DonationReceived' && event.name !== 'Refunded') continue
    const amount = BigInt(event.amountWei!)
    const donation = event.name === 'DonationReceived'
    accumulate(sums, [event.account], donation ? [amount, 0n, 1n, 0n] : [0n, amount, 0n, 1n])
    if (!firstTime.has(event.account)) firstTime.set(event.account, event.blockTime)
  }
  return { sums, firstTime }
}

/**
 * One row per donor of the chain. Lanes share these rows; the caller holds the chain's rollup lock, so that reading and
 * writing them is one step.
 *
 * @param pairs rows of contributions that came or went with the batch: what `campaigns_count` counts
 */
export async function addToDonors(
  tx: pg.ClientBase,
  chainId: number,
  { sums, firstTime }: DonorSums,
  pairs: Pair[],
  sign: Sign,
): Promise<DonorChanges> {
  if (sums.size === 0) return { newByDay: new Map(), total: 0 }
  const rows = [...sums.values()]
  const donors = rows.map((row) => row.key[0]!)
  const campaigns = countBy(pairs, (pair) => pair.donor)
  const before = sign === -1n ? await firstDays(tx, chainId, donors) : []
  const { rows: moved } = await tx.query<{ was: string | null; now: string }>({
    name: 'add-donors',
    text: ADD,
    values: [
      chainId,
      arrayLiteral(donors),
      ...[0, 1, 2, 3].map((index) => arrayLiteral(rows.map((row) => sign * row.amounts[index]!))),
      arrayLiteral(donors.map((donor) => sign * BigInt(campaigns.get(donor) ?? 0))),
      arrayLiteral(donors.map((donor) => firstTime.get(donor))),
    ],
  })
  if (sign === 1n)
    return changes(
      moved.flatMap(({ was }) => was ?? []),
      moved.map(({ now }) => now),
    )
  await tx.query({ name: 'take-donors', text: FORGET_REMOVED, values: [chainId, arrayLiteral(donors)] })
  return changes(before, await firstDays(tx, chainId, donors))
}

async function firstDays(tx: pg.ClientBase, chainId: number, donors: string[]): Promise<string[]> {
  const { rows } = await tx.query({
    name: 'donors-first-days',
    text: `select to_char(created_at, 'YYYY-MM-DD') as day from donors where chain_id = $1 and donor_address = any($2)`,
    values: [chainId, donors],
  })
  return rows.map((row) => row.day)
}

function changes(before: string[], after: string[]): DonorChanges {
  const newByDay = new Map<string, number>()
  for (const day of after) newByDay.set(day, (newByDay.get(day) ?? 0) + 1)
  for (const day of before) newByDay.set(day, (newByDay.get(day) ?? 0) - 1)
  return { newByDay, total: after.length - before.length }
}

// Lanes run at their own pace: another lane's first donation may be older than the one seen first. Answers the donors whose
// first day came or moved.
const ADD = `
  with before as (
    select donor_address, created_at from donors where chain_id = $1 and donor_address = any($2::text[])
  ), added as (
  insert into donors as target (chain_id, donor_address, contributed_wei, refunded_wei, donations_count, refunds_count,
                                campaigns_count, created_at)
  select $1::bigint, row.donor, contributed, refunded, donations, refunds, campaigns, to_timestamp(first_time)
  from unnest($2::text[], $3::numeric[], $4::numeric[], $5::int[], $6::int[], $7::int[], $8::bigint[])
    as row (donor, contributed, refunded, donations, refunds, campaigns, first_time)
  order by row.donor
  on conflict (chain_id, donor_address) do update set
    contributed_wei = target.contributed_wei + excluded.contributed_wei,
    refunded_wei = target.refunded_wei + excluded.refunded_wei,
    donations_count = target.donations_count + excluded.donations_count,
    refunds_count = target.refunds_count + excluded.refunds_count,
    campaigns_count = target.campaigns_count + excluded.campaigns_count,
    created_at = least(target.created_at, excluded.created_at)
  returning donor_address, created_at
  )
  select to_char(before.created_at, 'YYYY-MM-DD') as was, to_char(added.created_at, 'YYYY-MM-DD') as now
  from added left join before using (donor_address)
  where before.created_at is distinct from added.created_at`

const FORGET_REMOVED = `
  with gone as (
    delete from donors where chain_id = $1 and donor_address = any($2) and donations_count = 0 and refunds_count = 0
    returning donor_address
  )
  update donors as target set created_at = coalesce(first_event.created_at, target.created_at)
  from unnest($2::text[]) as row (donor)
  left join lateral (
    select created_at from events
    where chain_id = $1 and account_address = row.donor and not removed and event_name in ('DonationReceived', 'Refunded')
    order by block_number, log_index limit 1
  ) as first_event on true
  where target.chain_id = $1 and target.donor_address = row.donor
    and target.donor_address not in (select donor_address from gone)`
