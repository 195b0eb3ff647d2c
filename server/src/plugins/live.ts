import type { ServerResponse } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { Counter, Gauge } from 'prom-client'
import { errorMessage } from '../lib/errors.ts'
import { getFeedBounds, type LiveMessage, listFeed } from '../queries/listFeed.ts'
import { createFeedListener } from './feedListener.ts'
import { untilSeen } from './positions.ts'
import { ProblemError } from './problems.ts'

declare module 'fastify' {
  interface FastifyInstance {
    live: Live
  }
}

export interface Live {
  /** Streams to a client from now on, or from after the message with this id. Ends with the response. @throws ProblemError too_many_streams */
  subscribe(response: ServerResponse, wanted: Wanted, lastEventId: string | undefined): Promise<void>
  /** The id after which everything comes that happens from now on. */
  newestId(): Promise<string>
  /** Ends those that are open; clients come back by themselves, to whoever answers then. */
  endStreams(): void
  metrics: [Gauge, Counter]
}

export interface Wanted {
  chainId: number
  /** Undefined: all of them. */
  campaigns: ReadonlySet<string> | undefined
}

interface Client {
  response: ServerResponse
  wanted: Wanted
  /** The last message sent, or the position it began at. */
  position: Position
  /** What comes while it is still being told what it missed. */
  waiting: LiveMessage[] | undefined
}

type Position = readonly [row: number, place: number]

const MAX_CLIENTS = 10_000
const HEARTBEAT_MS = 15_000
/** Behind everything that a row tells. */
const LAST_PLACE = 999_999
/** What a client may leave unread before it is dropped: more than one row of the feed makes. It resumes by Last-Event-ID. */
const MAX_UNREAD_BYTES = 512 * 1024
const ROWS_A_READ = 200
/** Who missed more asks for the state anew. */
const MAX_MISSED_ROWS = 2_000
const HEARTBEAT = Buffer.from(': still here\n\n')

/** One reader of the feed for all streams: a message is read and written out once, however many listen. */
export function addLive(app: FastifyInstance, pool: pg.Pool): void {
  const clients = new Set<Client>()
  const open = new Gauge({ name: 'kindling_streams', help: 'Live streams open.', registers: [] })
  const dropped = new Counter({
    name: 'kindling_streams_dropped_total',
    help: 'Clients that read too slowly.',
    registers: [],
  })
  /** Up to which row of the feed was told; undefined: nobody listens. */
  let readTo: number | undefined
  let reading = false
  let isMore = false
  let heartbeat: NodeJS.Timeout | undefined

  const listener = createFeedListener(pool.options, () => void readOn(), app.log)

  /** The newest row of those that are told: who asks by one, wherever, gets what it tells. */
  async function newestSeen(): Promise<number> {
    const { newest } = await getFeedBounds(pool)
    await untilSeen()
    return newest
  }

  async function readOn(): Promise<void> {
    isMore = true
    if (reading || readTo === undefined) return
    reading = true
    try {
      while (isMore && readTo !== undefined) {
        isMore = false
        const newest = await newestSeen()
        if (readTo === undefined) break
        const part = await listFeed(pool, readTo, newest, ROWS_A_READ)
        readTo = part.lastId
        isMore ||= part.hasMore
        for (const [i, message] of part.messages.entries()) {
          // Who reads gets time to, before the next row comes.
          if (i > 0 && rowOf(message) !== rowOf(part.messages[i - 1]!)) await setImmediate()
          broadcast(message)
        }
      }
    } catch (error) {
      app.log.warn({ reason: errorMessage(error) }, 'the feed could not be read; it is read on with the next change')
      setTimeout(() => void readOn(), 1_000).unref()
    } finally {
      reading = false
    }
  }

  function broadcast(message: LiveMessage): void {
    // Written out once, for all of them.
    const bytes = toBytes(message)
    const { id, messageId, kind } = message
    if (messageId) app.log.debug({ message: messageId, feed: id, kind, streams: clients.size }, 'told the streams')
    for (const client of clients) {
      if (!isWanted(message, client.wanted)) continue
      if (client.waiting) client.waiting.push(message)
      else write(client, message, bytes)
    }
  }

  function write(client: Client, message: LiveMessage, bytes: Buffer): void {
    const at = positionOf(message.id)
    if (!isAfter(at, client.position)) return
    client.position = at
    send(client, bytes)
  }

  function send(client: Client, bytes: Buffer): void {
    if (client.response.writableLength > MAX_UNREAD_BYTES) {
      dropped.inc()
      clients.delete(client)
      client.response.destroy()
    } else client.response.write(bytes)
  }

  function leave(client: Client): void {
    clients.delete(client)
    open.set(clients.size)
    if (clients.size > 0) return
    clearInterval(heartbeat)
    heartbeat = undefined
    readTo = undefined
  }

  function endStreams(): void {
    readTo = undefined
    for (const { response } of clients) response.end()
    clients.clear()
    open.set(0)
    clearInterval(heartbeat)
    heartbeat = undefined
  }

  async function catchUp(client: Client, newest: number, oldest: number): Promise<void> {
    const [since, place] = client.position
    // The row of the last message may hold more of them: read from the one before.
    let row = place < LAST_PLACE ? since - 1 : since
    // An id that was never given, or was before an older backup was restored, tells nothing of what is missing.
    if (since > newest || since < oldest - 1 || newest - since > MAX_MISSED_ROWS) {
      const reset = {
        id: `${newest}.0`,
        chainId: client.wanted.chainId,
        kind: 'reset',
        campaigns: null,
        data: {},
      } as const
      client.position = positionOf(reset.id)
      return send(client, toBytes(reset))
    }
    while (row < newest && !client.response.destroyed) {
      const part = await listFeed(pool, row, newest, ROWS_A_READ)
      for (const message of part.messages)
        if (isWanted(message, client.wanted)) write(client, message, toBytes(message))
      if (!part.hasMore) break
      row = part.lastId
    }
    // Where nothing of it was wanted the client would begin so far back again.
    const end = [newest, LAST_PLACE] as const
    if (!isAfter(end, client.position)) return
    client.position = end
    send(client, Buffer.from(`id: ${endOf(newest)}\n\n`))
  }

  app.decorate('live', {
    metrics: [open, dropped],
    endStreams,
    newestId: async () => endOf(await newestSeen()),
    async subscribe(response, wanted, lastEventId) {
      if (clients.size >= MAX_CLIENTS) {
        throw new ProblemError(
          'too_many_streams',
          `${clients.size} streams are open here; that is as many as there can be.`,
          {
            headers: { 'retry-after': '30' },
          },
        )
      }
      listener.start()
      const { oldest, newest } = await getFeedBounds(pool)
      const since = lastEventId === undefined ? undefined : positionOf(lastEventId)
      const client: Client = { response, wanted, position: since ?? [newest, LAST_PLACE], waiting: [] }
      if (response.destroyed) return
      readTo ??= newest
      clients.add(client)
      open.set(clients.size)
      response.on('close', () => leave(client))
      heartbeat ??= setInterval(() => {
        for (const one of clients) send(one, HEARTBEAT)
      }, HEARTBEAT_MS).unref()
      await untilSeen()
      if (response.destroyed) return
      // Who loses the line before anything happened goes on from where it began.
      response.write(since ? 'retry: 2000\n\n' : `retry: 2000\nid: ${endOf(newest)}\n\n`)
      if (since) await catchUp(client, newest, oldest)
      for (const message of client.waiting ?? []) write(client, message, toBytes(message))
      client.waiting = undefined
      void readOn()
    },
  } satisfies Live)

  // Before the server waits for its connections to end: these never do by themselves.
  app.addHook('preClose', async () => {
    endStreams()
    await listener.close()
  })
}

function isWanted(message: LiveMessage, { chainId, campaigns }: Wanted): boolean {
  if (message.chainId !== chainId) return false
  return campaigns === undefined || message.campaigns === null || message.campaigns.some((one) => campaigns.has(one))
}

const toBytes = ({ id, kind, data }: LiveMessage) =>
  Buffer.from(`id: ${id}\nevent: ${kind}\ndata: ${JSON.stringify(data)}\n\n`)

const endOf = (row: number) => `${row}.${LAST_PLACE}`

const rowOf = ({ id }: LiveMessage) => positionOf(id)[0]

function positionOf(id: string): Position {
  const [row, place] = id.split('.')
  return [Number(row), Number(place)]
}

const isAfter = (a: Position, b: Position) => a[0] > b[0] || (a[0] === b[0] && a[1] > b[1])
