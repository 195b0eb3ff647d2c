import pg from 'pg'
import { KindlingError } from './errors.ts'
import type { Logger } from './logger.ts'

/** int8 holds block numbers, sequence numbers and ids, all far below 2^53; anything above is a fault, never rounded. */
function parseInt8(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new KindlingError('integer_unsafe', `The bigint ${text} is past 2^53.`)
  return number
}

const ZERO = '0'.charCodeAt(0)

/** As a session in UTC writes it, 2026-11-22 09:30:00.123456+00, at a fifth of what pg's own parser takes. Others are left to that one. */
function parseTime(text: string): Date {
  const length = text.length
  if (
    length < 22 ||
    length > 29 ||
    text[4] !== '-' ||
    text[10] !== ' ' ||
    !text.endsWith('+00') ||
    text.startsWith('00')
  )
    return parseAnyTime(text)
  const digit = (at: number) => text.charCodeAt(at) - ZERO
  const two = (at: number) => digit(at) * 10 + digit(at + 1)
  // Of a fraction of one to six digits the first three.
  let ms = 0
  for (let at = 20; at < 23; at++) ms = ms * 10 + (at < length - 3 ? digit(at) : 0)
  return new Date(Date.UTC(two(0) * 100 + two(2), two(5) - 1, two(8), two(11), two(14), two(17), ms))
}
const TIMESTAMPTZ = 1184
const parseAnyTime = pg.types.getTypeParser(TIMESTAMPTZ, 'text') as (text: string) => Date

const INT8 = 20
const INT8_ARRAY = 1016
const NUMERIC_ARRAY = 1231
const DATE = 1082

// numeric stays the exact decimal string that PostgreSQL sends; pg's own parser of numeric[] would round it.
const parsers = new Map<number, (text: string) => unknown>([
  [INT8, parseInt8],
  [INT8_ARRAY, (text) => splitArray(text).map(parseInt8)],
  [NUMERIC_ARRAY, splitArray],
  [DATE, (text) => text],
  [TIMESTAMPTZ, parseTime],
])

function splitArray(text: string): string[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',')
}

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    const parser = format === 'binary' ? undefined : parsers.get(oid)
    return parser ?? pg.types.getTypeParser(oid, format as 'text')
  },
} as unknown as pg.CustomTypesConfig

/**
 * UTC; and the server asks after a minute whether a silent client is still there. By its own default it takes two hours to notice
 * that a machine has vanished, and so long that one would stay the producer.
 */
const SESSION_OPTIONS = '-c timezone=UTC -c tcp_keepalives_idle=20 -c tcp_keepalives_interval=5'

/** The settings of every connection: parsers that keep wei exact, UTC, a name to find it by. */
export function connectionConfig(databaseUrl: string, name = 'kindling'): pg.ClientConfig {
  return { connectionString: databaseUrl, application_name: name, types, options: SESSION_OPTIONS, keepAlive: true }
}

/**
 * A pool whose idle connections may break (a restarted server) without ending the process: the next query
 * opens a new one.
 */
export function createPool(
  databaseUrl: string,
  options: { max?: number; name?: string; logger?: Logger } = {},
): pg.Pool {
  const pool = new pg.Pool({
    ...connectionConfig(databaseUrl, options.name),
    max: options.max ?? 10,
    connectionTimeoutMillis: 10_000,
  })
  pool.on('error', (error) => options.logger?.info({ reason: error.message }, 'idle database connection lost'))
  return pool
}

/** Runs `work` in one transaction: committed when it resolves, rolled back when it throws. */
export async function withTransaction<T>(pool: pg.Pool, work: (tx: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  // A connection that dies between two statements emits 'error' outside any promise.
  const onError = (error: Error) => {
    broken = error
  }
  client.on('error', onError)
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}

/**
 * Whether trying again can help: connection faults, resources, serialization and administrative shutdowns can; a
 * statement that the database refuses for its content cannot. Classes: PostgreSQL manual, appendix A.
 */
export function isRetryableDatabaseError(error: unknown): boolean {
  const { code, severity } = (error ?? {}) as { code?: unknown; severity?: unknown }
  // Not a statement that came at a bad time, but the whole database, closed for maintenance (ALLOW_CONNECTIONS false).
  if (code === '55000' && severity === 'FATAL') return true
  if (typeof code !== 'string') return /connect|terminated|timeout|closed/i.test((error as Error | null)?.message ?? '')
  if (/^[0-9A-Z]{5}$/.test(code)) return /^(08|25006|40|53|55P03|57|58|XX000)/.test(code)
  // A socket's errno (ECONNREFUSED, ECONNRESET, EPIPE, ENOTFOUND …), or what Node says of a connection that is gone; of its other errors, mistakes
  // in a program, none.
  return code.startsWith('ERR_') ? /^ERR_(SOCKET|STREAM|TLS|SSL)_/.test(code) : code.startsWith('E')
}
