import { parseExactJson } from './exactJson.ts'
import { sql } from './sql.ts'

export interface MetadataSummary {
  name: string | null
  short_description: string | null
  image_url: string | null
  category: string | null
}

export interface Metadata extends MetadataSummary {
  id: number
  campaign_address: string
  cid: string
  state: 'pending' | 'resolved' | 'failed'
  verified: boolean
  description: string | null
  image_cid: string | null
  banner_cid: string | null
  banner_url: string | null
  tags: string[]
  location: string | null
  creator_name: string | null
  creator_avatar_cid: string | null
  creator_avatar_url: string | null
  website_url: string | null
  twitter_handle: string | null
  discord_url: string | null
  raw_json: unknown
  ipfs_fetched_at: string | null
  last_error: string | null
  created_at: string
  updated_at: string
}

/** Only a row made from the CID that the campaign has now counts. */
export const metadataJoin = sql`left join campaign_metadata m
  on m.chain_id = c.chain_id and m.campaign_address = c.address and m.cid = c.cid`

/** The metadata as one column, so that it stands beside a campaign's own columns of the same names. */
export const metadataColumn = sql`case when m.id is null then null else json_build_object('id', m.id,
    'campaign_address', m.campaign_address, 'cid', m.cid, 'state', m.state, 'verified', m.verified, 'name', m.name,
    'description', m.description, 'short_description', m.short_description, 'image_cid', m.image_cid,
    'banner_cid', m.banner_cid, 'category', m.category, 'tags', m.tags, 'location', m.location,
    'creator_name', m.creator_name, 'creator_avatar_cid', m.creator_avatar_cid, 'website_url', m.website_url,
    'twitter_handle', m.twitter_handle, 'discord_url', m.discord_url, 'ipfs_fetched_at', m.ipfs_fetched_at,
    'last_error', m.last_error, 'created_at', m.created_at, 'updated_at', m.updated_at) end as metadata,
  m.raw_json::text as metadata_raw_json`

/**
 * No more of it than a list shows, and nothing until it is resolved. As a subquery it is read for the rows of the page
 * alone: PostgreSQL puts it off until after the sort and the limit, which it does not with a join.
 */
export const metadataSummaryColumn = sql`(
  select jsonb_build_object('name', s.name, 'short_description', s.short_description, 'image_cid', s.image_cid,
    'category', s.category)
  from campaign_metadata s
  where s.chain_id = c.chain_id and s.campaign_address = c.address and s.cid = c.cid and s.state = 'resolved'
) as metadata_summary`

export interface MetadataSummaryColumn {
  metadata_summary: (Omit<MetadataSummary, 'image_url'> & { image_cid: string | null }) | null
}

type MetadataRecord = Omit<Metadata, 'image_url' | 'banner_url' | 'creator_avatar_url' | 'raw_json'>

export interface MetadataColumn {
  metadata: MetadataRecord | null
  metadata_raw_json: string | null
}

/** What a list shows of the metadata. */
export function toMetadataSummary(row: MetadataSummaryColumn, ipfsUrl: string): MetadataSummary | null {
  if (row.metadata_summary === null) return null
  const { name, short_description, image_cid, category } = row.metadata_summary
  return { name, short_description, image_url: contentUrl(image_cid, ipfsUrl), category }
}

/** All of it, in whatever state it is; null when there is no row yet. */
export function toMetadata({ metadata: row, metadata_raw_json }: MetadataColumn, ipfsUrl: string): Metadata | null {
  if (row === null) return null
  return {
    id: row.id,
    campaign_address: row.campaign_address,
    cid: row.cid,
    state: row.state,
    verified: row.verified,
    name: row.name,
    description: row.description,
    short_description: row.short_description,
    image_cid: row.image_cid,
    image_url: contentUrl(row.image_cid, ipfsUrl),
    banner_cid: row.banner_cid,
    banner_url: contentUrl(row.banner_cid, ipfsUrl),
    category: row.category,
    tags: Array.isArray(row.tags) ? row.tags.filter((tag) => typeof tag === 'string') : [],
    location: row.location,
    creator_name: row.creator_name,
    creator_avatar_cid: row.creator_avatar_cid,
    creator_avatar_url: contentUrl(row.creator_avatar_cid, ipfsUrl),
    website_url: row.website_url,
    twitter_handle: row.twitter_handle,
    discord_url: row.discord_url,
    raw_json: metadata_raw_json === null ? null : parseExactJson(metadata_raw_json),
    ipfs_fetched_at: row.ipfs_fetched_at && new Date(row.ipfs_fetched_at).toISOString(),
    // Which gateways this deployment asks is nobody's business but its own.
    last_error: row.last_error?.replace(/https?:\/\/[^\s"',;)]+/g, '(gateway)') ?? null,
    created_at: new Date(row.created_at).toISOString(),
    updated_at: new Date(row.updated_at).toISOString(),
  }
}

/** What would be encoded as itself (ECMA-262, section 19.2.6.4). */
const PLAIN_PATH = /^[\w\-.!~*'()/]*$/

/** @param cidAndPath `CID` or `CID/path`, the path as written in the document */
export function contentUrl(cidAndPath: string | null, ipfsUrl: string): string | null {
  if (cidAndPath === null) return null
  return ipfsUrl + (PLAIN_PATH.test(cidAndPath) ? cidAndPath : cidAndPath.split('/').map(encodeURIComponent).join('/'))
}
