import { createAgreementKey, openMessage, randomBytes, sealMessage, toHex, topicOf } from './keys.ts'
import type { Relay } from './relay.ts'

/** Agreed with a wallet: what is needed to go on after a reload. */
export interface SessionState {
  topic: string
  key: string
  walletName: string
  /** CAIP-10, as `eip155:1:0x…`. */
  accounts: string[]
  /** Unix seconds. */
  expiry: number
}

export interface Proposal {
  chainId: number
  metadata: { name: string; description: string; url: string; icons: string[] }
  /** Hears the link that the wallet has to see: as a picture, or by being opened. */
  onUri: (uri: string) => void
  signal: AbortSignal
}

export interface SessionEvents {
  onChanged: (state: SessionState) => void
  onEnded: () => void
  onEvent: (name: string, data: unknown) => void
}

export const METHODS = ['eth_sendTransaction', 'personal_sign', 'eth_signTypedData_v4'] as const
const EVENTS = ['accountsChanged', 'chainChanged']

/** Tags and lives of messages (WalletConnect specifications, Sign API, RPC methods): request, then answer. */
const KINDS = {
  wc_sessionPropose: { tags: [1100, 1101], ttl: 300 },
  wc_sessionSettle: { tags: [1102, 1103], ttl: 300 },
  wc_sessionUpdate: { tags: [1104, 1105], ttl: 86_400 },
  wc_sessionExtend: { tags: [1106, 1107], ttl: 86_400 },
  wc_sessionRequest: { tags: [1108, 1109], ttl: 300 },
  wc_sessionEvent: { tags: [1110, 1111], ttl: 300 },
  wc_sessionDelete: { tags: [1112, 1113], ttl: 86_400 },
  wc_sessionPing: { tags: [1114, 1115], ttl: 30 },
} as const
type Kind = keyof typeof KINDS
const PAIRING_S = 300
const REQUEST_S = 300

interface Message {
  id: number
  method?: Kind
  params?: Record<string, unknown>
  result?: unknown
  error?: { code: number; message: string }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function accountsOf(namespaces: unknown): string[] {
  const eip155 = isRecord(namespaces) ? namespaces['eip155'] : undefined
  const accounts = isRecord(eip155) ? eip155['accounts'] : undefined
  return Array.isArray(accounts) ? accounts.filter((account) => typeof account === 'string') : []
}

/** As a wallet's refusal reaches an EIP-1193 caller. */
export class WalletRefusalError extends Error {
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    // The wallet's own codes of refusal, and the one of EIP-1193.
    this.code = code === 5000 || code === 5001 || code === 5002 ? 4001 : code
  }
}

export interface Session {
  state: () => SessionState
  request(chainId: number, method: string, params: readonly unknown[]): Promise<unknown>
  end(): Promise<void>
}

/** One socket's messages, sorted to whoever waits for them. `receive` is the relay's `onMessage`. */
export function createSessions(relay: () => Relay, events: SessionEvents) {
  const keys = new Map<string, string>()
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>()
  let settled: ((topic: string, params: Record<string, unknown>) => void) | undefined
  let current: SessionState | undefined
  let lastId = 0
  const newId = () => {
    lastId = Math.max(lastId + 1, Date.now() * 1000 + Math.floor(Math.random() * 1000))
    return lastId
  }

  async function send(topic: string, method: Kind, params: object, ttl: number = KINDS[method].ttl): Promise<unknown> {
    const id = newId()
    const key = keys.get(topic) as string
    const answer = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
    answer.catch(() => {})
    try {
      await relay().publish({
        topic,
        message: sealMessage(key, { id, jsonrpc: '2.0', method, params }),
        ttl,
        tag: KINDS[method].tags[0],
        prompt: method === 'wc_sessionRequest' || method === 'wc_sessionPropose',
      })
    } catch (error) {
      waiting.delete(id)
      throw error
    }
    return answer
  }

  const acknowledge = (topic: string, id: number, method: Kind) =>
    relay().publish({
      topic,
      message: sealMessage(keys.get(topic) as string, { id, jsonrpc: '2.0', result: true }),
      ttl: KINDS[method].ttl,
      tag: KINDS[method].tags[1],
    })

  function receive(topic: string, text: string): void {
    const key = keys.get(topic)
    if (key === undefined) return
    let message: Message
    try {
      message = openMessage(key, text) as unknown as Message
    } catch {
      // Anybody may publish to a topic; only who has the key is heard.
      return
    }
    const { id, method, params = {}, result, error } = message
    if (method === undefined) {
      const asked = waiting.get(id)
      waiting.delete(id)
      if (error) asked?.reject(new WalletRefusalError(error.code, error.message))
      else asked?.resolve(result)
      return
    }
    if (!(method in KINDS) || method === 'wc_sessionPropose' || method === 'wc_sessionRequest') return
    acknowledge(topic, id, method).catch(() => {})
    if (method === 'wc_sessionSettle') settled?.(topic, params)
    if (current?.topic !== topic) return
    if (method === 'wc_sessionUpdate') change({ accounts: accountsOf(params['namespaces']) })
    if (method === 'wc_sessionExtend' && typeof params['expiry'] === 'number') change({ expiry: params['expiry'] })
    if (method === 'wc_sessionEvent' && isRecord(params['event'])) {
      events.onEvent(String(params['event']['name']), params['event']['data'])
    }
    if (method === 'wc_sessionDelete') forget()
  }

  function change(part: Partial<SessionState>): void {
    if (current === undefined) return
    current = { ...current, ...part }
    events.onChanged(current)
  }

  function forget(): void {
    current = undefined
    keys.clear()
    for (const { reject } of waiting.values()) reject(new Error('The wallet ended the session.'))
    waiting.clear()
    events.onEnded()
  }

  function sessionOf(state: SessionState): Session {
    current = state
    keys.set(state.topic, state.key)
    return {
      state: () => current ?? state,
      request: (chainId, method, params) =>
        send(state.topic, 'wc_sessionRequest', {
          request: { method, params, expiryTimestamp: Math.floor(Date.now() / 1000) + REQUEST_S },
          chainId: `eip155:${chainId}`,
        }),
      async end() {
        const reason = { code: 6000, message: 'User disconnected.' }
        await relay()
          .publish({
            topic: state.topic,
            message: sealMessage(state.key, {
              id: newId(),
              jsonrpc: '2.0',
              method: 'wc_sessionDelete',
              params: reason,
            }),
            ttl: KINDS.wc_sessionDelete.ttl,
            tag: KINDS.wc_sessionDelete.tags[0],
          })
          .catch(() => {})
        forget()
      },
    }
  }

  async function propose({ chainId, metadata, onUri, signal }: Proposal): Promise<Session> {
    const pairing = { topic: toHex(randomBytes(32)), key: toHex(randomBytes(32)) }
    keys.set(pairing.topic, pairing.key)
    const own = await createAgreementKey()
    const expiryTimestamp = Math.floor(Date.now() / 1000) + PAIRING_S
    const settlement = new Promise<[topic: string, params: Record<string, unknown>]>((resolve) => {
      settled = (topic, params) => resolve([topic, params])
    })
    const ended = new Promise<never>((_resolve, reject) => {
      const stop = () => reject(new WalletRefusalError(4001, 'The connection was given up.'))
      signal.addEventListener('abort', stop, { once: true })
      setTimeout(() => reject(new Error('The wallet did not answer within five minutes.')), PAIRING_S * 1000)
    })
    ended.catch(() => {})
    await relay().subscribe(pairing.topic)
    const proposed = send(pairing.topic, 'wc_sessionPropose', {
      relays: [{ protocol: 'irn' }],
      proposer: { publicKey: own.publicKey, metadata },
      requiredNamespaces: {},
      optionalNamespaces: { eip155: { chains: [`eip155:${chainId}`], methods: METHODS, events: EVENTS } },
      expiryTimestamp,
      pairingTopic: pairing.topic,
    })
    proposed.catch(() => {})
    onUri(`wc:${pairing.topic}@2?expiryTimestamp=${expiryTimestamp}&relay-protocol=irn&symKey=${pairing.key}`)
    const accepted = await Promise.race([proposed, ended])
    const other = isRecord(accepted) ? accepted['responderPublicKey'] : undefined
    if (typeof other !== 'string') throw new Error('The wallet accepted without naming its key.')
    const key = await own.agree(other)
    const topic = await topicOf(key)
    keys.set(topic, key)
    await relay().subscribe(topic)
    const [, params] = await Promise.race([settlement, ended])
    keys.delete(pairing.topic)
    const controller = isRecord(params['controller']) ? params['controller'] : {}
    const about = isRecord(controller['metadata']) ? controller['metadata'] : {}
    const state: SessionState = {
      topic,
      key,
      walletName: typeof about['name'] === 'string' ? about['name'].slice(0, 60) : 'WalletConnect',
      accounts: accountsOf(params['namespaces']),
      expiry: Number(params['expiry']) || expiryTimestamp,
    }
    const session = sessionOf(state)
    if (!state.accounts.some((account) => account.startsWith(`eip155:${chainId}:`))) {
      await session.end()
      throw new Error(`The wallet has no account on chain ${chainId}.`)
    }
    events.onChanged(state)
    return session
  }

  async function resume(state: SessionState): Promise<Session> {
    const session = sessionOf(state)
    await relay().subscribe(state.topic)
    return session
  }

  return { receive, propose, resume }
}
