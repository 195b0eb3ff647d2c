import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** Stands between a client and a server, and can be made to fail as networks do. */
export interface TcpProxy {
  port: number
  /** The URL of the server as it is to be reached through here. */
  url: string
  /** Nothing passes any more, and no one is told: what a machine that vanished looks like. New connections are taken, and as dead. */
  stall(): void
  /** Every connection is reset; new ones are refused until `restore`. */
  cut(): void
  /** The connection whose client is the next to send these bytes is reset before they pass; others are left alone. */
  cutAtNext(bytes: Buffer): void
  /** New connections pass, to another server if one is named; stalled ones stay dead. */
  restore(to?: { host: string; port: number }): void
  close(): Promise<void>
}

export async function startTcpProxy(serverUrl: string): Promise<TcpProxy> {
  const { hostname, port: targetPort } = new URL(serverUrl)
  let target = { host: hostname, port: Number(targetPort) }
  let state: 'open' | 'stalled' | 'cut' = 'open'
  const pairs = new Set<[Socket, Socket]>()
  let awaited: Buffer | undefined

  const server = createServer((client) => {
    client.on('error', () => {})
    if (state === 'cut') return void client.resetAndDestroy()
    const upstream = connect(target)
    const pair: [Socket, Socket] = [client, upstream]
    pairs.add(pair)
    for (const [from, to] of [pair, pair.toReversed() as [Socket, Socket]]) {
      from.on('error', () => {})
      from.on('close', () => {
        to.destroy()
        pairs.delete(pair)
      })
    }
    if (state === 'stalled') return void client.pause()
    client.on('data', (sent: Buffer) => {
      if (awaited === undefined || !sent.includes(awaited)) return
      awaited = undefined
      client.unpipe()
      client.resetAndDestroy()
    })
    client.pipe(upstream)
    upstream.pipe(client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = new URL(serverUrl)
  url.port = String(port)
  url.hostname = '127.0.0.1'

  return {
    port,
    url: url.href,
    stall() {
      state = 'stalled'
      for (const [client, upstream] of pairs) {
        client.unpipe()
        upstream.unpipe()
        client.pause()
        upstream.pause()
      }
    },
    cut() {
      state = 'cut'
      for (const [client, upstream] of pairs) {
        client.resetAndDestroy()
        upstream.resetAndDestroy()
      }
    },
    cutAtNext(bytes) {
      awaited = bytes
    },
    restore(to) {
      state = 'open'
      target = to ?? target
    },
    async close() {
      for (const pair of pairs) for (const socket of pair) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
