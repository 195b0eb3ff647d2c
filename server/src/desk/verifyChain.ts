import type pg from 'pg'
import { type CampaignState, readCampaignCount, readCampaignState } from '../chain/readCampaignState.ts'
import type { Rpc } from '../chain/rpc.ts'
import { withTransaction } from '../lib/database.ts'
import { KindlingError } from '../lib/errors.ts'
import { listTableDifferences, type TableDifference } from '../queries/listTableDifferences.ts'

export interface ContractDifference {
  address: string
  field: 'total_raised_wei' | 'withdrawn' | 'balance_wei' | 'campaigns_count'
  stored: string
  contract: string
}

export interface Verification {
  chain_id: number
  /** Every lane stood here; more than one when they did not stand together. */
  blocks: { number: number; hash: string }[]
  campaigns_checked: number
  campaigns_total: number
  /** Campaigns whose contract holds more than was given: sent to its address beside donations. No fault. */
  surplus: number
  table_differences: TableDifference[]
  contract_differences: ContractDifference[]
}

interface StoredCampaign {
  address: string
  raised: string
  withdrawn: boolean
  held: string
  block_hash: string
}

const AT_ONCE = 32

/**
 * Holds a chain's tables, in one snapshot, against the events they are made of, and every campaign against its contract at the
 * very block its lane stood at.
 *
 * @param sample only so many campaigns, chosen at random, and no rollups over all of them
 */
export async function verifyChain(
  pool: pg.Pool,
  rpc: Rpc,
  chain: { chainId: number; factoryAddresses: string[] },
  options: { sample?: number | undefined; signal: AbortSignal; onProgress?: (done: number, total: number) => void },
): Promise<Verification> {
  const { chainId } = chain
  const { blocks, campaigns, total, byFactory, tables } = await withTransaction(pool, (tx) =>
    readSnapshot(tx, chainId, options.sample),
  )
  const contractDifferences: ContractDifference[] = []
  let surplus = 0
  let done = 0
  const queue = [...campaigns]
  const worker = async () => {
    for (let campaign = queue.shift(); campaign; campaign = queue.shift()) {
      const { address, block_hash } = campaign
      const state = await rpc.read((endpoint) => readCampaignState(endpoint, address, block_hash, options.signal))
      contractDifferences.push(...compare(campaign, state))
      if (state.balanceWei > BigInt(campaign.held)) surplus++
      options.onProgress?.(++done, campaigns.length)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  const [block] = blocks
  if (blocks.length === 1 && block) {
    for (const factory of chain.factoryAddresses) {
      const count = await rpc.read((endpoint) => readCampaignCount(endpoint, factory, block.hash, options.signal))
      const stored = byFactory.get(factory) ?? 0
      if (count !== stored)
        contractDifferences.push({
          address: factory,
          field: 'campaigns_count',
          stored: String(stored),
          contract: String(count),
        })
    }
  }
  return {
    chain_id: chainId,
    blocks,
    campaigns_checked: campaigns.length,
    campaigns_total: total,
    surplus,
    table_differences: tables,
    contract_differences: contractDifferences,
  }
}

async function readSnapshot(tx: pg.PoolClient, chainId: number, sample: number | undefined) {
  await tx.query('set transaction isolation level repeatable read, read only')
  const lanes = await tx.query(
    'select distinct last_block as number, last_block_hash as hash from consumer_state where chain_id = $1 order by 1',
    [chainId],
  )
  if (lanes.rows.length === 0)
    throw new KindlingError(
      'nothing_indexed',
      `Nothing of chain ${chainId} is indexed yet, so there is nothing to verify.`,
    )
  const factories = await tx.query(
    'select factory_address, count(*) as count from campaigns where chain_id = $1 group by 1',
    [chainId],
  )
  const byFactory = new Map<string, number>(factories.rows.map((row) => [row.factory_address, row.count]))
  // The lane of a campaign is partitionOf (broker/topology.ts) in SQL.
  const { rows: campaigns } = await tx.query<StoredCampaign>(
    `select campaign.address, total_raised_wei as raised, withdrawn,
            total_raised_wei - total_refunded_wei - withdrawn_amount_wei as held, lane.last_block_hash as block_hash
     from campaigns as campaign join consumer_state as lane on lane.chain_id = campaign.chain_id
       and ('x' || right(campaign.address, 8))::bit(32)::bigint % lane.partitions = lane.partition
     where campaign.chain_id = $1 order by ${sample === undefined ? 'campaign.address' : 'random()'} limit $2`,
    [chainId, sample ?? null],
  )
  const tables = await listTableDifferences(
    tx,
    chainId,
    sample === undefined ? null : campaigns.map(({ address }) => address),
  )
  const total = [...byFactory.values()].reduce((sum, count) => sum + count, 0)
  return { blocks: lanes.rows as { number: number; hash: string }[], campaigns, total, byFactory, tables }
}

/** Anyone can send a contract more than its donations, so a balance may be larger than what the tables know, never smaller. */
function compare(campaign: StoredCampaign, state: CampaignState): ContractDifference[] {
  const { address } = campaign
  const differences: ContractDifference[] = []
  const differ = (field: ContractDifference['field'], stored: string, contract: string) =>
    differences.push({ address, field, stored, contract })
  if (BigInt(campaign.raised) !== state.totalRaisedWei)
    differ('total_raised_wei', campaign.raised, String(state.totalRaisedWei))
  if (campaign.withdrawn !== state.withdrawn) differ('withdrawn', String(campaign.withdrawn), String(state.withdrawn))
  if (BigInt(campaign.held) > state.balanceWei) differ('balance_wei', campaign.held, String(state.balanceWei))
  return differences
}
