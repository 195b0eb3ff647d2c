import type { CID } from 'multiformats/cid'
import { Budget } from './Budget.ts'
import type { BlockStore } from './blockStore.ts'
import { blockKey, inlineBytes } from './cid.ts'
import type { FileFromGateway, GatewaySource } from './gatewaySource.ts'
import { IpfsError } from './IpfsError.ts'
import type { Walk } from './walk.ts'

export interface FetchOptions {
  store: BlockStore
  /** Without gateways only what is stored is read. */
  gateways?: GatewaySource | undefined
  /** Names joined by `/`, below the CID; nothing is percent-decoded. */
  path?: string | undefined
  /** The largest file accepted. */
  maxBytes: number
  deadlineMs?: number | undefined
  signal?: AbortSignal | undefined
}

/** Bytes of blocks beyond those of the file: links, directories on the path. */
const OVERHEAD_BYTES = 4 * 1024 * 1024

/** A full disk must not keep proved bytes from whoever asked; the store counts the failure. */
async function keep(store: BlockStore, cid: CID, bytes: Uint8Array): Promise<void> {
  try {
    await store.put(cid, bytes)
  } catch (error) {
    if (!(error instanceof IpfsError && error.code === 'store_full')) throw error
  }
}

/** A walk over the store and, for what it lacks, the gateways; what they send is stored. */
export function createWalk({ store, gateways, maxBytes, deadlineMs = 30_000, signal }: FetchOptions) {
  const budget = new Budget({ maxBytes: maxBytes + OVERHEAD_BYTES, deadlineMs, signal })
  let from = 'store'
  // What came as a whole file, so that it can be read though the disk be full.
  const atHand = new Map<string, Uint8Array>()
  const read = async (cid: CID): Promise<Uint8Array> => {
    const stored = inlineBytes(cid) ?? atHand.get(blockKey(cid)) ?? (await store.get(cid))
    if (stored) return stored
    if (!gateways) throw new IpfsError('not_local', `CID ${cid} is not in the store.`)
    const fetched = await gateways.fetchBlock(cid, budget.signal)
    from = fetched.gateway
    await keep(store, cid, fetched.bytes)
    return fetched.bytes
  }
  // Until it is kept: leaves are read ahead, and one that follows itself would be asked for again between its arrival and that.
  const underway = new Map<string, Promise<Uint8Array>>()
  const load = (cid: CID): Promise<Uint8Array> => {
    const key = blockKey(cid)
    let reading = underway.get(key)
    if (reading === undefined) {
      reading = read(cid).finally(() => underway.delete(key))
      underway.set(key, reading)
    }
    return reading
  }
  const walk: Walk = { load, budget }
  /** Says `deadline` where the time ran out, with what the gateways had done until then. */
  const timely = (error: unknown): unknown =>
    error instanceof IpfsError && error.code === 'aborted' && budget.timedOut
      ? new IpfsError(
          'deadline',
          `${error.message.replace(/\.$/, '')} because it was not done within ${deadlineMs} ms.`,
          {
            cause: error,
            faults: error.faults,
          },
        )
      : error
  return {
    walk,
    budget,
    from: () => from,
    async take({ gateway, blocks }: FileFromGateway): Promise<void> {
      from = gateway
      for (const { cid, bytes } of blocks) {
        atHand.set(blockKey(cid), bytes)
        await keep(store, cid, bytes)
      }
    },
    timely,
  }
}
