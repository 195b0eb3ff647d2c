// Writes openapi.json at the repository's root from the API's own schemas. Needs no database: nothing is asked of it.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { createApp } from '../server/src/app.ts'
import { readConfig } from '../server/src/lib/config.ts'
import { createLogger } from '../server/src/lib/logger.ts'

const root = join(import.meta.dirname, '..')
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
const app = createApp({
  config: readConfig({}),
  pool: new pg.Pool(),
  logger: createLogger({ level: 'silent' }),
  version,
  readiness: async () => ({ ready: true, checks: {} }),
})
await app.ready()
await writeFile(join(root, 'openapi.json'), `${JSON.stringify(app.swagger(), null, 2)}\n`)
await app.close()
