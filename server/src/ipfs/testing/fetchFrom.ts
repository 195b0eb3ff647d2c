import type { CID } from 'multiformats/cid'
import { fetchFile } from '../fetchFile.ts'
import { createGatewaySource } from '../gatewaySource.ts'
import type { IpfsError } from '../IpfsError.ts'
import type { BlockMap } from './dags.ts'
import { startGateway } from './hostileGateway.ts'
import { temporaryStore } from './temporaryStore.ts'

/** With what was asked of the gateway until it failed, and what a file fetched at the same time held. */
export type Failure = IpfsError & { asked: number; beside?: string }

export const failure = (work: Promise<unknown>): Promise<Failure> =>
  work.then(
    () => Promise.reject(new Error('it succeeded')),
    (error) => error,
  )

/** Fetches over a gateway that serves the blocks as they are: what is hostile is in the blocks, the same at every gateway. */
export async function fetchFrom(blocks: BlockMap, root: CID, path = '', maxBytes = 1024 * 1024, beside?: CID) {
  await using gateway = await startGateway(blocks)
  await using temporary = await temporaryStore()
  const gateways = createGatewaySource([gateway.url], { hedgeMs: 1000 })
  const options = { store: temporary.store, gateways, maxBytes, deadlineMs: 20_000 }
  const honest = beside && fetchFile(beside, options)
  try {
    const file = await fetchFile(root, { ...options, path })
    return { text: Buffer.from(file.bytes).toString(), asked: gateway.asked.length }
  } catch (error) {
    const besideIt = honest && Buffer.from((await honest).bytes).toString()
    throw Object.assign(error as IpfsError, { asked: gateway.asked.length, beside: besideIt })
  } finally {
    gateways.close()
  }
}
