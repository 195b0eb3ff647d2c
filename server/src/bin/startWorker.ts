import type { Broker } from '../broker/Broker.ts'
import { createDeskTasks } from '../desk/createDeskTasks.ts'
import { requeueJobs } from '../desk/jobs.ts'
import type { BlockStore } from '../ipfs/blockStore.ts'
import type { GatewaySource } from '../ipfs/gatewaySource.ts'
import { runWorker } from '../metadata/runWorker.ts'
import { createDeskTools } from './createDeskTools.ts'
import type { Parts } from './pipelineParts.ts'

/** Starts the jobs: metadata, pins, and what is asked for at the desk. */
export async function startWorker(
  parts: Parts,
  store: BlockStore,
  gateways: GatewaySource | undefined,
  broker: Broker,
): Promise<void> {
  const { config, logger, shutdown, database } = parts
  const content = { store, ...(gateways ? { gateways } : {}) }
  const tools = createDeskTools(parts, content, broker)
  const worker = await runWorker({
    databaseUrl: database.url,
    pool: database.pool,
    ...content,
    config,
    logger,
    more: {
      tasks: (signal) => createDeskTasks(tools, logger, signal),
      concurrency: DESK_JOBS_AT_ONCE,
      async sweep() {
        const count = await requeueJobs(database.pool)
        if (count > 0) logger.info({ count }, 'enqueued jobs of the desk that no worker knew of')
      },
    },
  })
  shutdown.defer('worker', () => worker.stop())
}

const DESK_JOBS_AT_ONCE = 3
