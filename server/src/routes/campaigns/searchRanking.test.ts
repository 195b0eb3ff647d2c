import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApi, type TestApi } from '../testing/openTestApi.ts'
import { CHAIN_ID } from '../testing/world.ts'

const WORDS = ['lantern', 'harbour', 'violin', 'orchard', 'kite', 'glacier']
const CATEGORIES = ['Art', 'music', null]
const CAMPAIGNS = 160
const CLOCK_FAR = '4000000000'
/** So short a time ago that it may have moved within seven days. */
const JUST_OVER = String(Math.floor(Date.now() / 1000) - 86_400)

let api: TestApi
/** The same from run to run. */
let state = 11
const random = (below: number) => {
  state = (state * 48_271) % 2_147_483_647
  return state % below
}
const one = <T>(of: readonly T[]): T => of[random(of.length)]!
const someWords = (most: number) => Array.from({ length: random(most + 1) }, () => one(WORDS)).join(' ')

beforeAll(async () => {
  // Windows that stay as they are written here.
  api = await openTestApi({ world: [], standingsYoungMs: 600_000 })
  for (let i = 0; i < CAMPAIGNS; i++) await insert(i)
  await api.get('/api/v1/campaigns/search/?q=lantern')
  for (let i = 0; i < CAMPAIGNS; i += 2) await move(addressOf(i))
})
afterAll(() => api.close())

const addressOf = (i: number) => `0xe${String(i).padStart(39, '0')}`

async function insert(i: number): Promise<void> {
  await api.pool.query(
    `insert into campaigns (chain_id, address, factory_address, creator_address, goal_wei, deadline_ts, cid, created_block,
       created_log_index, created_at, updated_at, total_raised_wei, withdrawn)
     values ($1, $2, $2, $2, 1000, $3, $4, 1, $5, now(), now(), $6, $7)`,
    [CHAIN_ID, addressOf(i), one([CLOCK_FAR, JUST_OVER]), `cid${i}`, i, random(2000), random(6) === 0],
  )
  await api.pool.query(
    `insert into campaign_metadata (chain_id, campaign_address, cid, name, short_description, description, category, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      CHAIN_ID,
      addressOf(i),
      random(20) === 0 ? 'another' : `cid${i}`,
      someWords(2),
      someWords(3),
      someWords(8),
      one(CATEGORIES),
      random(20) === 0 ? 'failed' : 'resolved',
    ],
  )
}

/** As the windows are worked out anew. */
async function move(address: string): Promise<void> {
  await api.pool.query(
    `insert into period_campaigns (chain_id, period, campaign_address, donations_count, donors_count, raised_wei, trend)
     values ($1, '7d', $2, $3, $3, 1, 1) on conflict (chain_id, period, campaign_address) do update set donors_count = $3`,
    [CHAIN_ID, address, random(300)],
  )
  await api.pool.query('update standings set computed_at = computed_at')
}

/** Something of the kind that changes what is found, or what is told of it. */
async function change(): Promise<void> {
  const address = addressOf(random(CAMPAIGNS))
  const { pool } = api
  const changes = [
    () => pool.query('update campaign_metadata set name = $2 where campaign_address = $1', [address, someWords(3)]),
    () =>
      pool.query('update campaign_metadata set category = $2 where campaign_address = $1', [address, one(CATEGORIES)]),
    () => pool.query('update campaigns set total_raised_wei = $2 where address = $1', [address, random(2000)]),
    () => pool.query('update campaigns set withdrawn = not withdrawn where address = $1', [address]),
    () => pool.query(`update campaign_metadata set state = 'failed' where campaign_address = $1`, [address]),
    () => move(address),
    () =>
      pool.query(
        `insert into campaign_hides (chain_id, campaign_address, reason, hidden_by) values ($1, $2, 'A test', 'test')
         on conflict do nothing`,
        [CHAIN_ID, address],
      ),
    () => pool.query('delete from campaign_hides where campaign_address = $1', [address]),
    // Taken away by a reorganisation, and mined again as another one.
    async () => {
      await pool.query('delete from campaigns where address = $1', [address])
      await pool.query('delete from campaign_metadata where campaign_address = $1', [address])
      await insert(Number(address.slice(3)))
    },
  ]
  await one(changes)()
}

interface Expected {
  address: string
  status: string
  category: string | null
  name: string
  total_raised_wei: string
  score: number
}

/** By the formula of docs/api.md, over everything. */
async function expected(query: string): Promise<Expected[]> {
  const { rows } = await api.pool.query(
    `select c.address, lower(m.category) as category, m.name, c.total_raised_wei,
       case when c.withdrawn then 'WITHDRAWN' when c.total_raised_wei >= c.goal_wei then 'SUCCESS'
         when c.deadline_ts < ${CLOCK_FAR} then 'FAILED' else 'ACTIVE' end as status,
       (ts_rank('{0.1, 0.2, 0.4, 1}', m.search_title, $2::tsquery, 1) + 0.02) * (1 + ln(1 + coalesce(t.donors_count, 0)) / 4) as score
     from campaigns c join campaign_metadata m on m.campaign_address = c.address and m.cid = c.cid and m.state = 'resolved'
     left join period_campaigns t on t.campaign_address = c.address and t.period = '7d'
     where c.chain_id = $1 and m.search_vector @@ $2::tsquery
       and c.address not in (select campaign_address from hidden_campaigns)
     order by round(((ts_rank('{0.1, 0.2, 0.4, 1}', m.search_title, $2::tsquery, 1) + 0.02)
       * (1 + ln(1 + coalesce(t.donors_count, 0)) / 4) * 1000000)::numeric) desc, c.address desc`,
    [CHAIN_ID, query],
  )
  return rows
}

const tally = (keys: (string | null)[]) => {
  const counts: Record<string, number> = {}
  for (const key of keys) if (key !== null) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

async function compare(): Promise<void> {
  const [a, b] = [one(WORDS), one(WORDS)]
  const { rows } = await api.pool.query(`select to_tsquery('kindling', $1)::text as query`, [
    one([a, `${a} & ${b}`, `${a} | ${b}`, `${a} & !${b}`]),
  ])
  const query: string = rows[0].query
  const q = query.includes('|')
    ? `${a} or ${b} `
    : query.includes('!')
      ? `${a} -${b} `
      : query.includes('&')
        ? `${a} ${b} `
        : `${a} `
  const [status, category] = [one([undefined, 'ACTIVE', 'SUCCESS']), one([undefined, 'art', 'music'])]
  const filters = `${status ? `&status=${status}` : ''}${category ? `&category=${category}` : ''}`
  const all = await expected(query)
  const wanted = all.filter(
    (row) => (status === undefined || row.status === status) && (category === undefined || row.category === category),
  )
  const seen: { address: string; status: string; total_raised_wei: string; metadata: { name: string } }[] = []
  let cursor: string | null = null
  do {
    const page = await api.get(
      `/api/v1/campaigns/search/?q=${encodeURIComponent(q)}${filters}&include_metadata=true&page_size=20${cursor ? `&cursor=${cursor}` : ''}`,
    )
    expect([page.count, page.exhaustive]).toEqual([wanted.length, true])
    expect(page.facets).toEqual({
      status: tally(all.filter((row) => category === undefined || row.category === category).map((row) => row.status)),
      category: tally(all.filter((row) => status === undefined || row.status === status).map((row) => row.category)),
    })
    seen.push(...page.results)
    cursor = page.next_cursor
  } while (cursor !== null)
  expect(seen.map((row) => [row.address, row.status, row.total_raised_wei, row.metadata.name])).toEqual(
    wanted.map((row) => [row.address, row.status, row.total_raised_wei, row.name]),
  )
}

describe('a search', () => {
  it('gives what the formula gives over everything, whatever changed since the search before', async () => {
    for (let i = 0; i < 120; i++) {
      await compare()
      for (let changes = random(8); changes > 0; changes--) await change()
    }
  })

  it('tells what a page by number tells beside what a walk by cursor does', async () => {
    const walked = await api.get('/api/v1/campaigns/search/?q=lantern%20or%20kite%20&page_size=30')
    const first = await api.get('/api/v1/campaigns/search/?q=lantern%20or%20kite%20&page_size=15')
    const second = await api.get('/api/v1/campaigns/search/?q=lantern%20or%20kite%20&page_size=15&page=2')
    expect([...first.results, ...second.results]).toEqual(walked.results)
    const none = await api.get('/api/v1/campaigns/search/?q=lantern%20&page=1000')
    expect([none.results, none.next]).toEqual([[], null])
  })

  it('in the reverse order of relevance is the same, turned round', async () => {
    const search = (ordering: string) => api.get(`/api/v1/campaigns/?q=lantern%20&page_size=100&ordering=${ordering}`)
    const [forth, back] = [await search('relevance'), await search('-relevance')]
    expect(forth.count).toBeGreaterThan(20)
    expect(back.results).toEqual(forth.results.toReversed())
  })
})
