import type pg from 'pg'
import { createPool } from '../../server/src/lib/database.ts'
import { history } from './bulkHistory.ts'

const TABLES = [
  'events',
  'campaigns',
  'contributions',
  'campaign_hours',
  'donors',
  'creators',
  'platform_days',
  'platform_totals',
]

/** @throws Error when the tables do not hold the whole history, to the wei */
export async function readCheckedTables(databaseUrl: string, raisedWei: bigint): Promise<Record<string, string[]>> {
  const pool = createPool(databaseUrl, { name: 'bench check' })
  try {
    const { rows } = await pool.query(`
      select (select count(*) from events) as events,
             (select count(*) from campaigns) as campaigns,
             (select sum(donations_count) from contributions) as donations,
             (select sum(total_raised_wei) from campaigns) as by_campaign,
             (select sum(contributed_wei) from contributions) as by_contribution,
             (select sum(raised_wei) from campaign_hours) as by_hour,
             (select sum(contributed_wei) from donors) as by_donor,
             (select sum(raised_wei) from creators) as by_creator,
             (select sum(raised_wei) from platform_days) as by_day,
             (select raised_wei from platform_totals) as in_total`)
    const { events, campaigns, donations, ...sums } = rows[0] as Record<string, number | string>
    check('events', events, history.campaigns + history.donations)
    check('campaigns', campaigns, history.campaigns)
    check('donations', donations, history.donations)
    for (const [name, sum] of Object.entries(sums)) check(`wei raised ${name}`, sum, raisedWei)
    return await readTables(pool)
  } finally {
    await pool.end()
  }
}

/** What the chain determines, by table, as rows of text in order. Ids are left out: they tell who came first. */
async function readTables(pool: pg.Pool): Promise<Record<string, string[]>> {
  const result: Record<string, string[]> = {}
  for (const table of TABLES) {
    const { rows } = await pool.query<{ row: string }>(
      `select (to_jsonb(t) - 'id')::text as row from ${table} as t order by 1`,
    )
    result[table] = rows.map(({ row }) => row)
  }
  return result
}

function check(what: string, found: unknown, expected: number | bigint): void {
  if (String(found) !== String(expected))
    throw new Error(`There are ${found} ${what.replaceAll('_', ' ')}, not ${expected}.`)
}

/** @throws Error naming the first row that only one side has */
export function compareTables(ours: Record<string, string[]>, floor: Record<string, string[]>): void {
  for (const [table, rows] of Object.entries(ours)) {
    const others = floor[table] ?? []
    const different = rows.findIndex((row, n) => row !== others[n])
    if (different !== -1 || rows.length !== others.length) {
      throw new Error(
        `${table}: the pipeline has ${rows.length} rows and the floor ${others.length}; the first difference is ${rows[different]} against ${others[different]}.`,
      )
    }
  }
}
