import type pg from 'pg'
import { ADVISORY_LOCKS } from '../lib/advisoryLocks.ts'
import { withTransaction } from '../lib/database.ts'
import { type Sql, sql } from './sql.ts'

export const PERIODS = { '24h': 24, '7d': 7 * 24, '30d': 30 * 24 } as const
export type Period = keyof typeof PERIODS

/**
 * Works out again what the windows that move with the clock hold (period_campaigns, period_donors, category_totals), as of
 * the clock given. These tables are kept reads, so this room writes them, and nobody else does. One process at a time;
 * the others go on with what is there.
 *
 * @returns whether it was done here
 */
export function refreshStandings(
  pool: pg.Pool,
  chain: { chainId: number; clockTs: number },
  version: { version: string; epoch: number },
): Promise<boolean> {
  return withTransaction(pool, async (tx) => {
    const { rows } = await tx.query('select pg_try_advisory_xact_lock($1, hashint8($2)) as mine', [
      ADVISORY_LOCKS.standings,
      chain.chainId,
    ])
    if (!rows[0].mine) return false
    // The planner takes a join of so many donations for larger than it is, and a lossy window for smaller.
    await tx.query('set local jit = off')
    for (const [period, hours] of Object.entries(PERIODS)) {
      const since = new Date((chain.clockTs - hours * 3600) * 1000)
      for (const table of ['period_campaigns', 'period_donors']) {
        await tx.query(`delete from ${table} where chain_id = $1 and period = $2`, [chain.chainId, period])
      }
      await tx.query(CAMPAIGNS, [chain.chainId, period, since])
      await tx.query(DONORS, [chain.chainId, period, since])
    }
    await tx.query('delete from category_totals where chain_id = $1', [chain.chainId])
    await tx.query(CATEGORIES, [chain.chainId])
    await tx.query(
      `insert into standings (chain_id, version, epoch, computed_at, counts)
       select $1, $2, $3, now(), jsonb_build_object(
         'campaigns', (select jsonb_object_agg(period, count) from (
           select period, count(*) as count from period_campaigns where chain_id = $1 group by 1) counted),
         'donors', (select jsonb_object_agg(period, count) from (
           select period, count(*) as count from period_donors where chain_id = $1 and contributed_wei > 0 group by 1) counted))
       on conflict (chain_id) do update set version = excluded.version, epoch = excluded.epoch,
         computed_at = excluded.computed_at, counts = excluded.counts`,
      [chain.chainId, version.version, version.epoch],
    )
    await analyzeWhereGrown(tx)
    return true
  })
}

/** How many a window holds, as it was counted when it was worked out. */
export const countOfWindow = (chainId: number, what: 'campaigns' | 'donors', period: Period): Sql =>
  sql`coalesce((select (counts #>> ${[what, period]}::text[])::bigint from standings where chain_id = ${chainId}), 0)`

/** Tables that were just filled are small to the planner until they are analyzed, which may take autovacuum a minute. */
async function analyzeWhereGrown(tx: pg.PoolClient): Promise<void> {
  const { rows } = await tx.query(
    `select relname as name from pg_class
     where oid in ('period_campaigns'::regclass, 'period_donors'::regclass, 'category_totals'::regclass)
       and pg_relation_size(oid) > 1.5 * current_setting('block_size')::int * relpages`,
  )
  for (const { name } of rows) await tx.query(`analyze ${name}`)
}

const CAMPAIGNS = `
  insert into period_campaigns (chain_id, period, campaign_address, donations_count, donors_count, raised_wei, trend)
  select $1, $2, given.campaign_address, sum(donations), count(*), sum(given.wei),
    round(coalesce(sum(sqrt(given.wei::float8 / 1e18)) filter (where given.donor <> c.creator_address), 0)::numeric, 6)
  from (
    select campaign_address, account_address as donor, count(*) as donations, sum(amount_wei) as wei
    from events
    where chain_id = $1 and created_at > $3 and event_name = 'DonationReceived' and not removed
    group by campaign_address, account_address
  ) given
  join campaigns c on c.chain_id = $1 and c.address = given.campaign_address
  group by given.campaign_address`

const DONORS = `
  insert into period_donors (chain_id, period, donor_address, contributed_wei, refunded_wei, campaigns_count)
  select $1, $2, account_address,
    coalesce(sum(amount_wei) filter (where event_name = 'DonationReceived'), 0),
    coalesce(sum(amount_wei) filter (where event_name = 'Refunded'), 0),
    count(distinct campaign_address) filter (where event_name = 'DonationReceived')
  from events
  where chain_id = $1 and created_at > $3 and event_name in ('DonationReceived', 'Refunded') and not removed
  group by account_address`

const CATEGORIES = `
  insert into category_totals (chain_id, category, campaigns_count, donations_count, goal_wei, raised_wei)
  select $1, coalesce(lower(m.category), 'other'), count(*), sum(c.donations_count), sum(c.goal_wei), sum(c.total_raised_wei)
  from campaigns c
  join campaign_metadata m on m.chain_id = c.chain_id and m.campaign_address = c.address and m.cid = c.cid
    and m.state = 'resolved'
  where c.chain_id = $1 and c.address <> all (array(select campaign_address from hidden_campaigns where chain_id = $1))
  group by 2`
