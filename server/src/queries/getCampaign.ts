import type pg from 'pg'
import { weiToEth } from '../lib/wei.ts'
import { type Campaign, type CampaignRow, campaignColumns, toCampaign } from './campaignRow.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { type Metadata, type MetadataColumn, metadataColumn, metadataJoin, toMetadata } from './metadataRow.ts'
import { run, sql } from './sql.ts'

export interface CampaignDetail extends Omit<Campaign, 'metadata'> {
  contributions_count: number
  donations_count: number
  events_count: number
  total_refunded_wei: string
  total_refunded_eth: string
  metadata?: Metadata | null
}

interface Row extends CampaignRow, MetadataColumn {
  contributions_count: number
  donations_count: number
  events_count: number
  total_refunded_wei: string
}

/** One campaign with its metadata in whatever state; undefined when the chain has none at this address. */
export async function getCampaign(
  pool: pg.Pool,
  chain: ChainPosition,
  address: string,
  ipfsUrl: string,
): Promise<(CampaignDetail & { metadata: Metadata | null }) | undefined> {
  const [row] = await run<Row>(
    pool,
    sql`select ${campaignColumns(chain.clockTs)}, c.donations_count, c.events_count, c.total_refunded_wei,
        (select count(*) from contributions d where d.chain_id = c.chain_id and d.campaign_address = c.address)
          as contributions_count,
        ${metadataColumn}
      from campaigns c ${metadataJoin}
      where c.chain_id = ${chain.chainId} and c.address = ${address}`,
  )
  if (row === undefined) return undefined
  return {
    ...toCampaign(row),
    contributions_count: row.contributions_count,
    donations_count: row.donations_count,
    events_count: row.events_count,
    total_refunded_wei: row.total_refunded_wei,
    total_refunded_eth: weiToEth(row.total_refunded_wei),
    metadata: toMetadata(row, ipfsUrl),
  }
}
