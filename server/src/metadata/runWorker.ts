import { setTimeout as sleep } from 'node:timers/promises'
import type { TaskList } from 'graphile-worker'
import type pg from 'pg'
import type { BlockStore } from '../ipfs/blockStore.ts'
import { createPinBackend } from '../ipfs/createPinBackend.ts'
import type { GatewaySource } from '../ipfs/gatewaySource.ts'
import { IpfsError } from '../ipfs/IpfsError.ts'
import type { PinBackend } from '../ipfs/pin.ts'
import type { Config } from '../lib/config.ts'
import { createPool } from '../lib/database.ts'
import { ConfigError, errorMessage } from '../lib/errors.ts'
import type { Logger } from '../lib/logger.ts'
import { enqueueMissing } from './enqueueMissing.ts'
import { runLane } from './runLane.ts'
import { createTasks } from './tasks.ts'
import { collectUploads } from './uploads/collectUploads.ts'
import { enqueueMissingPins, enqueueMissingUnpins } from './uploads/enqueuePins.ts'
import { openWorkerLock, releaseDeadWorkers } from './workerLock.ts'

export interface WorkerOptions {
  databaseUrl: string
  pool: pg.Pool
  store: BlockStore
  /** Without gateways only what the store has is found. */
  gateways?: GatewaySource | undefined
  config: Pick<Config, 'ipfsFetchTimeoutMs'> & Partial<Pick<Config, 'ipfsPinUrl'>>
  logger: Logger
  signal?: AbortSignal | undefined
  /** New campaigns at once; half as many retries and pictures besides. More than one gateway takes at once (16), so that it is kept busy while rows are written. */
  concurrency?: number
  /** How often the queue is asked for jobs whose time has come; new ones are announced. */
  pollIntervalMs?: number
  /** How often dead workers are looked for. */
  checkIntervalMs?: number
  /** Work of other rooms, in a lane of its own. */
  more?:
    | {
        /** @param signal aborts when the worker stops */
        tasks: (signal: AbortSignal) => TaskList
        /** Jobs at once. */
        concurrency: number
        /** Has what has no job in the queue taken up. */
        sweep: () => Promise<void>
      }
    | undefined
}

export interface RunningWorker {
  /** Hangs up on the gateways, gives back the jobs in hand and resolves when nothing runs any more. */
  stop(): Promise<void>
}

const SWEEP_INTERVAL_MS = 60 * 60_000
const PINS_AT_ONCE = 2
/** What a worker of either lane may use at once: taking, finishing, and one connection to listen. */
const CONNECTIONS = 8

/**
 * Works off the jobs until stopped: metadata, pins, and the upkeep of both. Several lanes, so that a new campaign never waits
 * for a slot behind old ones whose content is gone, nor behind a pinning service. Losing the database ends nothing: the lanes start again.
 */
export async function runWorker(options: WorkerOptions): Promise<RunningWorker> {
  const { databaseUrl, pool, logger, concurrency = 24, checkIntervalMs = 30_000 } = options
  const stopping = new AbortController()
  const signal = options.signal ? AbortSignal.any([options.signal, stopping.signal]) : stopping.signal
  const backend = openPinBackend(options)
  const lock = await openWorkerLock(databaseUrl, logger)
  const jobsPool = createPool(withoutWaiting(databaseUrl), { name: 'kindling worker', max: CONNECTIONS, logger })
  // A connection that dies while the queue has it checked out emits 'error', which nobody else listens to.
  jobsPool.on('connect', (client) => client.on('error', () => {}))
  const tasks = { ...options, backend, timeoutMs: options.config.ipfsFetchTimeoutMs, signal }
  const { resolve, retry, images, pin, unpin } = createTasks(tasks)

  async function check(): Promise<void> {
    const dead = await releaseDeadWorkers(pool, lock.ids())
    if (dead.length > 0) logger.warn({ workers: dead }, 'gave back the jobs of workers that died')
  }
  async function sweep(): Promise<void> {
    const count = await enqueueMissing(pool)
    if (count > 0) logger.info({ count }, 'enqueued metadata that had no job')
    const pins = await enqueueMissingPins(pool)
    if (pins > 0) logger.info({ pins }, 'enqueued pins that had no job')
    const unpins = await enqueueMissingUnpins(pool)
    if (unpins > 0) logger.info({ unpins }, 'enqueued unpins that had no job')
    const collected = await collectUploads(pool, options.store)
    if (collected.length > 0) logger.info({ cids: collected }, 'removed uploads that no campaign speaks of')
    await options.more?.sweep()
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
    lane({ 'uploads.pin': pin, 'uploads.unpin': unpin }, PINS_AT_ONCE),
    ...(options.more ? [lane(options.more.tasks(signal), options.more.concurrency)] : []),
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

/**
 * Taking and finishing jobs need not wait for the disk: after a crash of PostgreSQL a job is done again, which is harmless. The
 * connection string's options replace those of the pool.
 */
function withoutWaiting(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  const given = url.searchParams.get('options') ?? '-c timezone=UTC'
  url.searchParams.set('options', `${given} -c synchronous_commit=off`)
  return url.href
}

/** @throws ConfigError for an IPFS_PIN_URL that is none */
function openPinBackend({ store, config }: Pick<WorkerOptions, 'store' | 'config'>): PinBackend {
  try {
    return createPinBackend(store, config.ipfsPinUrl)
  } catch (error) {
    throw error instanceof IpfsError ? new ConfigError(error.message, error) : error
  }
}

async function repeat(work: () => Promise<void>, everyMs: number, signal: AbortSignal, logger: Logger): Promise<void> {
  for (;;) {
    await sleep(everyMs, undefined, { signal }).catch(() => {})
    if (signal.aborted) return
    await work().catch((error) => logger.warn({ reason: errorMessage(error) }, 'upkeep of the job queue failed'))
  }
}
