import { createRequire } from 'node:module'
import { type DestinationStream, type Logger, pino } from 'pino'
import { errorMessage } from './errors.ts'
import { currentTraceId } from './tracing.ts'

export type { Logger }

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LEVELS)[number]
export const logLevels: readonly string[] = LEVELS

/**
 * Structured logs on stderr: stdout belongs to what a command answers. Secrets never reach them (URLs are reduced to their
 * origin by `redactUrl`). `pretty` writes lines for people instead of JSON.
 */
export function createLogger(options: {
  level: LogLevel
  name?: string
  pretty?: boolean
  destination?: DestinationStream
}): Logger {
  const { level, pretty = false } = options
  const stderr = pretty ? prettyStderr() : pino.destination(2)
  return pino(
    {
      level,
      base: options.name === undefined ? null : { part: options.name },
      serializers: { err: describeError },
      // The multipart parser logs a request's headers as `busboyOptions.headers` at trace.
      redact: [
        'password',
        'token',
        'authorization',
        '*.password',
        '*.token',
        '*.headers.authorization',
        '*.headers.cookie',
      ],
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin() {
        const trace = currentTraceId()
        return trace === undefined ? {} : { trace }
      },
    },
    options.destination ?? stderr,
  )
}

/** Loaded only for people. */
function prettyStderr(): DestinationStream {
  const { PinoPretty } = createRequire(import.meta.url)('pino-pretty') as typeof import('pino-pretty')
  return PinoPretty({ destination: 2, sync: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' })
}

/** Scheme, host and port of a URL: paths, queries and user-info of RPC and broker URLs carry keys. */
export function redactUrl(url: string): string {
  try {
    const { protocol, host } = new URL(url)
    return `${protocol}//${host}`
  } catch {
    return '(invalid URL)'
  }
}

/** pino's own serializer adds every property of an error, and pg's errors carry their client with its settings. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const { code } = error as { code?: unknown }
  return { message: errorMessage(error), stack: error.stack, ...(typeof code === 'string' ? { code } : {}) }
}
