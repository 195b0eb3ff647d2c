import { sql } from '../sql.ts'
import { conditions, createOrderings, foundIn, given, type Listing } from './listing.ts'

export const reportOrderings = createOrderings(
  'reports',
  {
    created_at: { column: sql`r.created_at`, kind: 'time' },
    resolved_at: { column: sql`coalesce(r.resolved_at, timestamptz 'epoch')`, kind: 'time' },
    id: { column: sql`r.id`, kind: 'integer' },
  },
  { column: sql`r.id`, kind: 'integer' },
)

export interface ReportFilters {
  id?: number
  chain_id?: number
  state?: readonly string[]
  reason?: readonly string[]
  campaign?: string
  q?: string
}

interface ReportRow {
  created_at: Date
  resolved_at: Date | null
}

/** What visitors reported. */
export function deskReports(filters: ReportFilters, ordering: string): Listing {
  return {
    columns: sql`r.id, r.chain_id, r.campaign_address, (select m.name from campaign_metadata m
        where m.chain_id = r.chain_id and m.campaign_address = r.campaign_address) as campaign_name,
      exists (select from hidden_campaigns h
        where h.chain_id = r.chain_id and h.campaign_address = r.campaign_address) as campaign_hidden,
      r.reason, r.details, coalesce(u.username, u.wallet_address, 'anonymous') as reporter, r.reporter_id, r.state, r.note,
      r.resolved_by, r.created_at, r.resolved_at`,
    from: sql`campaign_reports r left join users u on u.id = r.reporter_id`,
    where: conditions(
      given(filters.id, (id) => sql`r.id = ${id}`),
      given(filters.chain_id, (id) => sql`r.chain_id = ${id}`),
      given(filters.state, (states) => sql`r.state = any(${states}::text[])`),
      given(filters.reason, (reasons) => sql`r.reason = any(${reasons}::text[])`),
      given(filters.campaign, (address) => sql`r.campaign_address = ${address}`),
      given(filters.q?.toLowerCase(), (q) =>
        foundIn(
          q,
          sql`r.campaign_address`,
          sql`concat_ws(' ', r.details, (select m.name from campaign_metadata m
            where m.chain_id = r.chain_id and m.campaign_address = r.campaign_address))`,
        ),
      ),
    ),
    ordering: reportOrderings.of(ordering),
    toRow: ({ created_at, resolved_at, ...row }: ReportRow) => ({
      ...withoutKeys(row),
      created_at: created_at.toISOString(),
      resolved_at: resolved_at?.toISOString() ?? null,
    }),
  }
}

export const blockedCreatorOrderings = createOrderings(
  'blocked creators',
  {
    blocked_at: { column: sql`b.blocked_at`, kind: 'time' },
    address: { column: sql`b.creator_address`, kind: 'address' },
  },
  { column: sql`b.creator_address`, kind: 'address' },
)

export function deskBlockedCreators(filters: { q?: string; address?: string }, ordering: string): Listing {
  return {
    columns: sql`b.creator_address as id, b.creator_address as address, b.reason,
      (select count(*) from campaigns c where c.creator_address = b.creator_address) as campaigns_count, b.blocked_by,
      b.blocked_at`,
    from: sql`blocked_creators b`,
    where: conditions(
      given(filters.address, (address) => sql`b.creator_address = ${address}`),
      given(filters.q?.toLowerCase(), (q) => foundIn(q, sql`b.creator_address`, sql`b.reason`)),
    ),
    ordering: blockedCreatorOrderings.of(ordering),
    toRow: ({ blocked_at, ...row }: { blocked_at: Date }) => ({
      ...withoutKeys(row),
      blocked_at: blocked_at.toISOString(),
    }),
  }
}

export const featuredOrderings = createOrderings(
  'featured',
  { position: { column: sql`f.position`, kind: 'integer' } },
  { column: sql`f.campaign_address`, kind: 'address' },
)

export function deskFeatured(chainId: number, ordering: string): Listing {
  return {
    columns: sql`f.campaign_address as id, f.chain_id, f.campaign_address, f.position,
      (select m.name from campaign_metadata m
        where m.chain_id = f.chain_id and m.campaign_address = f.campaign_address) as name,
      exists (select from hidden_campaigns h
        where h.chain_id = f.chain_id and h.campaign_address = f.campaign_address) as hidden,
      f.featured_by, f.featured_at`,
    from: sql`featured_campaigns f`,
    where: [sql`f.chain_id = ${chainId}`],
    ordering: featuredOrderings.of(ordering),
    toRow: ({ featured_at, ...row }: { featured_at: Date }) => ({
      ...withoutKeys(row),
      featured_at: featured_at.toISOString(),
    }),
  }
}

/** Without what paging added to the row. */
export function withoutKeys<Row extends object>(row: Row): Omit<Row, 'cursor_keys' | 'total_count'> {
  const {
    cursor_keys: _keys,
    total_count: _count,
    ...own
  } = row as Row & { cursor_keys?: unknown; total_count?: unknown }
  return own
}
