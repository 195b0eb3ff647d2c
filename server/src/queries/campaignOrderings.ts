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
} as const satisfies Record<string, OrderingKey>

const NAMES = Object.keys(KEYS) as (keyof typeof KEYS)[]
export type CampaignOrdering = keyof typeof KEYS | `-${keyof typeof KEYS}`
export const CAMPAIGN_ORDERINGS: readonly CampaignOrdering[] = NAMES.flatMap((name) => [name, `-${name}` as const])

const ADDRESS: OrderingKey = { column: sql`c.address`, kind: 'address' }

export function campaignOrdering(name: CampaignOrdering): Ordering {
  const key = name.replace('-', '') as keyof typeof KEYS
  return { name: `campaigns ${name}`, keys: [KEYS[key], ADDRESS], descending: name.startsWith('-') }
}
