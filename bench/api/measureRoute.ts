import { connect, type Socket } from 'node:net'
import { collectGarbage } from '../support/collectGarbage.ts'
import { serverCpuSeconds } from '../support/cpuSeconds.ts'
import type { Serving } from './serving.ts'

const WARM_MS = 2_000

export interface RouteFigures {
  requestsPerSecond: number
  p50Ms: number
  p99Ms: number
  /** Of each part, in the order of turns. */
  p99OfPartsMs: number[]
  /** CPU time of the server's process to each. */
  cpuMicros: number
  /** That of PostgreSQL; null where the system does not tell. */
  databaseMicros: number | null
  /** Of the last answer's body. */
  bytes: number
}

/** What is asked of a server in turn. */
export interface Side {
  server: Pick<Serving, 'port' | 'cpuMicros'>
  paths: readonly string[]
  /** Of the PostgreSQL server behind it. */
  databasePid: number
}

export interface Asking {
  connections: number
  /** Of each side. */
  seconds: number
  /** In so many parts, one of each side after the other: what else the machine does then lengthens all sides' alike. */
  turns?: number
}

/**
 * Asks over so many connections at once, each as soon as it was answered, for so long. The client is a socket and no more than
 * it needs of HTTP/1.1, so that on a small machine it takes little from the server.
 *
 * @returns the figures of each side
 */
export async function measureInTurns(
  sides: readonly Side[],
  { connections, seconds, turns = 1 }: Asking,
): Promise<RouteFigures[]> {
  const measured: MeasuredSide[] = []
  try {
    for (const side of sides) measured.push(await MeasuredSide.open(side, connections))
    for (const side of measured) await side.warm()
    // The client's own: a pause of its would be told as the server's.
    collectGarbage()
    for (let turn = 0; turn < turns; turn++) {
      for (const side of turn % 2 === 0 ? measured : measured.toReversed()) await side.measure(seconds / turns)
    }
    return measured.map((side) => side.figures())
  } finally {
    for (const side of measured) side.close()
  }
}

export async function measureRoute(side: Side, asking: Omit<Asking, 'turns'>): Promise<RouteFigures> {
  const [figures] = await measureInTurns([side], asking)
  return figures!
}

class MeasuredSide {
  readonly #side: Side
  readonly #clients: readonly HttpClient[]
  readonly #requests: readonly Buffer[]
  /** Of each part. */
  readonly #tookMs: number[][] = []
  #answered = 0
  #asked = 0
  #seconds = 0
  #cpuMicros = 0
  #databaseSeconds: number | null = 0
  #bytes = 0

  private constructor(side: Side, clients: readonly HttpClient[]) {
    this.#side = side
    this.#clients = clients
    this.#requests = side.paths.map((path) =>
      Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${side.server.port}\r\n\r\n`),
    )
  }

  static async open(side: Side, connections: number): Promise<MeasuredSide> {
    const clients = await Promise.all(Array.from({ length: connections }, () => openClient(side.server.port)))
    return new MeasuredSide(side, clients)
  }

  close(): void {
    for (const client of this.#clients) client.close()
  }

  /**
   * Every path once, every connection, for a while: PostgreSQL plans a statement five times on each connection before it keeps a plan, and
   * what the process does often is compiled.
   */
  async warm(): Promise<void> {
    const end = performance.now() + WARM_MS
    await Promise.all(
      this.#clients.map(async (client) => {
        do await this.#ask(client)
        while (this.#asked < this.#side.paths.length || performance.now() < end)
      }),
    )
  }

  async measure(seconds: number): Promise<void> {
    const cpuBefore = await this.#side.server.cpuMicros()
    const databaseBefore = serverCpuSeconds(this.#side.databasePid)
    const start = performance.now()
    const end = start + seconds * 1000
    const tookMs: number[] = []
    this.#tookMs.push(tookMs)
    await Promise.all(
      this.#clients.map(async (client) => {
        // The first of each connection finds no others before it, so it says nothing of how long answers take.
        for (let from = performance.now(), isFirst = true; from < end; isFirst = false) {
          this.#bytes = await this.#ask(client)
          this.#answered++
          const now = performance.now()
          if (!isFirst) tookMs.push(now - from)
          from = now
        }
      }),
    )
    this.#seconds += (performance.now() - start) / 1000
    this.#cpuMicros += (await this.#side.server.cpuMicros()) - cpuBefore
    const databaseAfter = serverCpuSeconds(this.#side.databasePid)
    if (this.#databaseSeconds === null || databaseBefore === null || databaseAfter === null)
      this.#databaseSeconds = null
    else this.#databaseSeconds += databaseAfter - databaseBefore
  }

  figures(): RouteFigures {
    const all = this.#tookMs.flat()
    const count = this.#answered
    return {
      requestsPerSecond: count / this.#seconds,
      p50Ms: quantile(all, 0.5),
      p99Ms: quantile(all, 0.99),
      p99OfPartsMs: this.#tookMs.map((part) => quantile(part, 0.99)),
      cpuMicros: this.#cpuMicros / count,
      databaseMicros: this.#databaseSeconds === null ? null : (this.#databaseSeconds * 1_000_000) / count,
      bytes: this.#bytes,
    }
  }

  #ask(client: HttpClient): Promise<number> {
    const place = this.#asked++ % this.#requests.length
    return client.ask(this.#requests[place]!, this.#side.paths[place]!)
  }
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

interface HttpClient {
  /** Sends one request and returns how long its answer's body is. @throws Error for an answer that is not 200 */
  ask(request: Buffer, path: string): Promise<number>
  close(): void
}

const HEAD_END = Buffer.from('\r\n\r\n')
/** What any socket reads; it is looked at before the next one reads. Without it every read makes a buffer of 64 KB. */
const read = Buffer.alloc(256 * 1024)

async function openClient(port: number): Promise<HttpClient> {
  let waiting: { path: string; resolve(bytes: number): void; reject(error: Error): void } | undefined
  /** The first part of a head that came in two. */
  let begun: Buffer = Buffer.alloc(0)
  let bytes = 0
  let missing = -1
  const onRead = (length: number) => {
    let of = length
    if (missing < 0) {
      const given = read.subarray(0, length)
      const answer = begun.length === 0 ? given : Buffer.concat([begun, given])
      const end = answer.indexOf(HEAD_END)
      if (end < 0) {
        begun = Buffer.from(answer)
        return
      }
      const head = answer.toString('latin1', 0, end)
      if (!head.startsWith('HTTP/1.1 200'))
        return fail(`${waiting?.path} answered ${head.slice(9, 12)}: ${answer.toString('utf8', end)}`)
      bytes = Number(/\r\ncontent-length: (\d+)/i.exec(head)![1])
      of = answer.length - end - HEAD_END.length
      missing = bytes
      begun = Buffer.alloc(0)
    }
    missing -= of
    if (missing > 0) return
    missing = -1
    const done = waiting
    waiting = undefined
    done?.resolve(bytes)
  }
  const socket = await new Promise<Socket>((resolve, reject) => {
    const onread = {
      buffer: read,
      callback: (length: number) => {
        onRead(length)
        return true
      },
    }
    const opening = connect({ port, host: '127.0.0.1', noDelay: true, onread }, () => resolve(opening))
    opening.once('error', reject)
  })
  let failed: Error | undefined
  function fail(reason: string): void {
    failed ??= new Error(reason)
    waiting?.reject(failed)
    waiting = undefined
    socket.destroy()
  }
  socket.on('error', (error) => fail(error.message))
  socket.on('close', () => fail('The server hung up.'))
  return {
    ask: (request, path) =>
      new Promise((resolve, reject) => {
        if (failed) return reject(failed)
        waiting = { path, resolve, reject }
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}
