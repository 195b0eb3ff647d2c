import { getAddress, numberToHex, SwitchChainError } from 'viem'
import { createConnector } from 'wagmi'
import { rpc } from '../../lib/rpc.ts'
import { readPageConfig } from '../../lib/siteConfig.ts'
import { showPairing, WALLET_CONNECT_ID } from './pairing.ts'
import { createRelay, type Relay } from './relay.ts'
import { createSessions, METHODS, type Session, type SessionState } from './session.ts'

const RELAY_URL = 'wss://relay.walletconnect.com'
const KEY = 'kindling.walletConnect'

function readStored(chainId: number): SessionState | undefined {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? 'null') as SessionState | null
    const lives = stored !== null && stored.expiry * 1000 > Date.now()
    return lives && stored.accounts.some((account) => account.startsWith(`eip155:${chainId}:`)) ? stored : undefined
  } catch {
    return undefined
  }
}

function store(state: SessionState | null): void {
  try {
    if (state === null) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, JSON.stringify(state))
  } catch {
    // Without storage the wallet is paired again after a reload.
  }
}

/**
 * Wallets on other devices, by WalletConnect v2. Written against its specification instead of its SDK: that is no longer under
 * a permissive licence, and weighs more than this whole app.
 */
export function createWalletConnectConnector(projectId: string, relayUrl: string = RELAY_URL) {
  return createConnector((config) => {
    const { chainId, rpcUrl, siteName, origin } = readPageConfig()
    let session: Session | undefined
    let relay: Relay | undefined
    const accountsOf = (state: SessionState) =>
      state.accounts
        .filter((account) => account.startsWith(`eip155:${chainId}:`))
        .map((account) => getAddress(account.split(':')[2] as string))

    const sessions = createSessions(openRelay, {
      onChanged(state) {
        store(state)
        config.emitter.emit('change', { accounts: accountsOf(state) })
      },
      onEnded() {
        store(null)
        session = undefined
        relay?.close()
        relay = undefined
        config.emitter.emit('disconnect')
      },
      onEvent() {},
    })

    function openRelay(): Relay {
      relay ??= createRelay({ url: relayUrl, projectId, onMessage: (topic, text) => sessions.receive(topic, text) })
      return relay
    }

    async function openSession(): Promise<Session> {
      const stored = readStored(chainId)
      if (stored) session ??= await sessions.resume(stored)
      if (session) return session
      const given = new AbortController()
      const metadata = { name: siteName, description: siteName, url: origin, icons: [`${origin}/favicon.svg`] }
      try {
        const onUri = (uri: string) => showPairing({ uri, giveUp: () => given.abort() })
        session = await sessions.propose({ chainId, metadata, onUri, signal: given.signal })
        return session
      } finally {
        showPairing(null)
      }
    }

    async function request({ method, params = [] }: { method: string; params?: readonly unknown[] }): Promise<unknown> {
      if (method === 'eth_chainId') return numberToHex(chainId)
      const { state, request: ask } = await openSession()
      if (method === 'eth_accounts' || method === 'eth_requestAccounts') return accountsOf(state())
      if (method === 'wallet_switchEthereumChain')
        return refuseOther(Number((params[0] as { chainId: string }).chainId))
      if ((METHODS as readonly string[]).includes(method) || rpcUrl === null) return ask(chainId, method, params)
      return rpc(rpcUrl, method, params)
    }

    function refuseOther(wanted: number): null {
      if (wanted === chainId) return null
      throw new SwitchChainError(new Error(`This session is for chain ${chainId}, not for ${wanted}.`))
    }

    return {
      id: WALLET_CONNECT_ID,
      name: 'WalletConnect',
      type: WALLET_CONNECT_ID,
      async connect(parameters) {
        const accounts = accountsOf((await openSession()).state())
        const shaped = parameters?.withCapabilities
          ? accounts.map((address) => ({ address, capabilities: {} }))
          : accounts
        return { accounts: shaped as never, chainId }
      },
      async disconnect() {
        await session?.end()
      },
      async getAccounts() {
        return accountsOf((await openSession()).state())
      },
      async getChainId() {
        return chainId
      },
      async getProvider() {
        return { request }
      },
      async isAuthorized() {
        return readStored(chainId) !== undefined
      },
      async switchChain({ chainId: wanted }) {
        refuseOther(wanted)
        return config.chains[0]
      },
      onAccountsChanged() {},
      onChainChanged() {},
      onDisconnect() {
        config.emitter.emit('disconnect')
      },
    }
  })
}
