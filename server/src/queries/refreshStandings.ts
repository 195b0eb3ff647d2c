import type pg from 'pg'
import { ADVISORY_LOCKS } from '../lib/advisoryLocks.ts'
import { withTransaction } from '../lib/database.ts'
import { type CampaignStatus, statusAt } from './campaignRow.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { join, run, type Sql, sql } from './sql.ts'
import { PERIODS, type Period, writeWindows } from './writeWindows.ts'

type Position = Pick<ChainPosition, 'chainId' | 'clockTs' | 'epoch' | 'feedId' | 'version'>

/**
 * Works out again what the windows that move with the clock hold (period_campaigns, period_donors, category_totals), as of
 * the clock given, where they do not hold still. These tables are kept reads, so this room writes them, and nobody else does. One process at a
 * time; the others go on with what is there. The counts of campaigns are brought near the clock too.
 *
 * @param isAnew whatever is known of them
 * @returns whether it was done here
 */
export async function refreshStandings(pool: pg.Pool, chain: Position, isAnew = false): Promise<boolean> {
  const isDone = await writeStandings(pool, chain, isAnew)
  // In a transaction of its own, since lanes wait for it; it waits for none of them, since a reader may wait for this.
  if (isDone) {
    const ts = Math.floor(chain.clockTs / COUNTS_MOVE_S) * COUNTS_MOVE_S
    await pool.query({ text: MOVE_COUNTS, values: [chain.chainId, ts, ADVISORY_LOCKS.rollups] })
  }
  return isDone
}

function writeStandings(pool: pg.Pool, chain: Position, isAnew: boolean): Promise<boolean> {
  return withTransaction(pool, async (tx) => {
    const { rows } = await tx.query('select pg_try_advisory_xact_lock($1, hashint8($2)) as mine', [
      ADVISORY_LOCKS.standings,
      chain.chainId,
    ])
    if (!rows[0].mine) return false
    // The planner takes a join of so many donations for larger than it is.
    await tx.query('set local jit = off')
    if (!isAnew && (await holdStill(tx, chain))) {
      await run(
        tx,
        sql`update standings set version = ${chain.version}, held_at = now() where chain_id = ${chain.chainId}`,
      )
      return true
    }
    // A month's donations are sorted and hashed in memory.
    await tx.query("set local work_mem = '64MB'")
    // Windows that are empty yet are nothing to the planner, so it would look through them for each row that it puts in.
    await tx.query('set local enable_nestloop = off')
    await writeWindows(tx, chain.chainId, chain.clockTs)
    await tx.query('delete from category_totals where chain_id = $1', [chain.chainId])
    await tx.query(CATEGORIES, [chain.chainId])
    await run(
      tx,
      sql`insert into standings (chain_id, version, epoch, feed_id, clock_ts, computed_at, known_at, held_at, counts)
       select ${chain.chainId}, ${chain.version}, ${chain.epoch}, ${chain.feedId}, ${chain.clockTs}, now(), now(), null, jsonb_build_object(
         'tookMs', extract(epoch from clock_timestamp() - now()) * 1000, 'campaigns', (select jsonb_object_agg(period, count) from (
           select period, count(*) as count from period_campaigns where chain_id = ${chain.chainId} group by 1) counted),
         'donors', (select jsonb_object_agg(period, count) from (
           select period, count(*) as count from period_donors where chain_id = ${chain.chainId} and contributed_wei > 0 group by 1) counted),
         'statuses', (select jsonb_object_agg(period, statuses) from (
           select period, jsonb_object_agg(status, count) as statuses from (
             select t.period, ${statusAt(chain.clockTs)} as status, count(*) as count from period_campaigns t
             join campaigns c on c.chain_id = t.chain_id and c.address = t.campaign_address
             where t.chain_id = ${chain.chainId} group by 1, 2) counted group by 1) counted))
       on conflict (chain_id) do update set version = excluded.version, epoch = excluded.epoch, feed_id = excluded.feed_id,
         clock_ts = excluded.clock_ts, computed_at = excluded.computed_at, known_at = excluded.known_at, held_at = excluded.held_at, counts = excluded.counts`,
    )
    await analyzeWhereGrown(tx)
    return true
  })
}

/**
 * Whether working windows out again would give what is there: nothing happened since, no event left a window as its beginning moved on, and
 * no campaign's deadline passed.
 */
async function holdStill(tx: pg.PoolClient, { chainId, clockTs, epoch, feedId }: Position): Promise<boolean> {
  const [last] = await run<{ clockTs: number }>(
    tx,
    sql`select clock_ts as "clockTs" from standings where chain_id = ${chainId} and epoch = ${epoch}
      and feed_id = ${feedId} and known_at = computed_at`,
  )
  if (last === undefined || last.clockTs > clockTs) return false
  if (last.clockTs === clockTs) return true
  const left = Object.values(PERIODS).map(
    (hours) => sql`created_at > to_timestamp(${last.clockTs - hours * 3600}::float8)
      and created_at <= to_timestamp(${clockTs - hours * 3600}::float8)`,
  )
  // Mostly there is none, for which the planner would rather look at every event, by several processes, than at an index.
  await tx.query('set local enable_seqscan = off')
  await tx.query('set local max_parallel_workers_per_gather = 0')
  const [row] = await run<{ moved: boolean }>(
    tx,
    sql`select ${join(
      left.map((within) => sql`exists (select from events where chain_id = ${chainId} and ${within})`),
      ' or ',
    )} or exists (
        select from campaigns where chain_id = ${chainId} and deadline_ts > ${last.clockTs} and deadline_ts <= ${clockTs}
      ) as moved`,
  )
  await tx.query('set local enable_seqscan to default')
  await tx.query('set local max_parallel_workers_per_gather to default')
  return !row!.moved
}

/** How many a window holds, as it was counted when it was worked out. */
export const countOfWindow = (chainId: number, what: 'campaigns' | 'donors', period: Period): Sql =>
  sql`coalesce((select (counts #>> ${[what, period]}::text[])::bigint from standings where chain_id = ${chainId}), 0)`

/** How many of a window's campaigns had one of these statuses when it was worked out; null where that was not counted. */
export const countOfStatuses = (chainId: number, statuses: readonly CampaignStatus[], period: Period): Sql =>
  sql`(select sum(coalesce((counts #>> array['statuses', ${period}::text, status])::bigint, 0))::bigint
    from standings, unnest(${statuses}::text[]) as status where chain_id = ${chainId} and counts ? 'statuses')`

/** Tables that were just filled are small to the planner until they are analyzed, which may take autovacuum a minute. */
async function analyzeWhereGrown(tx: pg.PoolClient): Promise<void> {
  const { rows } = await tx.query(
    `select relname as name from pg_class
     where oid in ('period_campaigns'::regclass, 'period_donors'::regclass, 'category_totals'::regclass)
       and pg_relation_size(oid) > 1.5 * current_setting('block_size')::int * relpages`,
  )
  for (const { name } of rows) await tx.query(`analyze ${name}`)
}

const COUNTS_MOVE_S = 600
/**
 * Blocks take the moment of the counts along (migration 0024), but those of a backfill are far behind the clock, and after a chain that was
 * ahead went back none would: then a read would look at every campaign whose deadline lies between.
 */
const MOVE_COUNTS = `
  select move_counted_at($1, $2) where case when exists (select from counted_at where chain_id = $1 and ts = $2) then false
    else pg_try_advisory_xact_lock($3, hashint8($1)) end`

const CATEGORIES = `
  insert into category_totals (chain_id, category, campaigns_count, donations_count, goal_wei, raised_wei)
  select $1, coalesce(lower(m.category), 'other'), count(*), sum(c.donations_count), sum(c.goal_wei), sum(c.total_raised_wei)
  from campaigns c
  join campaign_metadata m on m.chain_id = c.chain_id and m.campaign_address = c.address and m.cid = c.cid
    and m.state = 'resolved'
  where c.chain_id = $1 and c.address <> all (array(select campaign_address from hidden_campaigns where chain_id = $1))
  group by 2`
