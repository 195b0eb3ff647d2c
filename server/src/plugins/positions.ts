import { setTimeout as delay, setImmediate } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { type ChainPosition, getSeen, getTimedPosition, type TimedPosition } from '../queries/getChainPosition.ts'
import { OwnConnection } from '../queries/OwnConnection.ts'

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
  /** The same for one of a crowd: as of at most `MOST_AGE_MS` before. */
  ofCrowd(chainId: number | undefined): Promise<ChainPosition | undefined>
  /**
   * What was told a moment ago, and probably is so still: for who finds out before answering whether it is. Undefined where nobody asked.
   */
  probably(chainId: number | undefined): ChainPosition | undefined
}

/** So much older than its request an answer to one of a crowd may be. */
export const MOST_AGE_MS = 5
/** Where a crowd asks, what is older than this is asked for anew before it is too old. */
const AHEAD_MS = 3
/** What was told no longer ago than this is probably so still. */
export const PROBABLE_MS = 50
/** As many within twice that time are a crowd; fewer are told what is so now. */
const CROWD = 16

/**
 * Waits until no process answers any more of before now: who is told of a change after that, and asks by it, gets it from whichever. A timer may
 * be early by a fraction of a millisecond.
 */
export const untilSeen = () => delay(MOST_AGE_MS + 1)

/** What waits in the sockets is parsed after the second turn of the loop at the earliest. */
const LEAST_TURNS = 2
const MOST_TURNS = 8

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Who comes before the statement is sent shares it. */
interface Group {
  told: Promise<ChainPosition | undefined>
  /** How many would be content with what was so a moment ago. */
  crowd: number
  /** How many of those were counted. */
  counted: number
  /** Whether somebody asks for what is so now. */
  isStrict: boolean
}

interface Known extends TimedPosition {
  /** When it was asked for (performance.now). */
  askedMs: number
  /** Whether nothing had been committed since the time before. */
  isStill: boolean
}

/**
 * Tells where chains stand at the price of one small statement for all who ask at once: one at a time is under way, and whoever
 * comes meanwhile shares the next, which is sent when a turn of the loop brings nobody else. So an answer may be compared with the
 * newest commit, whatever the load. For a crowd nothing is asked within a few milliseconds: to wake PostgreSQL and wait for it took a
 * third of the time of answers that are kept.
 */
export function addPositions(app: FastifyInstance, pool: pg.Pool): void {
  // A connection of its own: a kept answer must not wait behind searches.
  const own = new OwnConnection({ ...pool.options, application_name: 'kindling positions' }, (error) =>
    app.log.info({ reason: error.message }, 'idle database connection lost'),
  )
  let came = 0
  const gathering = new Map<number | undefined, Group>()
  const underway = new Map<number | undefined, Promise<unknown>>()
  const known = new Map<number | undefined, Known>()

  const crowd = { stretch: 0, came: 0, cameBefore: 0 }

  /** Counts who is new in a group. @returns how many came within this and the last stretch of time */
  function countCrowd(group: Group): number {
    const stretch = Math.floor(performance.now() / MOST_AGE_MS)
    if (stretch !== crowd.stretch) {
      crowd.cameBefore = stretch === crowd.stretch + 1 ? crowd.came : 0
      crowd.came = 0
      crowd.stretch = stretch
    }
    crowd.came += group.crowd - group.counted
    group.counted = group.crowd
    return crowd.came + crowd.cameBefore
  }

  /**
   * Where nothing was committed since the last time, a statement that reads no table tells so. Where something was, the position is read, and
   * once more the next time: as long as much is committed nothing else is asked.
   */
  async function ask(chainId: number | undefined): Promise<ChainPosition | undefined> {
    const askedMs = performance.now()
    const before = known.get(chainId)
    if (before?.isStill) {
      const { seen, nowTs } = await getSeen(own)
      if (seen === before.position.seen) {
        const position = { ...before.position, clockTs: Math.max(nowTs, before.headTs ?? 0) }
        known.set(chainId, { ...before, position, askedMs })
        return position
      }
    }
    const read = await getTimedPosition(own, chainId)
    if (read === undefined) known.delete(chainId)
    else {
      const { seen } = read.position
      known.set(chainId, { ...read, askedMs, isStill: seen !== null && seen === before?.position.seen })
    }
    return read?.position
  }

  /** What a crowd was told last, where that is not too old for it; asked for anew beside those who are told before it is, so that none waits. */
  function recent(chainId: number | undefined): ChainPosition | undefined {
    const last = known.get(chainId)
    const ageMs = last === undefined ? Number.POSITIVE_INFINITY : performance.now() - last.askedMs
    if (ageMs >= MOST_AGE_MS) return undefined
    // Where it fails, whoever comes after what is known is too old asks again and is told why.
    if (ageMs >= AHEAD_MS && !underway.has(chainId)) send(chainId).catch(() => {})
    return last!.position
  }

  function send(chainId: number | undefined): Promise<ChainPosition | undefined> {
    const asking = ask(chainId)
    const settled = asking
      .catch(() => {})
      .then(() => {
        if (underway.get(chainId) === settled) underway.delete(chainId)
      })
    underway.set(chainId, settled)
    return asking
  }

  async function tell(chainId: number | undefined, group: Group): Promise<ChainPosition | undefined> {
    for (;;) {
      for (let turn = 0, before = 0; turn < LEAST_TURNS || (before !== came && turn < MOST_TURNS); turn++) {
        before = came
        await setImmediate()
      }
      const isCrowd = countCrowd(group) >= CROWD && !group.isStrict
      const told = isCrowd ? recent(chainId) : undefined
      const before = underway.get(chainId)
      if (told === undefined && before !== undefined) {
        await before
        continue
      }
      gathering.delete(chainId)
      return told ?? send(chainId)
    }
  }

  function join(chainId: number | undefined, isStrict: boolean): Promise<ChainPosition | undefined> {
    came++
    let group = gathering.get(chainId)
    if (group === undefined) {
      group = { crowd: 0, counted: 0, isStrict: false } as Group
      group.told = tell(chainId, group)
      gathering.set(chainId, group)
    }
    if (isStrict) group.isStrict = true
    else group.crowd++
    return group.told
  }

  app.decorateRequest('position', undefined)
  app.decorate('positions', {
    of: (chainId) => join(chainId, true),
    ofCrowd: (chainId) => join(chainId, false),
    probably(chainId) {
      const last = known.get(chainId)
      return last && last.askedMs > performance.now() - PROBABLE_MS ? last.position : undefined
    },
  } satisfies Positions)
  // Who wrote something reads it everywhere, however many others read.
  app.addHook('onSend', async (request, reply, payload) => {
    if (WRITES.has(request.method) && reply.statusCode < 400) await untilSeen()
    return payload
  })
  app.addHook('onClose', () => own.end())
}
