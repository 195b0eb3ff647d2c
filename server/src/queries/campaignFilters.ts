import { type CampaignStatus, hasStatusAt } from './campaignRow.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { type Sql, sql } from './sql.ts'

/** Amounts are decimal strings of wei, times unix seconds of any size. Bounds include their ends. */
export interface CampaignFilters {
  status?: readonly CampaignStatus[] | undefined
  creatorAddress?: string | undefined
  factoryAddress?: string | undefined
  minGoalWei?: string | undefined
  maxGoalWei?: string | undefined
  minRaisedWei?: string | undefined
  maxRaisedWei?: string | undefined
  minProgress?: number | undefined
  maxProgress?: number | undefined
  hasWithdrawn?: boolean | undefined
  deadlineBefore?: string | undefined
  deadlineAfter?: string | undefined
  category?: readonly string[] | undefined
  tag?: string | undefined
  location?: string | undefined
  hasMetadata?: boolean | undefined
  /** On the home page. */
  featured?: boolean | undefined
  /** Left out: those that moderation does not hide. The desk alone asks for others. */
  visibility?: 'all' | 'hidden' | undefined
}

/** Conditions on `campaigns c` and its metadata `m`. */
export function campaignConditions(chain: ChainPosition, filters: CampaignFilters): Sql[] {
  const conditions = [sql`c.chain_id = ${chain.chainId}`]
  if (filters.visibility === undefined) conditions.push(isShown(chain.chainId))
  if (filters.visibility === 'hidden') conditions.push(sql`not (${isShown(chain.chainId)})`)
  const add = <T>(value: T | undefined, condition: (value: T) => Sql) => {
    if (value !== undefined) conditions.push(condition(value))
  }
  add(filters.status, (statuses) => hasStatusAt(chain.clockTs, statuses))
  add(filters.creatorAddress, (address) => sql`c.creator_address = ${address}`)
  add(filters.factoryAddress, (address) => sql`c.factory_address = ${address}`)
  add(filters.minGoalWei, (wei) => sql`c.goal_wei >= ${wei}::numeric`)
  add(filters.maxGoalWei, (wei) => sql`c.goal_wei <= ${wei}::numeric`)
  add(filters.minRaisedWei, (wei) => sql`c.total_raised_wei >= ${wei}::numeric`)
  add(filters.maxRaisedWei, (wei) => sql`c.total_raised_wei <= ${wei}::numeric`)
  add(filters.minProgress, (percent) => sql`c.progress_percent >= ${percent}::numeric`)
  add(filters.maxProgress, (percent) => sql`c.progress_percent <= ${percent}::numeric`)
  add(filters.hasWithdrawn, (withdrawn) => sql`c.withdrawn = ${withdrawn}`)
  add(filters.deadlineBefore, (ts) => sql`c.deadline_ts <= ${ts}::numeric`)
  add(filters.deadlineAfter, (ts) => sql`c.deadline_ts >= ${ts}::numeric`)
  add(filters.category, (categories) => sql`(m.state = 'resolved' and lower(m.category) = any(${categories}::text[]))`)
  add(filters.tag, (tag) => sql`(m.state = 'resolved' and m.tags @> ${JSON.stringify([tag])}::jsonb)`)
  add(filters.location, (location) => sql`(m.state = 'resolved' and strpos(lower(m.location), lower(${location})) > 0)`)
  add(filters.hasMetadata, (has) => sql`(m.id is not null and m.state = 'resolved') = ${has}`)
  add(
    filters.featured,
    (featured) => sql`(c.address = any (array(select campaign_address from featured_campaigns
      where chain_id = ${chain.chainId}))) = ${featured}`,
  )
  return conditions
}

/** Whether a filter asks for what only the metadata `m` knows. */
export const readsMetadata = ({ category, tag, location, hasMetadata }: CampaignFilters) =>
  [category, tag, location, hasMetadata].some((value) => value !== undefined)

/** Not hidden by moderation. An array rather than a join: the order of an index stays the order of the rows. */
export function isShown(chainId: number | Sql, address: Sql = sql`c.address`): Sql {
  return sql`${address} <> all (array(select campaign_address from hidden_campaigns where chain_id = ${chainId}))`
}
