import { randomBytes } from 'node:crypto'
import { createBlockStore } from '../blockStore.ts'
import { fetchFile } from '../fetchFile.ts'
import { createGatewaySource } from '../gatewaySource.ts'
import { importFile } from '../importFile.ts'
import { addRaw, type BlockMap } from './dags.ts'
import { startGateway } from './hostileGateway.ts'

/** Run in a mount of its own that is nearly full; prints what happened as JSON. */
const store = createBlockStore({ dir: process.argv[2] ?? '' })
const small = await importFile(store, randomBytes(10_000))
const error = await importFile(store, randomBytes(900_000)).then(
  () => undefined,
  (failed) => failed,
)
const blocks: BlockMap = new Map()
const big = randomBytes(900_000)
const cid = addRaw(blocks, big)
await using gateway = await startGateway(blocks)
const gateways = createGatewaySource([gateway.url])
const fetched = await fetchFile(cid, { store, gateways, maxBytes: 1_000_000 })
gateways.close()
const result = {
  error: { code: error?.code, retryable: error?.retryable },
  fetched: Buffer.compare(fetched.bytes, big) === 0,
  kept: (await store.get(small)) !== undefined,
  stat: await store.stat(),
}
process.stdout.write(JSON.stringify(result))
