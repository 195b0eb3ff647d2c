import { setTimeout as sleep } from 'node:timers/promises'
import { runTaskList, type TaskList } from 'graphile-worker'
import type pg from 'pg'
import type { BlockStore } from '../ipfs/blockStore.ts'
import type { GatewaySource } from '../ipfs/gatewaySource.ts'
import type { Config } from '../lib/config.ts'
import { createPool } from '../lib/database.ts'
import { errorMessage } from '../lib/errors.ts'
import type { Logger } from '../lib/logger.ts'
import { enqueueMissing } from './enqueueMissing.ts'
import { createJobLogger } from './jobLogger.ts'
import { createTasks } from './tasks.ts'
import { openWorkerLock, releaseDeadWorkers, type WorkerLock } from './workerLock.ts'

export interface WorkerOptions {
  databaseUrl: string
  pool: pg.Pool
  store: BlockStore
  /** Without gateways only what the store has is found. */
  gateways?: GatewaySource | undefined
  config: Pick<Config, 'ipfsFetchTimeoutMs'>
  logger: Logger
  signal?: AbortSignal | undefined
  /** New campaigns at once; half as many retries and half as many pictures besides. */
  concurrency?: number
  /** How often the queue is asked for jobs whose time has come; new ones are announced. */
  pollIntervalMs?: number
  /** How often dead workers are looked for. */
  checkIntervalMs?: number
}

export interface RunningWorker {
  /** Hangs up on the gateways, gives back the jobs in hand and resolves when nothing runs any more. */
  stop(): Promise<void>
}

const SWEEP_INTERVAL_MS = 60 * 60_000
const RESTART_MS = 1_000
/** What a worker of either lane may use at once: taking, finishing, and one connection to listen. */
const CONNECTIONS = 6

/**
 * Works off the metadata jobs until stopped. Two lanes, so that a new campaign never waits for a slot behind old ones whose
 * content is gone. Losing the database ends nothing: the lanes start again.
 */
export async function runWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { databaseUrl, pool, logger, concurrency = 8, checkIntervalMs = 30_000 } = options
  const stopping = new AbortController()
  const signal = options.signal ? AbortSignal.any([options.signal, stopping.signal]) : stopping.signal
  const lock = await openWorkerLock(databaseUrl, logger)
  const jobsPool = createPool(databaseUrl, { name: 'kindling worker', max: CONNECTIONS, logger })
  // A connection that dies while the queue has it checked out emits 'error', which nobody else listens to.
  jobsPool.on('connect', (client) => client.on('error', () => {}))
  const { resolve, retry, images } = createTasks({ ...options, timeoutMs: options.config.ipfsFetchTimeoutMs, signal })

  async function check(): Promise<void> {
    const dead = await releaseDeadWorkers(pool, lock.ids())
    if (dead.length > 0) logger.warn({ workers: dead }, 'gave back the jobs of workers that died')
  }
  async function sweep(): Promise<void> {
    const count = await enqueueMissing(pool)
    if (count > 0) logger.info({ count }, 'enqueued metadata that had no job')
  }
  const lane = (tasks: TaskList, size: number) =>
    runLane({
      tasks,
      concurrency: size,
      pollIntervalMs: options.pollIntervalMs ?? 5_000,
      jobsPool,
      lock,
      check,
      logger,
      signal,
    })

  await check()
  await sweep()
  const running = [
    lane({ 'metadata.resolve': resolve }, concurrency),
    lane({ 'metadata.retry': retry, 'metadata.images': images }, Math.ceil(concurrency / 2)),
    repeat(check, checkIntervalMs, signal, logger),
    repeat(sweep, SWEEP_INTERVAL_MS, signal, logger),
  ]
  const ended = Promise.all(running).then(async () => {
    await lock.close()
    await jobsPool.end()
  })
  return {
    async stop() {
      stopping.abort()
      await ended
    },
  }
}

interface LaneOptions {
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

async function runLane(options: LaneOptions): Promise<void> {
  const { signal, logger, lock, check } = options
  while (!signal.aborted) {
    const workers = startWorkers(options)
    const shutDown = () => void Promise.resolve(workers.gracefulShutdown()).catch(() => {})
    signal.addEventListener('abort', shutDown, { once: true })
    const failure = await Promise.resolve(workers.promise).then(
      () => undefined,
      (error: unknown) => error,
    )
    signal.removeEventListener('abort', shutDown)
    await lock.release(workers.id)
    if (signal.aborted) return
    logger.warn({ reason: errorMessage(failure) }, 'the job queue stopped, starting it again')
    await pause(RESTART_MS, signal)
    // What it had in hand and could not report.
    await check().catch(() => {})
  }
}

function startWorkers({ tasks, concurrency, pollIntervalMs, jobsPool, lock, logger }: LaneOptions) {
  return runTaskList(
    {
      pgPool: jobsPool,
      concurrency,
      pollInterval: pollIntervalMs,
      noHandleSignals: true,
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

async function repeat(work: () => Promise<void>, everyMs: number, signal: AbortSignal, logger: Logger): Promise<void> {
  for (;;) {
    await pause(everyMs, signal)
    if (signal.aborted) return
    await work().catch((error) => logger.warn({ reason: errorMessage(error) }, 'upkeep of the job queue failed'))
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> => sleep(ms, undefined, { signal }).catch(() => {})
