import { connect, type Socket } from 'node:net'
import { serverCpuSeconds } from '../support/cpuSeconds.ts'
import type { Serving } from './serving.ts'

const WARM_MS = 2_000

export interface RouteFigures {
  requestsPerSecond: number
  p50Ms: number
  p99Ms: number
  /** CPU time of the server's process to each. */
  cpuMicros: number
  /** That of PostgreSQL; null where the system does not tell. */
  databaseMicros: number | null
  /** Of the last answer's body. */
  bytes: number
}

/**
 * Asks over so many connections at once, each as soon as it was answered, for so long. The client is a socket and no more than
 * it needs of HTTP/1.1, so that on a small machine it takes little from the server.
 */
export async function measureRoute(
  { port, cpuMicros }: Pick<Serving, 'port' | 'cpuMicros'>,
  paths: readonly string[],
  options: { connections: number; seconds: number; databasePid: number },
): Promise<RouteFigures> {
  const requests = paths.map((path) => Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`))
  const clients = await Promise.all(Array.from({ length: options.connections }, () => openClient(port)))
  let n = 0
  const ask = (client: HttpClient) => {
    const place = n++ % paths.length
    return client.ask(requests[place]!, paths[place]!)
  }
  try {
    // Warm: every path once, every connection, for a while: PostgreSQL plans a statement five times on each connection before it keeps a plan, and
    // what the process does often is compiled.
    const warm = performance.now() + WARM_MS
    await Promise.all(
      clients.map(async (client) => {
        do await ask(client)
        while (n < paths.length || performance.now() < warm)
      }),
    )
    const tookMs: number[] = []
    let bytes = 0
    const cpuBefore = await cpuMicros()
    const databaseBefore = serverCpuSeconds(options.databasePid)
    const start = performance.now()
    const end = start + options.seconds * 1000
    await Promise.all(
      clients.map(async (client) => {
        for (let from = performance.now(); from < end; ) {
          bytes = await ask(client)
          const now = performance.now()
          tookMs.push(now - from)
          from = now
        }
      }),
    )
    const seconds = (performance.now() - start) / 1000
    const cpu = ((await cpuMicros()) - cpuBefore) / tookMs.length
    const databaseAfter = serverCpuSeconds(options.databasePid)
    const databaseMicros =
      databaseBefore === null || databaseAfter === null
        ? null
        : ((databaseAfter - databaseBefore) * 1_000_000) / tookMs.length
    tookMs.sort((a, b) => a - b)
    const at = (share: number) => tookMs[Math.min(tookMs.length - 1, Math.floor(tookMs.length * share))]!
    return {
      requestsPerSecond: tookMs.length / seconds,
      p50Ms: at(0.5),
      p99Ms: at(0.99),
      cpuMicros: cpu,
      databaseMicros,
      bytes,
    }
  } finally {
    for (const client of clients) client.close()
  }
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
  function fail(reason: string): void {
    waiting?.reject(new Error(reason))
    waiting = undefined
    socket.destroy()
  }
  socket.on('error', (error) => fail(error.message))
  socket.on('close', () => fail('The server hung up.'))
  return {
    ask: (request, path) =>
      new Promise((resolve, reject) => {
        waiting = { path, resolve, reject }
        socket.write(request)
      }),
    close: () => socket.destroy(),
  }
}
