// Serves the API (or, as "bare", a fixed answer of 20 KB by node:http) on a free port, told to the parent process.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp } from '../../server/src/app.ts'
import { readConfig } from '../../server/src/lib/config.ts'
import { createPool } from '../../server/src/lib/database.ts'
import { createLogger } from '../../server/src/lib/logger.ts'

const [kind, databaseUrl] = process.argv.slice(2) as ['bare' | 'kept' | 'uncached', string]
if (kind === 'bare') {
  const body = Buffer.alloc(20_000, 'x')
  const server = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body),
  )
  server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port))
} else {
  const app = createApp({
    config: readConfig({ RATE_LIMIT_ANON: '100000000/minute' }),
    pool: createPool(databaseUrl, { max: 16, name: 'bench api' }),
    logger: createLogger({ level: 'warn' }),
    version: 'bench',
    readiness: async () => ({ ready: true, checks: {} }),
    ...(kind === 'uncached' ? { keptBytes: 0 } : {}),
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  process.send!((app.server.address() as AddressInfo).port)
}
