import { weiToEth } from '../lib/wei.ts'
import { type Campaign, type CampaignRow, campaignColumns, toCampaign } from './campaignRow.ts'
import { gathered } from './gathered.ts'
import { type ChainPosition, seen } from './getChainPosition.ts'
import { type Metadata, type MetadataColumn, metadataColumn, metadataJoin, toMetadata } from './metadataRow.ts'
import { type Queryable, runPrepared, sql, unseenTexts } from './sql.ts'

export interface CampaignDetail extends Omit<Campaign, 'metadata'> {
  contributions_count: number
  donations_count: number
  events_count: number
  total_refunded_wei: string
  total_refunded_eth: string
  metadata?: Metadata | null
}

interface Row extends CampaignRow, Partial<MetadataColumn> {
  seen: string | null
  hidden_reason: string | null
  contributions_count: number
  donations_count: number
  events_count: number
  total_refunded_wei: string
}

export interface FoundCampaign {
  campaign: CampaignDetail
  /** Why moderation hides it; null for one that is shown. */
  hiddenReason: string | null
  /** What was seen by the statement that read it (getChainPosition.ts). */
  seen: string | null
}

const readRows = (includeMetadata: boolean) =>
  gathered<Row>(async (db, { chainId, clockTs }, addresses) => {
    const rows = await runPrepared<Row>(
      db,
      sql`select ${campaignColumns(clockTs)}, c.donations_count, c.events_count, c.total_refunded_wei,
          c.donors_count as contributions_count, (select h.reason from hidden_campaigns h
            where h.chain_id = c.chain_id and h.campaign_address = c.address) as hidden_reason, ${seen} as seen
          ${includeMetadata ? sql`, ${metadataColumn}` : sql``}
        from campaigns c ${includeMetadata ? metadataJoin : sql``}
        where c.chain_id = ${chainId} and c.address = any(${unseenTexts(addresses)})`,
    )
    return new Map(rows.map((row) => [row.address, row]))
  })
const readRow = readRows(false)
const readRowWithMetadata = readRows(true)

/**
 * One campaign; undefined when the chain has none at this address. Its metadata, in whatever state, only where it is asked for: a
 * document is many times as large as all the rest.
 */
export async function getCampaign(
  db: Queryable,
  chain: ChainPosition,
  address: string,
  { ipfsUrl, includeMetadata }: { ipfsUrl: string; includeMetadata: boolean },
): Promise<FoundCampaign | undefined> {
  const row = await (includeMetadata ? readRowWithMetadata : readRow)(db, chain, address)
  if (row === undefined) return undefined
  const campaign = {
    ...toCampaign(row),
    contributions_count: row.contributions_count,
    donations_count: row.donations_count,
    events_count: row.events_count,
    total_refunded_wei: row.total_refunded_wei,
    total_refunded_eth: weiToEth(row.total_refunded_wei),
    ...(includeMetadata ? { metadata: toMetadata(row as MetadataColumn, ipfsUrl) } : {}),
  }
  return { campaign, hiddenReason: row.hidden_reason, seen: row.seen }
}
