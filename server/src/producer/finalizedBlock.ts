import { RpcError } from '../chain/RpcError.ts'
import { type BlockHeader, readBlock } from '../chain/readBlock.ts'
import type { Rpc } from '../chain/rpc.ts'

/** The newest block that the node calls final; where it does not know, the deepest reorg that is followed. */
export async function finalizedBlock(
  rpc: Rpc,
  head: BlockHeader,
  maxReorgDepth: number,
  signal: AbortSignal,
): Promise<number> {
  try {
    const finalized = await rpc.read((endpoint) => readBlock(endpoint, 'finalized', signal))
    if (finalized !== null) return Math.min(finalized.number, head.number)
  } catch (error) {
    if (!(error instanceof RpcError && error.fault === 'refused')) throw error
  }
  return Math.max(-1, head.number - maxReorgDepth)
}
