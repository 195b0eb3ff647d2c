import { setTimeout as sleep } from 'node:timers/promises'
import { createBlockStore } from '../../server/src/ipfs/blockStore.ts'
import { createGatewaySource } from '../../server/src/ipfs/gatewaySource.ts'
import { createPool } from '../../server/src/lib/database.ts'
import { createLogger } from '../../server/src/lib/logger.ts'
import { runWorker } from '../../server/src/metadata/runWorker.ts'
import { handIn, readTask } from '../support/measureInChild.ts'

export interface BackfillTask {
  databaseUrl: string
  gatewayUrls: string[]
  storeDir: string
  documents: number
}

export interface BackfillResult {
  seconds: number
  /** Until half were there: the rest waits for the retries of what failed. */
  secondsToHalf: number
  cpuSeconds: number
  maxRssBytes: number
  states: Record<string, number>
}

/** The worker with its default settings, from its start until every document is resolved. */
const task = readTask<BackfillTask>()
const logger = createLogger({ level: 'silent' })
const pool = createPool(task.databaseUrl, { name: 'bench', max: 20 })
const gateways = createGatewaySource(task.gatewayUrls)
const startedMs = performance.now()
const worker = await runWorker({
  databaseUrl: task.databaseUrl,
  pool,
  store: createBlockStore({ dir: task.storeDir }),
  gateways,
  config: { ipfsFetchTimeoutMs: 30_000 },
  logger,
})

async function countStates(): Promise<Record<string, number>> {
  const { rows } = await pool.query('select state, count(*) as count from campaign_metadata group by state')
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.count)]))
}

let secondsToHalf: number | undefined
for (;;) {
  const states = await countStates()
  const seconds = (performance.now() - startedMs) / 1000
  if ((states['resolved'] ?? 0) >= task.documents / 2) secondsToHalf ??= seconds
  if (states['resolved'] === task.documents) {
    const { user, system } = process.cpuUsage()
    const maxRssBytes = process.resourceUsage().maxRSS * 1024
    await worker.stop()
    gateways.close()
    await pool.end()
    const cpuSeconds = (user + system) / 1e6
    handIn({ seconds, secondsToHalf: secondsToHalf!, cpuSeconds, maxRssBytes, states } satisfies BackfillResult)
    break
  }
  await sleep(50)
}
