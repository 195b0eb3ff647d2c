import { setImmediate } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { type ChainPosition, getChainPosition } from '../queries/getChainPosition.ts'

declare module 'fastify' {
  interface FastifyInstance {
    positions: Positions
  }
  interface FastifyRequest {
    /** Where the chain stood after the request had come, as far as somebody asked already. */
    position: ChainPosition | undefined
  }
}

export interface Positions {
  /** Where a chain stands, read after this was called; undefined where there is no such chain. */
  of(chainId: number | undefined): Promise<ChainPosition | undefined>
}

/** What waits in the sockets is parsed after the second turn of the loop at the earliest. */
const LEAST_TURNS = 2
const MOST_TURNS = 8

/**
 * Tells where chains stand at the price of one small statement for all who ask at once: one at a time is under way, and whoever
 * comes meanwhile shares the next, which is sent when a turn of the loop brings nobody else. So an answer may be compared with the
 * newest commit, whatever the load.
 */
export function addPositions(app: FastifyInstance, pool: pg.Pool): void {
  // A connection of its own: a kept answer must not wait behind searches.
  const own = new pg.Pool({ ...pool.options, max: 1, application_name: 'kindling positions' })
  own.on('error', (error) => app.log.info({ reason: error.message }, 'idle database connection lost'))
  let came = 0
  const awaited = new Map<number | undefined, Promise<ChainPosition | undefined>>()
  const underway = new Map<number | undefined, Promise<unknown>>()

  async function read(chainId: number | undefined): Promise<ChainPosition | undefined> {
    await underway.get(chainId)
    for (let turn = 0, before = 0; turn < LEAST_TURNS || (before !== came && turn < MOST_TURNS); turn++) {
      before = came
      await setImmediate()
    }
    awaited.delete(chainId)
    const reading = getChainPosition(own, chainId)
    const settled = reading.then(
      () => {},
      () => {},
    )
    underway.set(chainId, settled)
    try {
      return await reading
    } finally {
      if (underway.get(chainId) === settled) underway.delete(chainId)
    }
  }

  app.decorateRequest('position', undefined)
  app.decorate('positions', {
    of(chainId) {
      came++
      const waiting = awaited.get(chainId)
      if (waiting) return waiting
      const reading = read(chainId)
      awaited.set(chainId, reading)
      return reading
    },
  } satisfies Positions)
  app.addHook('onClose', () => own.end())
}
