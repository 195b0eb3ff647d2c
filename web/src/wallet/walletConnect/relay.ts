import { createRelayToken } from './keys.ts'

export interface Publication {
  topic: string
  message: string
  /** Seconds that the relay keeps it for who is away. */
  ttl: number
  /** What kind of message it is; the protocol's specification numbers them. */
  tag: number
  /** Wakes the wallet up. */
  prompt?: boolean
}

export interface Relay {
  subscribe(topic: string): Promise<void>
  publish(publication: Publication): Promise<void>
  close(): void
}

interface RelaySettings {
  url: string
  projectId: string
  /** Hears what arrives for a topic that was subscribed to. */
  onMessage: (topic: string, message: string) => void
}

const ANSWER_MS = 20_000
const RETRY_MS = [1_000, 2_000, 5_000, 10_000]

/** The socket to the relay that carries sealed messages between page and wallet. It comes back by itself, with its topics. */
export function createRelay({ url, projectId, onMessage }: RelaySettings): Relay {
  const topics = new Set<string>()
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>()
  let connected: Promise<WebSocket> | undefined
  let closed = false
  let failures = 0
  let lastId = 0

  function newId(): number {
    lastId = Math.max(lastId + 1, Date.now() * 1000 + Math.floor(Math.random() * 1000))
    return lastId
  }

  async function connect(): Promise<WebSocket> {
    const query = new URLSearchParams({ auth: await createRelayToken(url), projectId, ua: 'wc-2/kindling/browser' })
    const socket = new WebSocket(`${url}/?${query}`)
    await new Promise<void>((resolve, reject) => {
      socket.onopen = () => resolve()
      socket.onerror = () => reject(new Error('The relay of WalletConnect cannot be reached.'))
      // The relay refuses project ids and origins that it does not know by closing at once.
      socket.onclose = ({ reason }) =>
        reject(new Error(`The relay of WalletConnect hung up${reason ? `: ${reason}` : ''}.`))
    })
    failures = 0
    socket.onmessage = ({ data }) => receive(socket, String(data))
    socket.onclose = () => lost()
    for (const topic of topics) void ask(socket, 'irn_subscribe', { topic }).catch(() => {})
    return socket
  }

  function open(): Promise<WebSocket> {
    connected ??= connect().catch((error: Error) => {
      connected = undefined
      throw error
    })
    return connected
  }

  function lost(): void {
    connected = undefined
    for (const { reject } of waiting.values()) reject(new Error('The relay of WalletConnect hung up.'))
    waiting.clear()
    if (closed || topics.size === 0) return
    const pause = RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)]
    setTimeout(() => {
      if (!closed) open().catch(() => lost())
    }, pause)
  }

  function receive(socket: WebSocket, data: string): void {
    const { id, method, params, result, error } = JSON.parse(data) as {
      id: number
      method?: string
      params?: { data: { topic: string; message: string } }
      result?: unknown
      error?: { message: string }
    }
    if (method === 'irn_subscription' && params) {
      socket.send(JSON.stringify({ id, jsonrpc: '2.0', result: true }))
      onMessage(params.data.topic, params.data.message)
      return
    }
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error) asked?.reject(new Error(`The relay of WalletConnect refused: ${error.message}`))
    else asked?.resolve(result)
  }

  function ask(socket: WebSocket, method: string, params: object): Promise<unknown> {
    const id = newId()
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(id)
        reject(new Error('The relay of WalletConnect did not answer.'))
      }, ANSWER_MS)
      const settled =
        <T>(settle: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer)
          settle(value)
        }
      waiting.set(id, { resolve: settled(resolve), reject: settled(reject) })
      socket.send(JSON.stringify({ id, jsonrpc: '2.0', method, params }))
    })
  }

  return {
    async subscribe(topic) {
      const socket = await open()
      topics.add(topic)
      await ask(socket, 'irn_subscribe', { topic })
    },
    async publish({ prompt = false, ...publication }) {
      await ask(await open(), 'irn_publish', { ...publication, prompt })
    },
    close() {
      closed = true
      topics.clear()
      void connected?.then((socket) => socket.close())
    },
  }
}
