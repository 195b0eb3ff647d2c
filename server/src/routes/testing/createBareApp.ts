import type { FastifyInstance } from 'fastify'
import { createApp } from '../../app.ts'
import { readConfig } from '../../lib/config.ts'
import { createPool } from '../../lib/database.ts'
import { createLogger, type Logger } from '../../lib/logger.ts'
import type { RouteContext } from '../context.ts'

/** An app whose database does not answer. */
export function createBareApp(
  options: {
    env?: Record<string, string>
    databaseUrl?: string | undefined
    readiness?: RouteContext['readiness']
    logger?: Logger
  } = {},
): FastifyInstance {
  return createApp({
    config: readConfig(options.env ?? {}),
    pool: createPool(options.databaseUrl ?? 'postgres://127.0.0.1:1/none'),
    logger: options.logger ?? createLogger({ level: 'silent' }),
    version: '0',
    readiness: options.readiness ?? (async () => ({ ready: true, checks: {} })),
  })
}
