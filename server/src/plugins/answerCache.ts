import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type pg from 'pg'
import { Counter, Gauge } from 'prom-client'
import { type ChainPosition, getChainPosition } from '../queries/getChainPosition.ts'
import { etagOf } from './etag.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Chain data that is the same for everybody: computed once a version. */
    kept?: boolean
  }
  interface FastifyRequest {
    keeping: Keeping | undefined
  }
  interface FastifyInstance {
    answers: {
      metrics: [Counter, Gauge]
      /** Says that something changed here, before the database says so. */
      changed(): void
    }
  }
}

interface Answer {
  body: Buffer
  headers: Record<string, string | number>
}

/** An answer being computed: `undefined` for one that is not kept. */
interface Keeping {
  key: string
  answered: Promise<Answer | undefined>
  resolve(answer: Answer | undefined): void
}

const KEPT_HEADERS = ['content-type', 'cache-control', 'x-block-number', 'etag']
/** Beside the body: key, headers and the map's own. */
const ENTRY_BYTES = 1_000
/** Statuses depend on the clock, so nothing is kept longer. */
const CLOCK_STEP_SECONDS = 5
/** What is heard of at once is the feed; an empty block and the head's clock are looked for as often as this. */
const POSITION_MS = 1_000

/**
 * Keeps answers by the version of the data: the first to ask computes, who asks meanwhile waits for it, and everybody after
 * that gets the same bytes until something changes. Least recently used answers go first when there are too many bytes.
 */
export function addAnswerCache(app: FastifyInstance, pool: pg.Pool, maxBytes: number): void {
  const kept = new Map<string, Answer>()
  const underway = new Map<string, Keeping>()
  const positionOf = createPositions(app, pool)
  let bytes = 0
  const asked = new Counter({
    name: 'kindling_kept_answers_total',
    help: 'Answers of chain data: kept, waited for, or computed.',
    labelNames: ['outcome'],
    registers: [],
  })
  const size: Gauge = new Gauge({
    name: 'kindling_kept_answers_bytes',
    help: 'What is kept.',
    registers: [],
    collect: () => void size.set(bytes),
  })
  app.decorate('answers', { metrics: [asked, size], changed: positionOf.forget })
  app.decorateRequest('keeping', undefined)

  function keep(key: string, answer: Answer): void {
    const ofAnswer = answer.body.byteLength + ENTRY_BYTES
    if (ofAnswer > maxBytes / 8) return
    kept.set(key, answer)
    bytes += ofAnswer
    for (const [oldest, { body }] of kept) {
      if (bytes <= maxBytes) break
      kept.delete(oldest)
      bytes -= body.byteLength + ENTRY_BYTES
    }
  }

  async function answerFromKept(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    const { chain_id } = request.query as { chain_id?: number }
    const position = await positionOf(chain_id)
    if (position === undefined) return
    const step = Math.floor(position.clockTs / CLOCK_STEP_SECONDS)
    // Answers name the host they were asked at.
    const key = `${request.protocol} ${request.host} ${request.raw.url} ${position.version} ${step}`
    const found = kept.get(key)
    if (found) {
      kept.delete(key)
      kept.set(key, found)
      asked.inc({ outcome: 'kept' })
      return reply.headers(found.headers).send(found.body)
    }
    // Nothing is awaited between looking and entering: of all who ask at once one computes.
    const running = underway.get(key)
    const waited = running && (await running.answered)
    if (waited) {
      asked.inc({ outcome: 'waited' })
      return reply.headers(waited.headers).send(waited.body)
    }
    asked.inc({ outcome: 'computed' })
    const { promise, resolve } = Promise.withResolvers<Answer | undefined>()
    request.keeping = { key, answered: promise, resolve }
    if (!underway.has(key)) underway.set(key, request.keeping)
    return undefined
  }

  function finish(request: FastifyRequest, answer: Answer | undefined): void {
    const { keeping } = request
    if (keeping === undefined) return
    request.keeping = undefined
    if (answer) keep(keeping.key, answer)
    if (underway.get(keeping.key) === keeping) underway.delete(keeping.key)
    keeping.resolve(answer)
  }

  app.addHook('onRoute', (route) => {
    if (maxBytes === 0) return
    if (route.config?.kept !== true || route.method !== 'GET') return
    route.preHandler = [route.preHandler ?? [], answerFromKept].flat()
  })
  // Before the ETag's own hook, which makes a 304 of an answer that the first to ask has already.
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.keeping === undefined) return payload
    const isWhole = reply.statusCode === 200 && typeof payload === 'string'
    if (isWhole) reply.header('etag', etagOf(payload))
    finish(request, isWhole ? { body: Buffer.from(payload), headers: keptHeaders(reply) } : undefined)
    return payload
  })
  app.addHook('onResponse', async (request) => finish(request, undefined))
  app.addHook('onRequestAbort', async (request) => finish(request, undefined))
}

function keptHeaders(reply: FastifyReply): Answer['headers'] {
  const headers: Answer['headers'] = {}
  for (const name of KEPT_HEADERS) {
    const value = reply.getHeader(name)
    if (typeof value === 'string' || typeof value === 'number') headers[name] = value
  }
  return headers
}

/** Where chains stand, asked at most once a second while every change is heard of, and every time while not. */
function createPositions(app: FastifyInstance, pool: pg.Pool) {
  const known = new Map<number | undefined, { at: number; position: Promise<ChainPosition | undefined> }>()
  const forget = () => known.clear()
  app.live.onChange(forget)
  const positionOf = (chainId: number | undefined): Promise<ChainPosition | undefined> => {
    app.live.start()
    const found = known.get(chainId)
    if (found && app.live.isListening() && Date.now() - found.at < POSITION_MS) return found.position
    const position = getChainPosition(pool, chainId)
    if (known.size > 100) known.clear()
    known.set(chainId, { at: Date.now(), position })
    position.catch(() => known.delete(chainId))
    return position
  }
  return Object.assign(positionOf, { forget })
}
