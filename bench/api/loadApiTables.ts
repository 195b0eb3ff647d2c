import type pg from 'pg'

export interface Size {
  campaigns: number
  donors: number
  donations: number
}

const CHAIN_ID = 31337
const WORDS =
  `solar lantern valley harbour library garden orchard bicycle bakery theatre cinema archive telescope violin choir school
 workshop printing letterpress novel atlas mountain river forest meadow wetland beehive honey kitchen market festival puppet radio satellite
 sensor robot software keyboard compiler museum gallery mural sculpture ceramics kiln loom wool linen repair recycle compost rain garden clinic
 midwife ambulance wheelchair playground skate climbing football rowing marathon ferry railway tram bridge lighthouse island coast kelp coral
 documentary animation comic poetry translation dictionary village neighbourhood community children elders students teachers farmers fishers
 build restore protect teach record publish open share grow learn make repair every winter summer together small large first last new old
 bright quiet honest careful wooden copper glass paper stone iron light water earth wind fire night morning street square`.split(
    /\s+/,
  )

/**
 * Fills the tables with a deterministic world, rollups included, by set-based SQL from hashes of row numbers: a year of
 * campaigns up to `end`, a few of which get most of the donations.
 */
export async function loadApiTables(pool: pg.Pool, size: Size, end: Date): Promise<void> {
  const client = await pool.connect()
  try {
    const run = (text: string, values: unknown[] = []) => client.query(text, values)
    await run("set work_mem = '256MB'")
    await run('set session_replication_role = replica')
    await run(
      `insert into chains (chain_id, name, factory_addresses) values (${CHAIN_ID}, 'Bench', '{0x5fbdb2315678afecb367f032d93f642f64180aa3}')`,
    )
    await run(
      `insert into sync_state (chain_id, seq, last_block, last_block_hash, chain_head, chain_head_time, finalized_block, catch_up_from)
      values (${CHAIN_ID}, 1, 3000000, '0x', 3000000, $1, 2999900, 0)`,
      [end],
    )
    await run(
      `insert into consumer_state (chain_id, partition, partitions, epoch, seq, last_block, last_block_hash, last_block_time)
      values (${CHAIN_ID}, 0, 1, 0, 1, 3000000, '0x', $1)`,
      [end],
    )
    // A hash as a number in [0, 1), and as an address.
    await run(`create function pg_temp.part(seed text) returns float8 language sql immutable as
      $$ select ('x' || left(md5(seed), 8))::bit(32)::bigint / 4294967296.0::float8 $$`)
    await run(`create function pg_temp.address(seed text) returns text language sql immutable as
      $$ select '0x' || md5(seed) || left(md5(seed || '+'), 8) $$`)
    await run(
      `create temp table made as
      select n, pg_temp.address('campaign' || n) as address, pg_temp.address('creator' || n % ($1::int / 3)) as creator,
        (1 + floor(pg_temp.part('goal' || n) * 100)) * 1e18::numeric as goal,
        $2::timestamptz - interval '365 days' * pg_temp.part('time' || n) as created,
        interval '1 day' * (20 + floor(pg_temp.part('days' || n) * 70)) as duration
      from generate_series(1, $1::int) n`,
      [size.campaigns, end],
    )
    await run(
      `create temp table gifts as
      select g.n, m.address, d.donor, (1 + floor(pg_temp.part('wei' || g.n) ^ 4 * 4000)) * 1e15::numeric as wei,
        date_trunc('second', m.created + (least(m.created + m.duration, $2::timestamptz) - m.created) * pg_temp.part('when' || g.n)) as at
      from generate_series(1, $1::int) g (n)
      join made m on m.n = 1 + floor(pg_temp.part('to' || g.n) ^ 3 * $3)
      cross join lateral (select pg_temp.address('donor' || floor(pg_temp.part('from' || g.n) ^ 2 * $4)) as donor) d`,
      [size.donations, end, size.campaigns, size.donors],
    )
    await run(
      `insert into events (chain_id, block_number, block_hash, tx_hash, log_index, address, event_name, campaign_address, account_address, amount_wei, event_data, created_at)
      select ${CHAIN_ID}, 3000000 - (extract(epoch from $1::timestamptz - at) / 12)::bigint, '0x' || md5('b' || name || id) || md5('c' || id), '0x' || md5('t' || id) || md5('u' || id),
        (id % 1000)::int, address, name, campaign, account, wei, data, at
      from (
        select n as id, '0x5fbdb2315678afecb367f032d93f642f64180aa3' as address, 'CampaignCreated' as name, address as campaign, creator as account, null::numeric as wei,
          jsonb_build_object('campaign', address, 'creator', creator, 'goal', goal::text) as data, created as at from made
        union all
        select n, address, 'DonationReceived', address, donor, wei, jsonb_build_object('donor', donor, 'amount', wei::text), at from gifts
      ) all_events order by at`,
      [end],
    )
    await run(`insert into contributions (chain_id, campaign_address, donor_address, contributed_wei, refunded_wei, donations_count, created_at, updated_at)
      select ${CHAIN_ID}, address, donor, sum(wei), 0, count(*), min(at), max(at) from gifts group by 2, 3 order by min(at)`)
    await run(
      `insert into campaigns (chain_id, address, factory_address, creator_address, goal_wei, deadline_ts, cid, total_raised_wei, withdrawn, withdrawn_amount_wei,
        donors_count, donations_count, events_count, created_block, created_log_index, created_at, updated_at)
      select ${CHAIN_ID}, m.address, '0x5fbdb2315678afecb367f032d93f642f64180aa3', m.creator, m.goal, extract(epoch from m.created + m.duration)::bigint, 'bafkrei' || md5('cid' || m.n) || left(md5('d' || m.n), 20),
        coalesce(g.wei, 0), coalesce(g.wei, 0) >= m.goal and n % 2 = 0, case when coalesce(g.wei, 0) >= m.goal and n % 2 = 0 then g.wei else 0 end,
        coalesce(g.donors, 0), coalesce(g.gifts, 0), coalesce(g.gifts, 0) + 1, 3000000 - (extract(epoch from $1::timestamptz - m.created) / 12)::bigint, 0, m.created, coalesce(g.last, m.created)
      from made m left join (select address, sum(wei) as wei, count(distinct donor) as donors, count(*) as gifts, max(at) as last from gifts group by 1) g using (address)`,
      [end],
    )
    await run(`insert into campaign_hours (chain_id, campaign_address, hour, raised_wei, donations_count, refunded_wei, refunds_count)
      select ${CHAIN_ID}, address, date_trunc('hour', at), sum(wei), count(*), 0, 0 from gifts group by 2, 3`)
    await run(`insert into donors (chain_id, donor_address, contributed_wei, refunded_wei, donations_count, refunds_count, campaigns_count, created_at)
      select ${CHAIN_ID}, donor, sum(wei), 0, count(*), 0, count(distinct address), min(at) from gifts group by 2`)
    await run(`insert into creators (chain_id, creator_address, campaigns_count, funded_count, withdrawn_count, goal_wei, raised_wei, withdrawn_wei, refunded_wei)
      select chain_id, creator_address, count(*), count(*) filter (where total_raised_wei >= goal_wei), count(*) filter (where withdrawn), sum(goal_wei), sum(total_raised_wei), sum(withdrawn_amount_wei), 0
      from campaigns group by 1, 2`)
    await run(`insert into platform_days (chain_id, day, campaigns_count, donations_count, refunds_count, withdrawals_count, new_donors_count, raised_wei, refunded_wei, withdrawn_wei)
      select ${CHAIN_ID}, at::date, 0, count(*), 0, 0, 0, sum(wei), 0, 0 from gifts group by 2`)
    await run(`insert into platform_totals (chain_id, campaigns_count, funded_count, withdrawn_count, contributions_count, donors_count, donations_count, refunds_count, events_count, goal_wei, raised_wei, refunded_wei, withdrawn_wei)
      select ${CHAIN_ID}, count(*), count(*) filter (where total_raised_wei >= goal_wei), count(*) filter (where withdrawn), (select count(*) from contributions), (select count(*) from donors),
        sum(donations_count), 0, sum(events_count), sum(goal_wei), sum(total_raised_wei), 0, sum(withdrawn_amount_wei) from campaigns`)
    await run('set session_replication_role = origin')
    await run(`create function pg_temp.words(seed text, count int) returns text language sql immutable as
      $$ select string_agg(($words$${JSON.stringify(WORDS)}$words$::jsonb) ->> floor(pg_temp.part(seed || i) ^ 2 * ${WORDS.length})::int, ' ') from generate_series(1, count) i $$`)
    await run(`insert into campaign_metadata (chain_id, campaign_address, cid, state, verified, name, short_description, description, category, tags, location, creator_name, image_cid, ipfs_fetched_at)
      select ${CHAIN_ID}, m.address, c.cid, 'resolved', true, initcap(pg_temp.words('n' || n, 4)), pg_temp.words('s' || n, 16), pg_temp.words('d' || n, 250),
        (array['technology','art','music','film','games','publishing','food','fashion','environment','community','health','education','sports','travel','charity','other'])[1 + n % 16],
        jsonb_build_array(pg_temp.words('t' || n, 1), pg_temp.words('u' || n, 1)), initcap(pg_temp.words('l' || n, 1)), initcap(pg_temp.words('c' || n, 2)), c.cid, now()
      from made m join campaigns c using (address)`)
    await run('drop table made, gifts')
    await run('vacuum (analyze)')
  } finally {
    client.release(true)
  }
}
