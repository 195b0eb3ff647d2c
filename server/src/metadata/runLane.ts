import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { runTaskList, type TaskList, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import { errorMessage } from '../lib/errors.ts'
import type { Logger } from '../lib/logger.ts'
import { createJobLogger } from './jobLogger.ts'
import type { WorkerLock } from './workerLock.ts'

const RESTART_MS = 1_000
const FLUSH_MS = 2_000

export interface LaneOptions {
  tasks: TaskList
  concurrency: number
  pollIntervalMs: number
  jobsPool: pg.Pool
  lock: WorkerLock
  /** Gives back the jobs of workers that are gone. */
  check: () => Promise<void>
  logger: Logger
  signal: AbortSignal
}

/** Runs workers for these tasks until the signal aborts; when the queue's library gives up, it is started again. */
export async function runLane(options: LaneOptions): Promise<void> {
  const { signal, logger, lock, check } = options
  while (!signal.aborted) {
    const events: WorkerEvents = new EventEmitter()
    const workers = startWorkers(options, events)
    const shutDown = () => void Promise.resolve(workers.gracefulShutdown()).catch(() => {})
    signal.addEventListener('abort', shutDown, { once: true })
    const failure = await Promise.race([
      Promise.resolve(workers.promise).then(
        () => undefined,
        (error: unknown) => error,
      ),
      flushedInVain(events),
    ])
    signal.removeEventListener('abort', shutDown)
    await lock.release(workers.id)
    if (signal.aborted) return
    logger.warn({ reason: errorMessage(failure) }, 'the job queue stopped, starting it again')
    await sleep(RESTART_MS, undefined, { signal }).catch(() => {})
    // What it had in hand and could not report.
    await check().catch(() => {})
  }
}

/**
 * After several finished jobs could not be reported, graphile-worker 0.18 counts those on their way wrongly and waits for ever to
 * have reported them all; its workers have stopped by then.
 */
async function flushedInVain(events: WorkerEvents): Promise<string> {
  await new Promise<void>((resolve) => {
    events.once('pool:gracefulShutdown:complete', () => resolve())
    events.once('pool:gracefulShutdown:error', () => resolve())
  })
  await sleep(FLUSH_MS, undefined, { ref: false })
  return 'finished jobs could not be reported'
}

function startWorkers(
  { tasks, concurrency, pollIntervalMs, jobsPool, lock, logger }: LaneOptions,
  events: WorkerEvents,
) {
  return runTaskList(
    {
      pgPool: jobsPool,
      concurrency,
      pollInterval: pollIntervalMs,
      noHandleSignals: true,
      events,
      logger: createJobLogger(logger),
      preset: {
        worker: {
          // Without batching, a finished job that cannot be reported is an unhandled rejection.
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
        },
        plugins: [
          {
            name: 'KindlingWorkerLock',
            version: '1.0.0',
            // Before the first job is taken, so that nobody ever sees jobs of a worker that does not seem to live.
            worker: { hooks: { startWorker: (_ctx, { worker }) => lock.hold(worker.workerPool.id) } },
          },
        ],
      },
    },
    tasks,
    jobsPool,
  )
}
