import type { Ordering, OrderingKey } from './paging.ts'
import { sql } from './sql.ts'

const KEYS = {
  created_at: { column: sql`c.created_at`, kind: 'time' },
  deadline_ts: { column: sql`c.deadline_ts`, kind: 'decimal' },
  goal_wei: { column: sql`c.goal_wei`, kind: 'decimal' },
  total_raised_wei: { column: sql`c.total_raised_wei`, kind: 'decimal' },
  donors_count: { column: sql`c.donors_count`, kind: 'integer' },
  progress_percent: { column: sql`c.progress_percent`, kind: 'decimal' },
  // The nearest deadline first; listCampaigns keeps to those that still take donations.
  ending_soon: { column: sql`c.deadline_ts`, kind: 'decimal' },
  // What was given within seven days, by how many (refreshStandings); listCampaigns joins it.
  trending: { column: sql`coalesce(t.trend, 0)`, kind: 'decimal' },
  // As the staff put them on the home page; the others behind.
  featured: {
    column: sql`coalesce((select f.position from featured_campaigns f
      where f.chain_id = c.chain_id and f.campaign_address = c.address), 2147483647)`,
    kind: 'integer',
  },
  // Of a search alone: searchCampaigns works it out.
  relevance: { column: sql`c.score`, kind: 'millionths' },
} as const satisfies Record<string, OrderingKey>

const NAMES = Object.keys(KEYS) as (keyof typeof KEYS)[]
export type CampaignOrdering = keyof typeof KEYS | `-${keyof typeof KEYS}`
export const CAMPAIGN_ORDERINGS: readonly CampaignOrdering[] = NAMES.flatMap((name) => [name, `-${name}` as const])

const ADDRESS: OrderingKey = { column: sql`c.address`, kind: 'address' }
/** In these the first row is the one with the highest key: `-` turns them round. */
const HIGHEST_FIRST: readonly string[] = ['trending', 'relevance']

export function campaignOrdering(name: CampaignOrdering): Ordering {
  const key = name.replace('-', '') as keyof typeof KEYS
  return {
    name: `campaigns ${name}`,
    keys: [KEYS[key], ADDRESS],
    descending: name.startsWith('-') !== HIGHEST_FIRST.includes(key),
  }
}

/** Whether an ordering compares what the last seven days brought: their standings have to be there. */
export const usesStandings = (name: CampaignOrdering) => HIGHEST_FIRST.includes(name.replace('-', ''))
