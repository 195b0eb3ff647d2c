import { parseExactJson } from '../exactJson.ts'
import type { ChainPosition } from '../getChainPosition.ts'
import { contentUrl, metadataJoin } from '../metadataRow.ts'
import { type Queryable, run, type Sql, sql } from '../sql.ts'
import { type MetadataState, metadataStateColumn } from './deskCampaigns.ts'
import { conditions, createOrderings, given, type Listing } from './listing.ts'

export const metadataOrderings = createOrderings(
  'metadata',
  {
    created_at: { column: sql`c.created_at`, kind: 'time' },
    updated_at: { column: sql`coalesce(m.updated_at, timestamptz 'epoch')`, kind: 'time' },
    attempts: { column: sql`coalesce(m.attempts, 0)`, kind: 'integer' },
    name: { column: sql`coalesce(m.name, '')`, kind: 'text' },
  },
  { column: sql`c.address`, kind: 'address' },
)

interface Row {
  address: string
  chain_id: number
  cid: string
  state: MetadataState
  verified: boolean
  attempts: number
  error_code: string | null
  last_error: string | null
  next_attempt_at: Date | null
  ipfs_fetched_at: Date | null
  name: string | null
  short_description: string | null
  category: string | null
  image_cid: string | null
  banner_cid: string | null
  creator_avatar_cid: string | null
  hidden: boolean
  updated_at: Date | null
}

const columns = sql`c.address, c.chain_id, c.cid, ${metadataStateColumn} as state, coalesce(m.verified, false) as verified,
  coalesce(m.attempts, 0) as attempts, m.error_code, m.last_error, m.next_attempt_at, m.ipfs_fetched_at, m.name,
  m.short_description, m.category, m.image_cid, m.banner_cid, m.creator_avatar_cid, m.updated_at,
  exists (select from hidden_campaigns h where h.chain_id = c.chain_id and h.campaign_address = c.address) as hidden`

const iso = (at: Date | null) => at?.toISOString() ?? null

function toRow(row: Row, ipfsUrl: string) {
  return {
    id: row.address,
    chain_id: row.chain_id,
    campaign_address: row.address,
    cid: row.cid,
    state: row.state,
    verified: row.verified,
    attempts: row.attempts,
    error_code: row.error_code,
    last_error: row.last_error,
    next_attempt_at: iso(row.next_attempt_at),
    ipfs_fetched_at: iso(row.ipfs_fetched_at),
    name: row.name,
    short_description: row.short_description,
    category: row.category,
    image_url: contentUrl(row.image_cid, ipfsUrl),
    banner_url: contentUrl(row.banner_cid, ipfsUrl),
    creator_avatar_url: contentUrl(row.creator_avatar_cid, ipfsUrl),
    hidden: row.hidden,
    updated_at: iso(row.updated_at),
  }
}

/** The metadata of a chain's campaigns, those without a row too. */
export function deskMetadata(
  chain: ChainPosition,
  filters: { state?: readonly string[]; error_code?: string; q?: string },
  ordering: string,
  ipfsUrl: string,
): Listing {
  return {
    columns,
    from: sql`campaigns c ${metadataJoin}`,
    where: conditions(
      sql`c.chain_id = ${chain.chainId}`,
      given(filters.state, (states) => sql`${metadataStateColumn} = any(${states}::text[])`),
      given(filters.error_code, (code) => sql`m.error_code = ${code}`),
      given(filters.q, (q) => found(q.toLowerCase())),
    ),
    ordering: metadataOrderings.of(ordering),
    toRow: (row: Row) => toRow(row, ipfsUrl),
  }
}

const found = (q: string): Sql => sql`(starts_with(c.address, ${q}) or strpos(lower(m.name), ${q}) > 0
  or strpos(lower(c.cid), ${q}) > 0 or strpos(lower(m.last_error), ${q}) > 0)`

interface DetailRow extends Row {
  description: string | null
  location: string | null
  creator_name: string | null
  website_url: string | null
  twitter_handle: string | null
  discord_url: string | null
  tags: unknown
  raw_json: string | null
  created_at: Date | null
}

/** One campaign's, with its document as it was found; undefined when the chain has no such campaign. */
export async function getDeskMetadata(db: Queryable, chain: ChainPosition, address: string, ipfsUrl: string) {
  const [row] = await run<DetailRow>(
    db,
    sql`select ${columns}, m.description, m.location, m.creator_name, m.website_url, m.twitter_handle, m.discord_url, m.tags,
        m.raw_json::text as raw_json, m.created_at
      from campaigns c ${metadataJoin} where c.chain_id = ${chain.chainId} and c.address = ${address}`,
  )
  if (row === undefined) return undefined
  return {
    ...toRow(row, ipfsUrl),
    description: row.description,
    image_cid: row.image_cid,
    banner_cid: row.banner_cid,
    creator_avatar_cid: row.creator_avatar_cid,
    location: row.location,
    creator_name: row.creator_name,
    website_url: row.website_url,
    twitter_handle: row.twitter_handle,
    discord_url: row.discord_url,
    tags: Array.isArray(row.tags) ? row.tags.filter((tag) => typeof tag === 'string') : [],
    raw_json: row.raw_json === null ? null : parseExactJson(row.raw_json),
    created_at: iso(row.created_at),
  }
}
