import { isoTime } from '../lib/isoTime.ts'
import { weiToEth } from '../lib/wei.ts'
import { eventOrdering } from './eventRow.ts'
import type { ChainPosition } from './getChainPosition.ts'
import { type Page, type PageRequest, readPage } from './paging.ts'
import { type Queryable, sql } from './sql.ts'

export interface Donation {
  id: number
  campaign_address: string
  donor_address: string
  amount_wei: string
  amount_eth: string
  tx_hash: string
  log_index: number
  block_number: number
  block_hash: string
  finalized: boolean
  created_at: string
}

interface Row {
  id: number
  campaign_address: string
  account_address: string
  amount_wei: string
  tx_hash: string
  log_index: number
  block_number: number
  block_hash: string
  finalized: boolean
  created_at: Date
}

/** A campaign's donations that stand on the canonical chain, newest first. */
export async function listDonations(
  db: Queryable,
  chain: ChainPosition,
  campaignAddress: string,
  page: PageRequest,
): Promise<Page<Donation>> {
  const found = await readPage<Row>(db, {
    columns: sql`e.id, e.campaign_address, e.account_address, e.amount_wei, e.tx_hash, e.log_index, e.block_number,
      e.block_hash, e.block_number <= ${chain.finalizedBlock}::bigint as finalized, e.created_at`,
    from: sql`events e`,
    where: [
      sql`e.chain_id = ${chain.chainId}`,
      sql`e.campaign_address = ${campaignAddress}`,
      sql`e.event_name = 'DonationReceived'`,
      sql`not e.removed`,
    ],
    ordering: eventOrdering,
    page,
    total: sql`select c.donations_count from campaigns c
      where c.chain_id = ${chain.chainId} and c.address = ${campaignAddress}`,
  })
  return {
    ...found,
    rows: found.rows.map((row) => ({
      id: row.id,
      campaign_address: row.campaign_address,
      donor_address: row.account_address,
      amount_wei: row.amount_wei,
      amount_eth: weiToEth(row.amount_wei),
      tx_hash: row.tx_hash,
      log_index: row.log_index,
      block_number: row.block_number,
      block_hash: row.block_hash,
      finalized: row.finalized,
      created_at: isoTime(row.created_at),
    })),
  }
}
