// Serves the API (or, as "bare", a fixed answer of 20 KB by node:http) on a free port, told to the parent process.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type pg from 'pg'
import { createApp } from '../../server/src/app.ts'
import { readConfig } from '../../server/src/lib/config.ts'
import { createPool } from '../../server/src/lib/database.ts'
import { collectForRequests } from '../../server/src/lib/garbageCollection.ts'
import { createLogger } from '../../server/src/lib/logger.ts'
import type { Asked, AskedStatement, ServeMode } from './serving.ts'

const [mode, databaseUrl] = process.argv.slice(2) as [ServeMode, string]

async function serve(): Promise<number> {
  if (mode === 'bare') {
    const body = Buffer.alloc(20_000, 'x')
    const server = createServer((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body),
    )
    // Between two parts of a measurement its connections wait.
    server.keepAliveTimeout = 600_000
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return (server.address() as AddressInfo).port
  }
  collectForRequests()
  const pool = createPool(databaseUrl, { max: 16, name: 'bench api' })
  const app = createApp({
    config: readConfig({ RATE_LIMIT_ANON: '100000000/minute' }),
    pool,
    logger: createLogger({ level: 'warn' }),
    version: 'bench',
    readiness: async () => ({ ready: true, checks: {} }),
    // Each answer is made anew.
    ...(mode === 'kept' ? {} : { keptBytes: 0 }),
    ...(mode === 'reread' ? { keptCampaignBytes: 0 } : {}),
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  process.on('message', (asked: Asked) => {
    if (asked.ask === 'statements') {
      void statementsOf(pool, () => app.inject(asked.path)).then((all) => process.send!(all))
    }
  })
  return (app.server.address() as AddressInfo).port
}

/** What a request asks of the database, and how long each statement takes. */
async function statementsOf(pool: pg.Pool, request: () => Promise<unknown>): Promise<AskedStatement[]> {
  const asked: AskedStatement[] = []
  const { query } = pool
  pool.query = (async (statement: string | { text: string; values?: unknown[] }, values?: unknown[]) => {
    const start = performance.now()
    const result = await (query as (...given: unknown[]) => Promise<unknown>).call(pool, statement, values)
    const { text, values: given = values } = typeof statement === 'string' ? { text: statement } : statement
    asked.push({ text, values: (given ?? []).map(asText), ms: performance.now() - start })
    return result
  }) as unknown as typeof pool.query
  try {
    await request()
  } finally {
    pool.query = query
  }
  return asked
}

/** Bytes as PostgreSQL reads them; they would not arrive as such. */
const asText = (value: unknown) => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value)

process.on('message', ({ ask }: Asked) => {
  if (ask !== 'cpu') return
  const { user, system } = process.cpuUsage()
  process.send!(user + system)
})
process.send!(await serve())
