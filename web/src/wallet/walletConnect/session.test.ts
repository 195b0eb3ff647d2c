import { expect, it } from 'vitest'
import { createAgreementKey, openMessage, sealMessage, topicOf } from './keys.ts'
import type { Publication, Relay } from './relay.ts'
import { createSessions, type SessionState } from './session.ts'

const CHAIN = 31337
const ACCOUNT = `eip155:${CHAIN}:0x70997970c51812dc3a010c7d01b50e0d17dc79c8`
type Receive = (topic: string, message: string) => void

/** A relay without sockets: what one side publishes the other receives, also when it subscribes later. */
function createRoom() {
  const box: Publication[] = []
  const sides: { topics: Set<string>; receive: Receive }[] = []
  return {
    box,
    join(receive: Receive): Relay {
      const side = { topics: new Set<string>(), receive }
      sides.push(side)
      return {
        async subscribe(topic) {
          side.topics.add(topic)
          for (const one of box) if (one.topic === topic) side.receive(topic, one.message)
        },
        async publish(publication) {
          box.push(publication)
          for (const other of sides)
            if (other !== side && other.topics.has(publication.topic))
              other.receive(publication.topic, publication.message)
        },
        close() {},
      }
    },
  }
}

interface WalletAnswer {
  result?: unknown
  error?: { code: number; message: string }
}

/** The other side: accepts with these accounts, and answers requests as it is told. */
function createWallet(
  room: ReturnType<typeof createRoom>,
  accounts: string[],
  answer: (method: string) => WalletAnswer,
) {
  const keys = new Map<string, string>()
  const heard: Record<string, unknown>[] = []
  const relay = room.join((topic, text) => void receive(topic, text))
  const namespaces = { eip155: { accounts, methods: [], events: [] } }
  const send = (topic: string, message: object) =>
    relay.publish({
      topic,
      message: sealMessage(keys.get(topic) as string, { jsonrpc: '2.0', ...message }),
      ttl: 1,
      tag: 1,
    })

  async function receive(topic: string, text: string): Promise<void> {
    let message: Record<string, unknown>
    try {
      message = openMessage(keys.get(topic) as string, text)
    } catch {
      return
    }
    heard.push(message)
    const { id, method } = message
    const params = message['params'] as { proposer: { publicKey: string }; request: { method: string } }
    if (method === 'wc_sessionPropose') {
      const own = await createAgreementKey()
      const key = await own.agree(params.proposer.publicKey)
      const session = await topicOf(key)
      keys.set(session, key)
      await relay.subscribe(session)
      await send(topic, { id, result: { relay: { protocol: 'irn' }, responderPublicKey: own.publicKey } })
      const controller = { publicKey: own.publicKey, metadata: { name: 'Test wallet' } }
      await send(session, {
        id: 1,
        method: 'wc_sessionSettle',
        params: { relay: { protocol: 'irn' }, namespaces, controller, expiry: 4_000_000_000 },
      })
    }
    if (method === 'wc_sessionRequest') await send(topic, { id, ...answer(params.request.method) })
  }

  return {
    heard,
    send,
    async scan(uri: string) {
      const [, topic, query] = /^wc:([0-9a-f]{64})@2\?(.*)$/.exec(uri) as RegExpExecArray
      keys.set(topic as string, new URLSearchParams(query).get('symKey') as string)
      await relay.subscribe(topic as string)
    },
  }
}

function openPage(room: ReturnType<typeof createRoom>) {
  const states: SessionState[] = []
  const log: string[] = []
  const sessions = createSessions(() => relay, {
    onChanged: (state) => states.push(state),
    onEnded: () => log.push('ended'),
    onEvent: (name) => log.push(name),
  })
  const relay = room.join(sessions.receive)
  return { sessions, states, log }
}

const metadata = { name: 'Kindling', description: '', url: 'https://kindling.example', icons: [] }
const signal = () => new AbortController().signal

async function pair(accounts = [ACCOUNT], answer: (method: string) => WalletAnswer = () => ({ result: '0x51' })) {
  const room = createRoom()
  const wallet = createWallet(room, accounts, answer)
  const page = openPage(room)
  const onUri = (uri: string) => void wallet.scan(uri)
  const session = await page.sessions.propose({ chainId: CHAIN, metadata, onUri, signal: signal() })
  return { room, wallet, page, session }
}

it('a wallet that scans the code signs for the page', async () => {
  const { session, wallet, room } = await pair()
  expect(session.state()).toMatchObject({ walletName: 'Test wallet', accounts: [ACCOUNT] })
  expect(await session.request(CHAIN, 'personal_sign', ['0x00'])).toBe('0x51')
  expect(wallet.heard.at(-1)).toMatchObject({
    method: 'wc_sessionRequest',
    params: { chainId: 'eip155:31337', request: { method: 'personal_sign', params: ['0x00'] } },
  })
  // The relay carries nothing that it could read.
  expect(JSON.stringify(room.box)).not.toMatch(/personal_sign|0x70997970/)
})

it('a refusal in the wallet is one of EIP-1193', async () => {
  const { session } = await pair([ACCOUNT], () => ({ error: { code: 5000, message: 'User rejected.' } }))
  await expect(session.request(CHAIN, 'eth_sendTransaction', [{}])).rejects.toMatchObject({ code: 4001 })
})

it('a wallet without an account on the chain is turned away, and the session ended', async () => {
  await expect(pair(['eip155:1:0x70997970c51812dc3a010c7d01b50e0d17dc79c8'])).rejects.toThrow(
    'no account on chain 31337',
  )
})

it('a session goes on after a reload from what was kept', async () => {
  const { page, room } = await pair()
  const reloaded = openPage(room)
  const session = await reloaded.sessions.resume(page.states.at(-1) as SessionState)
  expect(await session.request(CHAIN, 'personal_sign', ['0x01'])).toBe('0x51')
})

it('what was not sealed with the key of the topic is not heard', async () => {
  const { page, session } = await pair()
  const { topic } = session.state()
  page.sessions.receive(topic, 'AAAA')
  page.sessions.receive(topic, sealMessage('00'.repeat(32), { id: 5, method: 'wc_sessionDelete', params: {} }))
  expect(page.log).toEqual([])
})

it('accounts that the wallet changes are told, and its end of the session too', async () => {
  const { page, session, wallet } = await pair()
  const { topic } = session.state()
  const other = ACCOUNT.replace('709', '3c4')
  await wallet.send(topic, {
    id: 8,
    method: 'wc_sessionUpdate',
    params: { namespaces: { eip155: { accounts: [other] } } },
  })
  expect(page.states.at(-1)?.accounts).toEqual([other])
  await wallet.send(topic, { id: 9, method: 'wc_sessionDelete', params: { code: 6000, message: 'bye' } })
  expect(page.log).toEqual(['ended'])
})

it('giving up ends the waiting', async () => {
  const room = createRoom()
  const page = openPage(room)
  const given = new AbortController()
  const proposed = page.sessions.propose({ chainId: CHAIN, metadata, onUri: () => given.abort(), signal: given.signal })
  await expect(proposed).rejects.toMatchObject({ code: 4001 })
})
