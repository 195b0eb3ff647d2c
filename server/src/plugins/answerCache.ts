import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Counter, Gauge } from 'prom-client'
import { RecentlyUsed } from '../lib/RecentlyUsed.ts'
import type { ChainPosition } from '../queries/getChainPosition.ts'
import { etagOf, isAmong } from './etag.ts'
import { isPageRequest } from './rateLimit.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Chain data that is the same for everybody: computed once a version. */
    kept?: boolean
  }
  interface FastifyRequest {
    keeping: Keeping | undefined
  }
  interface FastifyInstance {
    answers: { metrics: [Counter, Gauge] }
  }
}

interface Answer {
  /** As the request named it, read by the schema. */
  chainId: number | undefined
  /** What it was read at; another one has it computed anew. */
  version: string
  step: number
  body: Buffer
  headers: Record<string, string | number>
  /** What it takes to keep it. */
  bytes: number
}

/** What comes of computing an answer: null where it is not one to keep, undefined where it was given up. */
type Outcome = Answer | null | undefined

/** An answer being computed. */
interface Keeping {
  key: string
  chainId: number | undefined
  answered: Promise<Outcome>
  resolve(outcome: Outcome): void
}

const KEPT_HEADERS = ['content-type', 'cache-control', 'x-block-number', 'etag']
/** Beside the body and the key: headers and the map's own. */
const ENTRY_BYTES = 1_000
/** Statuses depend on the clock, so nothing is kept longer. */
const CLOCK_STEP_SECONDS = 5

/**
 * Keeps answers by the version of the data: the first to ask computes, who asks meanwhile waits for it, and everybody after
 * that gets the same bytes until something changes. The version is read after each request has come, so nothing of before a
 * commit goes out after it; only to a crowd, for a few milliseconds (positions.ts). When there are too many bytes, answers go first that nobody
 * asked for lately.
 */
export function addAnswerCache(app: FastifyInstance, maxBytes: number): void {
  const kept = new RecentlyUsed<Answer>(maxBytes)
  const underway = new Map<string, Keeping>()
  // The counter itself would look labels up for each.
  const counts = { kept: 0, waited: 0, computed: 0 }
  const asked: Counter = new Counter({
    name: 'kindling_kept_answers_total',
    help: 'Answers of chain data: kept, waited for, or computed.',
    labelNames: ['outcome'],
    registers: [],
    collect() {
      asked.reset()
      for (const [outcome, count] of Object.entries(counts)) asked.inc({ outcome }, count)
    },
  })
  const size: Gauge = new Gauge({
    name: 'kindling_kept_answers_bytes',
    help: 'What is kept.',
    registers: [],
    collect: () => void size.set(kept.bytes),
  })
  app.decorate('answers', { metrics: [asked, size] })
  app.decorateRequest('keeping', undefined)

  /**
   * The short way, after a request was counted and before it is looked at any further: a URL that was answered at this very
   * version is right, so the bytes are sent as they are.
   */
  function answerAtOnce(request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) {
    const isShort = request.method === 'GET' && !app.draining.isDraining
    const key = keyOf(request)
    const found = isShort ? kept.get(key) : undefined
    if (found === undefined) return done()
    // A page must not be older than the id that its stream goes on from.
    const standing = isPageRequest(request) ? app.positions.of(found.chainId) : app.positions.ofCrowd(found.chainId)
    void standing.then((position) => {
      if (position === undefined || !isAt(found, position)) return done()
      counts.kept++
      write(request, reply, found)
    }, done)
  }

  async function answerFromKept(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    const { chain_id: chainId } = request.query as { chain_id?: number }
    const position = request.position ?? (await app.positions.of(chainId))
    if (position === undefined) return
    request.position = position
    const found = kept.get(keyOf(request))
    if (found !== undefined && isAt(found, position)) {
      counts.kept++
      return reply.headers(found.headers).send(found.body)
    }
    // Nothing is awaited between looking and entering: of all who ask at once one computes.
    const key = `${keyOf(request)} ${position.version} ${stepOf(position)}`
    // Where the one who computed gave up, the next one computes, and the others wait for that one.
    for (let running = underway.get(key); running !== undefined; running = underway.get(key)) {
      const waited = await running.answered
      if (waited === undefined) continue
      if (waited === null) break
      counts.waited++
      return reply.headers(waited.headers).send(waited.body)
    }
    counts.computed++
    const { promise, resolve } = Promise.withResolvers<Outcome>()
    request.keeping = { key, chainId, answered: promise, resolve }
    // Also when the client has hung up.
    reply.raw.once('close', () => finish(request, undefined))
    if (!underway.has(key)) underway.set(key, request.keeping)
    return undefined
  }

  function finish(request: FastifyRequest, outcome: Outcome): void {
    const { keeping } = request
    if (keeping === undefined) return
    request.keeping = undefined
    if (outcome) kept.set(keyOf(request), outcome)
    if (underway.get(keeping.key) === keeping) underway.delete(keeping.key)
    keeping.resolve(outcome)
  }

  app.addHook('onRoute', (route) => {
    if (maxBytes === 0) return
    if (route.config?.kept !== true || route.method !== 'GET') return
    route.onRequest = [route.onRequest ?? [], answerAtOnce].flat()
    route.preHandler = [route.preHandler ?? [], answerFromKept].flat()
  })
  // Before the ETag's own hook, which makes a 304 of an answer that the first to ask has already.
  app.addHook('onSend', (request, reply, payload, done) => {
    const { keeping, position } = request
    if (keeping === undefined) return done(null, payload)
    const isWhole = reply.statusCode === 200 && typeof payload === 'string' && position !== undefined
    if (!isWhole) {
      // What a client that hung up would have been told concerns nobody else.
      finish(request, reply.raw.destroyed ? undefined : null)
      return done(null, payload)
    }
    const body = Buffer.from(payload)
    reply.header('etag', etagOf(body))
    finish(request, {
      chainId: keeping.chainId,
      // Of the position that it was read at in the end.
      version: position.version,
      step: stepOf(position),
      body,
      headers: keptHeaders(reply),
      // The key is kept as it is and by the parts that it was made of.
      bytes: body.byteLength + 2 * keyOf(request).length + ENTRY_BYTES,
    })
    done(null, body)
  })
}

/** Sends what is kept with what the hooks before have set, past everything that would only be done to it again. */
function write(request: FastifyRequest, reply: FastifyReply, { body, headers }: Answer): void {
  const has = isAmong(String(headers['etag']), request.headers['if-none-match'])
  const all = Object.assign(reply.getHeaders(), headers) as OutgoingHttpHeaders
  reply.hijack()
  if (has) {
    delete all['content-type']
    reply.raw.writeHead(304, all).end()
  } else {
    all['content-length'] = body.byteLength
    reply.raw.writeHead(200, all).end(body)
  }
}

/** Answers name the host they were asked at. */
const keyOf = (request: FastifyRequest) => `${request.protocol} ${request.host} ${request.raw.url}`

const stepOf = ({ clockTs }: ChainPosition) => Math.floor(clockTs / CLOCK_STEP_SECONDS)

const isAt = ({ version, step }: Answer, position: ChainPosition) =>
  version === position.version && step === stepOf(position)

function keptHeaders(reply: FastifyReply): Answer['headers'] {
  const headers: Answer['headers'] = {}
  for (const name of KEPT_HEADERS) {
    const value = reply.getHeader(name)
    if (typeof value === 'string' || typeof value === 'number') headers[name] = value
  }
  return headers
}
