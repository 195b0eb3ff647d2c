import type { FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import { ProblemError } from '../plugins/problems.ts'
import { type ChainPosition, getChainPosition } from '../queries/getChainPosition.ts'
import { openSnapshot, type Snapshot } from '../queries/snapshot.ts'
import type { Queryable } from '../queries/sql.ts'
import { CACHE, chainMissing, type Sight, tellPosition } from './context.ts'

interface Reading {
  cache?: string
  /** Sees to it that what the read finds is there; before it, and again when a reorg came between. */
  prepare?: (chain: ChainPosition) => Promise<void>
}

/**
 * Reads what an answer tells of a chain, all of it at one position, which the answer names (`X-Block-Number`).
 *
 * Versions only grow and change with every commit that matters, so where the version is the same before and after, everything
 * between was read at it: that costs a share of a small statement, and before it none where somebody asked a moment ago. A read that saw what
 * the position was read by need not be asked after. Where the version is another one, the read is done again in one snapshot, at the price of a
 * transaction.
 *
 * @param read its statements go to the `db` it is given
 * @throws ProblemError for a chain that is not followed
 */
export async function readAt<T>(
  pool: pg.Pool,
  request: FastifyRequest,
  reply: FastifyReply,
  { cache = CACHE.live, prepare }: Reading,
  read: (chain: ChainPosition, db: Queryable, sight: Sight) => Promise<T>,
): Promise<T> {
  const { positions } = request.server
  const chainId = (request.query as { chain_id?: number }).chain_id
  const chain = request.position ?? positions.probably(chainId) ?? (await positions.of(chainId))
  if (chain === undefined) throw await chainMissing(pool, chainId)
  request.position = chain
  tellPosition(reply, chain, cache)
  await prepare?.(chain)
  const sight: Sight = {}
  // That nothing is there, or that it is hidden, is an answer too.
  const outcome = await read(chain, pool, sight).then(
    (answer) => () => answer,
    (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error
      return () => {
        throw error
      }
    },
  )
  if (chain.seen !== null && sight.seen === chain.seen) return outcome()
  const after = await positions.of(chainId)
  if (after?.version === chain.version) return outcome()
  const opened = await openAt(pool, chainId, { cache, ...(prepare ? { prepare } : {}) }, chain.epoch)
  try {
    request.position = opened.chain
    tellPosition(reply, opened.chain, cache)
    return await read(opened.chain, opened.db, {})
  } finally {
    await opened.close()
  }
}

/** A snapshot and where the chain stands in it. The caller closes it. @throws ProblemError for a chain that is not followed */
export async function openAt(
  pool: pg.Pool,
  chainId: number | undefined,
  { prepare }: Reading = {},
  preparedFor?: number,
): Promise<Snapshot & { chain: ChainPosition }> {
  for (let epoch = preparedFor; ; ) {
    const snapshot = await openSnapshot(pool)
    try {
      const chain = await getChainPosition(snapshot.db, chainId)
      if (chain === undefined) throw await chainMissing(pool, chainId)
      if (prepare === undefined || epoch === chain.epoch) return { ...snapshot, chain }
      await snapshot.close()
      await prepare(chain)
      epoch = chain.epoch
    } catch (error) {
      await snapshot.close()
      throw error
    }
  }
}
