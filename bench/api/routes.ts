import type pg from 'pg'
import { CHAIN_ID } from './world/loadWorld.ts'

export interface BenchRoute {
  name: string
  /** Asked in turn. */
  paths: string[]
  /** What the issue asks of it: `p99` at most 50 ms, or a share of what pgbench gets of its statement. */
  aim?: 'p99' | number
}

const API = '/api/v1'

/** Each route, asked for many things: of one thing alone the database would know everything after the first. */
export async function listRoutes(pool: pg.Pool): Promise<BenchRoute[]> {
  const column = async (text: string) =>
    (await pool.query({ text, values: [CHAIN_ID], rowMode: 'array' })).rows.map(([value]) => String(value))
  const popular = await column(
    'select address from campaigns where chain_id = $1 order by donations_count desc limit 40',
  )
  const campaigns = await column(
    'select address from campaigns where chain_id = $1 order by right(address, 8) limit 200',
  )
  const donors = await column(
    'select donor_address from donors where chain_id = $1 order by right(donor_address, 8) limit 100',
  )
  const creators = await column(
    'select creator_address from creators where chain_id = $1 order by right(creator_address, 8) limit 100',
  )
  const each = (values: readonly string[], path: (value: string) => string) => values.map((value) => API + path(value))
  const search = (queries: readonly string[], more = '') =>
    each(queries, (q) => `/campaigns/search/?q=${encodeURIComponent(q)}${more}`)
  const periods = ['24h', '7d', '30d']
  const deep = await cursorOf(pool)
  return [
    { name: 'list', paths: [`${API}/campaigns/`] },
    { name: 'list with metadata', paths: [`${API}/campaigns/?include_metadata=true`], aim: 0.3 },
    {
      name: 'list by status, category',
      paths: each(
        ['art,music', 'food', 'technology', 'sports,games'],
        (category) => `/campaigns/?status=ACTIVE&category=${category}&ordering=-total_raised_wei`,
      ),
    },
    { name: 'list, trending', paths: [`${API}/campaigns/?ordering=trending&include_metadata=true`] },
    { name: 'list, ending soon', paths: [`${API}/campaigns/?ordering=ending_soon&include_metadata=true`] },
    { name: 'list, cursor page 1', paths: [`${API}/campaigns/?page_size=50`] },
    { name: 'list, cursor at nine tenths', paths: [`${API}/campaigns/?page_size=50&cursor=${deep}`] },
    { name: 'detail', paths: each(campaigns, (address) => `/campaigns/${address}/`), aim: 0.4 },
    {
      name: 'detail with metadata',
      paths: each(campaigns, (address) => `/campaigns/${address}/?include_metadata=true`),
    },
    { name: 'donations', paths: each(popular, (address) => `/campaigns/${address}/donations/`) },
    { name: 'contributions', paths: each(popular, (address) => `/campaigns/${address}/contributions/`) },
    { name: 'campaign events', paths: each(popular, (address) => `/campaigns/${address}/events/`) },
    {
      name: 'campaign series by day',
      paths: each(campaigns, (address) => `/campaigns/${address}/timeseries/?interval=day`),
    },
    { name: 'creator', paths: each(creators, (address) => `/creators/${address}/campaigns/?include_metadata=true`) },
    { name: 'donor', paths: each(donors, (address) => `/donors/${address}/contributions/?include_metadata=true`) },
    { name: 'events', paths: [`${API}/events/`] },
    {
      name: 'search, words of many',
      paths: search(['community', 'local support', 'music', 'the future of art', 'school', 'build garden']),
      aim: 'p99',
    },
    {
      name: 'search, common word',
      paths: search(['solar', 'bakery', 'album', 'river', 'clinic', 'football', 'puzzle', 'shelter']),
      aim: 'p99',
    },
    {
      name: 'search, two words',
      paths: search(
        ['solar battery', 'bread market', 'violin concert', 'forest trees', 'mountain trail', 'winter families'],
        '&include_metadata=true',
      ),
      aim: 'p99',
    },
    {
      name: 'search, phrase and not',
      paths: search(['"of the" -music', 'bicycle or railway', '"support the" festival', 'film -documentary']),
      aim: 'p99',
    },
    {
      name: 'search, rare word',
      paths: search(['puppylemon', 'oxygen lighthouse', 'zebra', 'kayak harbour']),
      aim: 'p99',
    },
    {
      name: 'search, mistyped',
      paths: search(['telecsope', 'lihgthouse', 'bakrey', 'orchsetra', 'choclate', 'wheelchiar']),
      aim: 'p99',
    },
    {
      name: 'search, while typing',
      paths: search(['te', 'tel', 'lant', 'comm', 'orch', 'restor', 'winter fam', 's']),
      aim: 'p99',
    },
    {
      name: 'search, filtered',
      paths: search(['community', 'garden', 'school', 'festival'], '&status=ACTIVE&category=art,music,food'),
      aim: 'p99',
    },
    {
      name: 'facets',
      paths: each(
        ['', '?status=ACTIVE', '?category=art,music&min_progress=50'],
        (query) => `/campaigns/facets/${query}`,
      ),
    },
    { name: 'platform', paths: [`${API}/stats/platform/`], aim: 'p99' },
    { name: 'trending', paths: each(periods, (period) => `/stats/trending/?period=${period}`), aim: 'p99' },
    { name: 'close to goal', paths: [`${API}/stats/trending/?type=close_to_goal`], aim: 'p99' },
    {
      name: 'campaign leaders',
      paths: each(['0', '500', '5000'], (offset) => `/stats/leaderboard/campaigns/?offset=${offset}`),
      aim: 'p99',
    },
    {
      name: 'campaign leaders, periods',
      paths: each(periods, (period) => `/stats/leaderboard/campaigns/?period=${period}`),
      aim: 'p99',
    },
    {
      name: 'campaign leaders, active',
      paths: each(periods, (period) => `/stats/leaderboard/campaigns/?period=${period}&status=ACTIVE`),
      aim: 'p99',
    },
    {
      name: 'donor leaders',
      paths: each(['0', '5000', '10000'], (offset) => `/stats/leaderboard/donors/?offset=${offset}`),
      aim: 'p99',
    },
    {
      name: 'donor leaders, periods',
      paths: each(periods, (period) => `/stats/leaderboard/donors/?period=${period}`),
      aim: 'p99',
    },
    { name: 'creator statistics', paths: each(creators, (address) => `/stats/creator/${address}/`), aim: 'p99' },
    { name: 'categories', paths: [`${API}/stats/categories/`], aim: 'p99' },
    {
      name: 'platform series',
      paths: each(
        ['raised', 'donations', 'campaigns', 'donors'],
        (metric) => `/stats/timeseries/?metric=${metric}&interval=week`,
      ),
      aim: 'p99',
    },
  ]
}

/** Where a walk through the campaigns stands after nine tenths of them. */
async function cursorOf(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query(
    `select address, (extract(epoch from created_at) * 1000000)::bigint::text as at,
       (select count(*) from campaigns where chain_id = $1) as count
     from campaigns where chain_id = $1 order by created_at desc, address desc
     limit 1 offset (select count(*) * 9 / 10 from campaigns where chain_id = $1)`,
    [CHAIN_ID],
  )
  const [{ address, at, count }] = rows
  return Buffer.from(JSON.stringify(['campaigns -created_at', Number(count), at, address])).toString('base64url')
}
