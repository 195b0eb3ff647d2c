import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Gauge } from 'prom-client'
import { createLine } from '../lib/line.ts'
import { clientGone } from './clientGone.ts'
import { ProblemError } from './problems.ts'

declare module 'fastify' {
  interface FastifyInstance {
    searches: Searches
  }
}

export interface Searches {
  /**
   * Does what a search takes once its turn has come, and nothing of it for a client that has gone by then.
   *
   * @throws ProblemError too_many_searches when that takes longer than anybody waits
   */
  inTurn<T>(request: FastifyRequest, reply: FastifyReply, search: () => Promise<T>): Promise<T>
  metrics: [Gauge, Gauge]
}

/**
 * As many as keep a process busy that writes meanwhile what was found. With more of them under way each takes longer and the slowest twice as
 * long, as none is finished before the others.
 */
export const SEARCHES_AT_ONCE = 4
const PATIENCE_MS = 10_000
const IMPATIENT = new Error('Nobody waits longer.')

/**
 * Searches take several times what other reads take, so they stand in a line: other pages need not wait behind them.
 *
 * @param kept the campaigns that they know
 */
export function addSearches(app: FastifyInstance, kept: { readonly bytes: number }): void {
  const line = createLine(SEARCHES_AT_ONCE)
  const gauge: Gauge = new Gauge({
    name: 'kindling_searches',
    help: 'Searches under way, and those that wait for their turn.',
    labelNames: ['state'],
    registers: [],
    collect() {
      const { inside, waiting } = line.count()
      gauge.set({ state: 'underway' }, inside)
      gauge.set({ state: 'waiting' }, waiting)
    },
  })
  const known: Gauge = new Gauge({
    name: 'kindling_kept_campaigns_bytes',
    help: 'Campaigns that searches know from earlier ones, until they change.',
    registers: [],
    collect: () => void known.set(kept.bytes),
  })
  app.decorate('searches', {
    metrics: [gauge, known],
    async inTurn(request, reply, search) {
      // One signal and a timer that is put off: what AbortSignal.timeout and .any leave behind took a tenth of a small search.
      const ended = new AbortController()
      const patience = setTimeout(() => ended.abort(IMPATIENT), Math.max(0, PATIENCE_MS - reply.elapsedTime))
      const hadToWait = await line
        .enter(clientGone(reply, ended))
        .catch((error: unknown) => {
          if (error !== IMPATIENT) throw error
          throw new ProblemError('too_many_searches', 'Too many searches are under way; try again in a moment.', {
            headers: { 'retry-after': '5' },
          })
        })
        .finally(() => clearTimeout(patience))
      // What was true when the request came need not be what is read now.
      if (hadToWait) request.position = undefined
      try {
        return await search()
      } finally {
        line.leave()
      }
    },
  } satisfies Searches)
}
