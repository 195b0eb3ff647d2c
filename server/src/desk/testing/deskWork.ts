import type { Logger } from '../../lib/logger.ts'
import type { WorkerOptions } from '../../metadata/runWorker.ts'
import { createDeskTasks } from '../createDeskTasks.ts'
import type { DeskTools } from '../DeskTools.ts'
import { requeueJobs } from '../jobs.ts'

/** The desk's jobs for a worker of a test that has no chain. */
export function deskWork(
  tools: Omit<DeskTools, 'verify' | 'resync'> & Partial<DeskTools>,
  logger: Logger,
): NonNullable<WorkerOptions['more']> {
  const noChain = () => Promise.reject(new Error('there is no chain here'))
  return {
    tasks: (signal) => createDeskTasks({ verify: noChain, resync: noChain, ...tools }, logger, signal),
    concurrency: 2,
    sweep: async () => void (await requeueJobs(tools.pool)),
  }
}
