import type pg from 'pg'
import type { Endpoint } from '../chain/endpoint.ts'
import { RpcError } from '../chain/RpcError.ts'
import { type BlockHeader, readBlock } from '../chain/readBlock.ts'
import { KindlingError } from '../lib/errors.ts'
import type { Anchor } from './checkpoint.ts'

/** A reorg below everything that is remembered: nobody but a person can say what is true. */
export class ReorgTooDeepError extends KindlingError {
  constructor(chainId: number, block: number, depth: number) {
    super(
      'reorg_too_deep',
      `Chain ${chainId} was reorganised more than ${depth} blocks below block ${block}: check the node, then run "kindling producer resync --from-block N" from a block that is right.`,
    )
  }
}

/**
 * The newest remembered block at or below `from` that the chain still has: the common ancestor, exact within the
 * unfinalized window (there every block is remembered), else the next remembered one below it.
 *
 * @param options.startBlock the first block that is read at all
 * @throws ReorgTooDeepError when it would lie more than `maxDepth` below `from`
 */
export async function findAncestor(
  endpoint: Endpoint,
  pool: pg.Pool,
  chainId: number,
  from: number,
  { maxDepth, startBlock }: { maxDepth: number; startBlock: number },
  signal: AbortSignal,
): Promise<Anchor> {
  const { rows } = await pool.query<{ number: number; hash: string }>(
    'select number, hash from blocks where chain_id = $1 and number <= $2 order by number desc',
    [chainId, from],
  )
  for (const row of rows) {
    if (from - row.number > maxDepth) break
    const anchor = await anchorIfCanonical(endpoint, row.number, row.hash, signal)
    if (anchor) return anchor
  }
  // Nothing is held below the first block: a reorg of a chain's youth goes back to where the index began.
  const lowest = rows.at(-1)
  if (lowest && lowest.number < startBlock && from - lowest.number <= maxDepth) {
    return anchorAt(endpoint, lowest.number, signal)
  }
  throw new ReorgTooDeepError(chainId, from, maxDepth)
}

const NO_HASH = `0x${'0'.repeat(64)}`

/** The block as an anchor if the node's chain has it, else null. Block -1, before the genesis block, is on every chain. */
export async function anchorIfCanonical(
  endpoint: Endpoint,
  block: number,
  hash: string,
  signal: AbortSignal,
): Promise<Anchor | null> {
  if (block < 0) return hash === NO_HASH ? { block, hash, time: 0 } : null
  const header = await readBlock(endpoint, block, signal)
  return header?.hash === hash ? { block, hash, time: header.time } : null
}

/** The anchor at a block number, whatever its hash. */
export async function anchorAt(endpoint: Endpoint, block: number, signal: AbortSignal): Promise<Anchor> {
  if (block < 0) return { block: -1, hash: NO_HASH, time: 0 }
  const header = await readBlock(endpoint, block, signal)
  if (header === null)
    throw new KindlingError('block_missing', `${endpoint.health.origin} has no block ${block}.`, { retryable: true })
  return { block, hash: header.hash, time: header.time }
}

/**
 * Whether a node's chain, no longer than what was published, has other blocks. A node that is merely behind has the same.
 *
 * @param at the block reached; `head` is the node's
 * @throws RpcError `inconsistent` when the node lacks a block below its own head
 */
export async function isOffChain(
  endpoint: Endpoint,
  pool: pg.Pool,
  chainId: number,
  at: { block: number; hash: string },
  head: BlockHeader,
  signal: AbortSignal,
): Promise<boolean> {
  if (head.number < at.block) {
    const { rows } = await pool.query('select hash from blocks where chain_id = $1 and number = $2', [
      chainId,
      head.number,
    ])
    return rows[0] !== undefined && rows[0].hash !== head.hash
  }
  if (at.block < 0) return false
  const header = await readBlock(endpoint, at.block, signal)
  if (header === null)
    throw new RpcError('inconsistent', `${endpoint.health.origin} has block ${head.number}, but not ${at.block}.`)
  return header.hash !== at.hash
}
