import pg from 'pg'
import { connectionConfig } from '../../server/src/lib/database.ts'

/** Tables that grow with what the chain brings. */
const BIG_TABLES = [
  'campaign_hours',
  'campaign_metadata',
  'campaigns',
  'contributions',
  'counted_campaigns',
  'donors',
  'events',
  'period_campaigns',
  'period_donors',
  'search_words',
] as const

export type Scans = Record<string, number>

/**
 * How often each big table was read from its beginning to its end, as PostgreSQL counts it: whatever plan was made, in functions
 * too. Connections report what they did within a second of being idle, so this waits for what was just done.
 */
export async function countScans(databaseUrl: string): Promise<Scans> {
  const client = new pg.Client(connectionConfig(databaseUrl))
  await client.connect()
  try {
    const { rows } = await client.query(
      'select relname as name, seq_scan as count from pg_stat_user_tables where relname = any($1)',
      [BIG_TABLES],
    )
    return Object.fromEntries(rows.map(({ name, count }) => [name, Number(count)]))
  } finally {
    await client.end()
  }
}

/** Tables that were read whole between the two. */
export const scannedBetween = (before: Scans, after: Scans): Scans =>
  Object.fromEntries(
    Object.entries(after).flatMap(([name, count]) => (count > before[name]! ? [[name, count - before[name]!]] : [])),
  )
