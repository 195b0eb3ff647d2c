import type { FastifyInstance } from 'fastify'
import pg from 'pg'

/**
 * Connections beside those of the pool, for one purpose alone, first come first served; they end with the app.
 *
 * @param name tells them apart in `pg_stat_activity`
 */
export function ownPool(app: FastifyInstance, pool: pg.Pool, { max, name }: { max: number; name: string }): pg.Pool {
  const own = new pg.Pool({ ...pool.options, max, application_name: `kindling ${name}` })
  own.on('error', (error) => app.log.info({ reason: error.message }, 'idle database connection lost'))
  app.addHook('onClose', () => own.end())
  return own
}
