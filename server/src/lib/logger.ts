import { type DestinationStream, type Logger, pino } from 'pino'
import { errorMessage } from './errors.ts'

export type { Logger }

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LEVELS)[number]
export const logLevels: readonly string[] = LEVELS

/** Structured logs on stdout; secrets never reach them (URLs are reduced to their origin by `redactUrl`). */
export function createLogger(options: { level: LogLevel; name?: string; destination?: DestinationStream }): Logger {
  return pino(
    {
      level: options.level,
      base: options.name === undefined ? null : { part: options.name },
      serializers: { err: describeError },
      redact: ['password', 'token', 'authorization', '*.password', '*.token', 'req.headers.authorization'],
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    options.destination ?? pino.destination(1),
  )
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
