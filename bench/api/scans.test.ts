import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../server/src/app.ts'
import { readConfig } from '../../server/src/lib/config.ts'
import { createPool } from '../../server/src/lib/database.ts'
import { createLogger } from '../../server/src/lib/logger.ts'
import { createTestDatabase, type TestDatabase } from '../../server/test/support/createTestDatabase.ts'
import { countScans, scannedBetween } from './countScans.ts'
import { listRoutes } from './routes.ts'
import { CHAIN_ID, loadWorld } from './world/loadWorld.ts'
import { END_TS } from './world/planWorld.ts'

const SIZE = { campaigns: 4_000, donors: 8_000, contributions: 60_000 }

let database: TestDatabase
let pool: ReturnType<typeof createPool>
let app: ReturnType<typeof createApp>

beforeAll(async () => {
  database = await createTestDatabase()
  await loadWorld(database.url, SIZE, () => {})
  // One connection, which is told to report what it did.
  pool = createPool(database.url, { max: 1, name: 'test scans' })
  app = createApp({
    config: readConfig({ RATE_LIMIT_ANON: '1000000/minute' }),
    pool,
    logger: createLogger({ level: 'silent' }),
    version: 'test',
    readiness: async () => ({ ready: true, checks: {} }),
    keptBytes: 0,
  })
  // The windows are worked out by whoever asks first.
  await get('/api/v1/stats/categories/')
}, 120_000)
afterAll(async () => {
  await app.close()
  await pool.end()
  await database.drop()
})

async function get(url: string) {
  const response = await app.inject(url)
  if (response.statusCode !== 200) throw new Error(`${url} answered ${response.statusCode}: ${response.body}`)
  return response.json()
}

interface Found {
  count: number
  exhaustive?: boolean
  facets: Record<string, Record<string, number>>
  results: { address: string }[]
  next_cursor: string | null
}

/** The first page, with the addresses of all of them. */
async function walk(url: string): Promise<Found & { addresses: Set<string> }> {
  const first: Found = await get(url)
  const addresses = new Set<string>()
  for (let page = first; ; page = await get(`${url}&cursor=${page.next_cursor}`)) {
    for (const { address } of page.results) addresses.add(address)
    if (page.next_cursor === null) return { ...first, addresses }
  }
}

const reported = async () => {
  await pool.query('select pg_stat_force_next_flush()')
  await pool.query('select 1')
  return countScans(database.url)
}

describe('at thousands of campaigns', () => {
  it('no list, search or statistic reads a big table whole', async () => {
    const scanned: Record<string, object> = {}
    for (const { name, paths } of await listRoutes(pool)) {
      const before = await reported()
      for (const path of paths.slice(0, 8)) await get(path)
      const tables = scannedBetween(before, await reported())
      // Which of a window's campaigns are active has to be looked at one by one, and a window is a third of its table.
      if (name === 'campaign leaders, active') delete tables['period_campaigns']
      if (Object.keys(tables).length > 0) scanned[name] = tables
    }
    expect(scanned).toEqual({})
  })

  it('no list, facet, leaderboard or campaign is planned anew for each request', async () => {
    const isMeant = (name: string) => /^list|^facets|leaders|^detail/.test(name)
    const routes = (await listRoutes(pool)).filter(({ name }) => isMeant(name))
    // PostgreSQL compares a plan for any values with those of the first five requests.
    for (const path of routes.flatMap(({ paths }) => paths.slice(0, 8))) for (let i = 0; i < 7; i++) await get(path)
    const { rows } = await pool.query(
      'select statement from pg_prepared_statements where generic_plans = 0 and custom_plans > 5',
    )
    expect(rows).toEqual([])
  })

  it("a campaign's series is read from its index alone, whose pages hold its hours side by side", async () => {
    const read = async () => {
      await reported()
      const { rows } = await pool.query(
        `select idx_tup_read::int as entries, idx_tup_fetch::int as rows from pg_stat_user_indexes
         where indexrelname = 'campaign_hours_pkey'`,
      )
      return rows[0]
    }
    const route = (await listRoutes(pool)).find(({ name }) => name === 'campaign series by day')!
    const before = await read()
    for (const path of route.paths.slice(0, 8)) await get(path)
    const after = await read()
    expect(after.entries - before.entries).toBeGreaterThan(8)
    expect(after.rows - before.rows).toBe(0)
  })

  it('a word that very many use is looked for in the newest, and in the titles of older ones too', async () => {
    // Of the oldest one the title says it, and of the one after it the story alone does.
    const { rows } = await pool.query(
      `update campaign_metadata set name = case when id % 2 = 1 then 'Future' else 'Xylophone' end, short_description = 'x',
         tags = '[]', description = 'the future' where id in (select id from campaign_metadata order by id limit 2)
       returning campaign_address as address, name`,
    )
    const all = await get('/api/v1/campaigns/?q=future&page_size=1')
    const found = await walk('/api/v1/campaigns/search/?q=future&page_size=100')
    expect(found.exhaustive).toBe(false)
    expect(found.count).toBeGreaterThan(100)
    expect(found.count).toBeLessThan(all.count)
    expect(found.addresses.size).toBe(found.count)
    for (const counts of Object.values(found.facets)) {
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(found.count)
    }
    for (const { address, name } of rows) expect(found.addresses.has(address)).toBe(name === 'Future')
  })

  it('of a word that very many titles use, a campaign that moves more than all others is found however old it is', async () => {
    // What a window holds is worked out again once a minute at most.
    await get('/api/v1/stats/categories/')
    const search = () => walk('/api/v1/campaigns/search/?q=community&page_size=100')
    const before = await search()
    const { rows } = await pool.query(
      `select campaign_address as address from campaign_metadata
       where search_title @@ plainto_tsquery('kindling', 'community') and campaign_address <> all ($1) order by id limit 1`,
      [[...before.addresses]],
    )
    const [{ address }] = rows
    expect([before.exhaustive, before.addresses.has(address)]).toEqual([false, false])
    await pool.query(
      `insert into period_campaigns (chain_id, period, campaign_address, donations_count, donors_count, raised_wei, trend)
       values ($1, '7d', $2, 90000, 90000, 1, 1000000)
       on conflict (chain_id, period, campaign_address) do update set donors_count = 90000, trend = 1000000`,
      [CHAIN_ID, address],
    )
    // What is given to is open.
    await pool.query('update campaigns set deadline_ts = 4000000000 where chain_id = $1 and address = $2', [
      CHAIN_ID,
      address,
    ])
    await pool.query("select add_to_feed($1, 'applied', null, null, array[$2])", [CHAIN_ID, address])
    // As whoever works a window out anew says.
    await pool.query('update standings set computed_at = now() where chain_id = $1', [CHAIN_ID])
    const after = await search()
    expect(after.addresses.has(address)).toBe(true)
    expect(after.count).toBe(after.addresses.size)
  })

  it.each(['community', 'solar', 'puzzle', 'solar battery', 'winter families', 'film -documentary'])(
    'what is found of %s matches, in the order of the formula',
    async (q) => {
      const query = `websearch_to_tsquery('kindling', $2)`
      const { rows: all } = await pool.query(
        `select m.campaign_address as address, round(((ts_rank('{0.1, 0.2, 0.4, 1}', m.search_title, ${query}, 1) + 0.02)
           * (1 + ln(1 + coalesce(t.donors_count, 0)) / 4) * 1000000)::numeric)::float8 as score
         from campaign_metadata m left join period_campaigns t
           on t.chain_id = m.chain_id and t.campaign_address = m.campaign_address and t.period = '7d'
         where m.chain_id = $1 and m.search_vector @@ ${query}`,
        [CHAIN_ID, q],
      )
      const scores = new Map(all.map(({ address, score }) => [address, score]))
      const { addresses, count, exhaustive } = await walk(
        `/api/v1/campaigns/search/?q=${encodeURIComponent(`${q} `)}&page_size=100`,
      )
      expect(addresses.size).toBe(count)
      const order = [...addresses].map((address) => scores.get(address)!)
      expect(order).toEqual(order.toSorted((a, b) => b - a))
      expect(order).not.toContain(undefined)
      expect(count).toBeLessThanOrEqual(exhaustive ? all.length : 170)
      expect(count).toBeGreaterThanOrEqual(exhaustive ? all.length : 20)
    },
  )

  it('whatever few use is found whole, and so is what is ordered otherwise', async () => {
    const { rows } = await pool.query(
      `select count(*) from campaign_metadata where chain_id = $1 and search_vector @@ plainto_tsquery('kindling', 'zebra')`,
      [CHAIN_ID],
    )
    const found = await get('/api/v1/campaigns/search/?q=zebra%20')
    expect([found.exhaustive, found.count]).toEqual([true, rows[0].count])
    expect((await get('/api/v1/campaigns/search/?q=support&ordering=-total_raised_wei')).exhaustive).toBe(true)
  })

  it('of a large window, how many have a status is known without looking at each, and hidden ones are not among them', async () => {
    const counted = async () =>
      (await get('/api/v1/stats/leaderboard/campaigns/?period=30d&status=ACTIVE&limit=1')).count
    const { results, count } = await get('/api/v1/stats/leaderboard/campaigns/?period=30d&status=ACTIVE&limit=1')
    expect(count).toBeGreaterThan(10)
    await pool.query("update standings set counts = jsonb_set(counts, '{campaigns,30d}', '100000')")
    expect(await counted()).toBe(count)
    await pool.query(
      `insert into campaign_hides (chain_id, campaign_address, reason, hidden_by) values ($1, $2, 'A test', 'test')`,
      [CHAIN_ID, results[0].address],
    )
    expect(await counted()).toBe(count - 1)
    await pool.query("update standings set counts = counts - 'statuses'")
    expect(await counted()).toBe(count - 1)
    await pool.query('delete from campaign_hides')
  })

  it.each(['total_raised_wei', '-total_raised_wei'])(
    'of a kind, those come first that the order says: %s',
    async (ordering) => {
      const direction = ordering.startsWith('-') ? 'desc' : 'asc'
      const statuses = ['ACTIVE', 'FAILED', 'SUCCESS', 'ACTIVE,FAILED']
      const kinds = [['art'], ['food', 'music'], ['technology', 'sports', 'games', 'art']]
      for (const [category, status] of kinds.flatMap((kind) => statuses.map((one) => [kind, one] as const))) {
        const { rows } = await pool.query<{ address: string }>(
          `select c.address from campaigns c join campaign_metadata m
           on m.chain_id = c.chain_id and m.campaign_address = c.address and m.cid = c.cid and m.state = 'resolved'
         where c.chain_id = $1 and lower(m.category) = any ($2) and not c.withdrawn and (case when c.total_raised_wei >= c.goal_wei
           then 'SUCCESS' when c.deadline_ts > $4 then 'ACTIVE' else 'FAILED' end) = any ($3)
         order by c.total_raised_wei ${direction}, c.address ${direction}`,
          [CHAIN_ID, category, status.split(','), END_TS],
        )
        const want = rows.map(({ address }) => address)
        for (const [size, page] of [
          [1, 1],
          [7, 2],
          [20, 3],
          [50, 1],
        ] as const) {
          const query = `?category=${category}&status=${status}&ordering=${ordering}&page_size=${size}&page=${page}`
          const listed = want.slice((page - 1) * size, page * size)
          if (listed.length === 0) continue
          const { count, results } = await get(`/api/v1/campaigns/${query}`)
          expect([count, results.map(({ address }: { address: string }) => address)]).toEqual([want.length, listed])
        }
        expect(want.length).toBeGreaterThan(0)
      }
    },
  )

  it('a deep page by cursor goes on where the page before ended', async () => {
    const { addresses } = await walk('/api/v1/campaigns/?page_size=100')
    expect(addresses.size).toBe(SIZE.campaigns)
  })
})
