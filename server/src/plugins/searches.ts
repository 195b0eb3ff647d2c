import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { ownPool } from './ownPool.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** The connections on which campaigns are looked for by words and counted by facets. */
    searches: pg.Pool
  }
}

/**
 * As many as keep a process busy that writes what is found meanwhile. With more of them under way each takes longer and the slowest twice
 * as long, as none is finished before the others; and however many are asked for, pages of known campaigns need not wait behind them.
 */
const AT_ONCE = 4

/** Searches take ten times what other reads take, so they stand in a line of their own. */
export function addSearches(app: FastifyInstance, pool: pg.Pool): void {
  app.decorate('searches', ownPool(app, pool, { max: AT_ONCE, name: 'searches' }))
}
