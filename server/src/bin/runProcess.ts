import { flushCompileCache } from 'node:module'
import { type Config, readConfig } from '../lib/config.ts'
import { errorMessage, KindlingError } from '../lib/errors.ts'
import { createLogger, type Logger } from '../lib/logger.ts'
import { createShutdown, type Shutdown } from '../lib/shutdown.ts'
import { useTracer } from '../lib/tracing.ts'
import { say } from './say.ts'
import { version } from './version.ts'

export interface ProcessContext {
  config: Config
  logger: Logger
  shutdown: Shutdown
}

export interface ProcessOptions {
  /** Which part of Kindling the log speaks of. */
  name: string
  /** Goes on until it is told to stop; else the process ends when `work` does. */
  longRunning?: boolean
  /** The log's level where LOG_LEVEL is not set. */
  defaultLogLevel?: 'info' | 'warn' | 'silent'
}

/** After a start: when the first requests are answered. */
const KEEP_COMPILED_MS = 10_000

/**
 * The frame of every command: reads the configuration, runs `work`, closes everything in order at its end, at SIGINT and at SIGTERM. An
 * error is one sentence on stderr and exit code 1.
 */
export async function runProcess(
  options: ProcessOptions,
  work: (context: ProcessContext) => Promise<unknown>,
): Promise<void> {
  let shutdown: Shutdown | undefined
  try {
    const config = readConfig()
    const level = process.env['LOG_LEVEL'] ? config.logLevel : (options.defaultLogLevel ?? config.logLevel)
    const logger = createLogger({ level, name: options.name, pretty: process.stderr.isTTY && !config.production })
    shutdown = createShutdown(logger)
    listenForSignals(shutdown, options)
    if (options.longRunning) await startTracing(config, options.name, shutdown)
    await work({ config, logger, shutdown })
    if (options.longRunning) return keepCompiled()
    process.exit((await shutdown.run()) ? 0 : 1)
  } catch (error) {
    await shutdown?.run()
    // Being told to stop in the midst of starting is no error.
    if (shutdown?.signal.aborted && isAbort(error)) process.exit(0)
    fail(error)
  }
}

/** Node writes what it compiled when a process ends; one that is killed leaves nothing to the next, which starts a second slower. */
function keepCompiled(): void {
  setTimeout(flushCompileCache, KEEP_COMPILED_MS).unref()
}

async function startTracing({ tracing }: Config, part: string, shutdown: Shutdown): Promise<void> {
  if (tracing === undefined) return
  // Loaded only where it is wanted: it takes 150 ms of a start.
  const { createOtelTracer } = await import('../lib/openTelemetry.ts')
  const { tracer, close } = createOtelTracer({ ...tracing, part, version })
  useTracer(tracer)
  shutdown.defer('tracing', close)
}

function isAbort(error: unknown): boolean {
  return (error as { name?: string }).name === 'AbortError'
}

function listenForSignals(shutdown: Shutdown, { longRunning }: ProcessOptions): void {
  let asked = 0
  const stop = () => {
    asked++
    // A second Ctrl-C means now; the children end with this process.
    if (asked > 1) process.exit(130)
    if (longRunning) say('Stopping …')
    void shutdown.run().then((isClean) => process.exit(isClean ? 0 : 1))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.on('SIGHUP', stop)
}

/** Says what went wrong and ends the process. What was not thrown on purpose is shown with its stack. */
export function fail(error: unknown): never {
  const text =
    error instanceof KindlingError
      ? sentence(error)
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error)
  process.stderr.write(`kindling: ${text}\n`)
  process.exit(1)
}

function sentence(error: KindlingError): string {
  return errorMessage(error)
}
