import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Counter, Gauge } from 'prom-client'
import type { ChainPosition } from '../queries/getChainPosition.ts'
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

/**
 * Keeps answers by the version of the data: the first to ask computes, who asks meanwhile waits for it, and everybody after
 * that gets the same bytes until something changes. The version is read after each request has come, so nothing of before a
 * commit goes out after it. Least recently used answers go first when there are too many bytes.
 */
export function addAnswerCache(app: FastifyInstance, maxBytes: number): void {
  const kept = new Map<string, Answer>()
  const underway = new Map<string, Keeping>()
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
  app.decorate('answers', { metrics: [asked, size] })
  app.decorateRequest('keeping', undefined)

  function keep(key: string, answer: Answer): void {
    const ofAnswer = answer.body.byteLength + ENTRY_BYTES
    if (ofAnswer > maxBytes / 8) return
    if (kept.has(key)) return
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
    const position = await app.positions.of(chain_id)
    if (position === undefined) return
    request.position = position
    const key = keyOf(request, position)
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
    // Of the position that it was read at in the end.
    if (answer) keep(keyOf(request, request.position!), answer)
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

/** Answers name the host they were asked at. */
function keyOf(request: FastifyRequest, { version, clockTs }: ChainPosition): string {
  const step = Math.floor(clockTs / CLOCK_STEP_SECONDS)
  return `${request.protocol} ${request.host} ${request.raw.url} ${version} ${step}`
}

function keptHeaders(reply: FastifyReply): Answer['headers'] {
  const headers: Answer['headers'] = {}
  for (const name of KEPT_HEADERS) {
    const value = reply.getHeader(name)
    if (typeof value === 'string' || typeof value === 'number') headers[name] = value
  }
  return headers
}
