import { createBlockStore } from '../../server/src/ipfs/blockStore.ts'
import { createGatewaySource } from '../../server/src/ipfs/gatewaySource.ts'
import { fetchDocument } from '../../server/src/metadata/fetchDocument.ts'
import { handIn, readTask } from '../support/measureInChild.ts'

export interface FetchesTask {
  gatewayUrls: string[]
  storeDir: string
  cids: string[]
  timeoutMs: number
}

export interface FetchesResult {
  /** Of the process's resident memory, above what it held before. */
  grownBytes: number
  read: number
  failed: number
  seconds: number
}

/** Fetches and reads all documents at once, and looks how much memory that takes. */
const task = readTask<FetchesTask>()
const store = createBlockStore({ dir: task.storeDir })
const gateways = createGatewaySource(task.gatewayUrls)
const before = process.memoryUsage.rss()
let most = before
const look = () => {
  most = Math.max(most, process.memoryUsage.rss())
}
const looking = setInterval(look, 5)
const startedMs = performance.now()
const results = await Promise.allSettled(
  task.cids.map((cid) => fetchDocument(cid, { store, gateways, timeoutMs: task.timeoutMs })),
)
look()
clearInterval(looking)
gateways.close()
const read = results.filter(({ status }) => status === 'fulfilled').length
handIn({
  grownBytes: most - before,
  read,
  failed: results.length - read,
  seconds: (performance.now() - startedMs) / 1000,
} satisfies FetchesResult)
