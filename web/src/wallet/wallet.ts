import { createPublicClient, custom, defineChain, type EIP1193Provider, http, type PublicClient } from 'viem'
import { type Config, type Connector, createConfig, createStorage } from 'wagmi'
import { connect, disconnect, getConnection, reconnect, switchChain, watchConnection } from 'wagmi/actions'
import { readPageConfig } from '../lib/siteConfig.ts'
import { rememberConnected, setWallet } from './walletStore.ts'

let config: Config | undefined

export function pageChain() {
  const { chainId, chainName, nativeSymbol, rpcUrl, explorerUrl } = readPageConfig()
  return defineChain({
    id: chainId,
    name: chainName,
    nativeCurrency: { name: nativeSymbol, symbol: nativeSymbol, decimals: 18 },
    rpcUrls: { default: { http: rpcUrl ? [rpcUrl] : [] } },
    ...(explorerUrl ? { blockExplorers: { default: { name: chainName, url: explorerUrl } } } : {}),
  })
}

/** One for the whole page: wallets announce themselves to it (EIP-6963). */
export async function openWallet(): Promise<Config> {
  if (config !== undefined) return config
  const { rpcUrl, demoWallet, walletConnectProjectId } = readPageConfig()
  const chain = pageChain()
  const connectors = []
  if (demoWallet && rpcUrl) {
    const { createDemoConnector } = await import('./demoConnector.ts')
    connectors.push(createDemoConnector(rpcUrl))
  }
  if (walletConnectProjectId !== null) {
    const { createWalletConnectConnector } = await import('./walletConnect/connector.ts')
    connectors.push(createWalletConnectConnector(walletConnectProjectId))
  }
  config = createConfig({
    chains: [chain],
    connectors,
    transports: { [chain.id]: http(rpcUrl ?? undefined) },
    multiInjectedProviderDiscovery: true,
    storage: createStorage({ storage: localStorage, key: 'kindling.wagmi' }),
  })
  watchConnection(config, {
    onChange({ address, chainId, connector, status }) {
      const connected = status === 'connected' && address !== undefined
      setWallet({
        address: connected ? address : null,
        chainId: connected ? (chainId ?? null) : null,
        name: connected ? (connector?.name ?? null) : null,
      })
    },
  })
  return config
}

export async function reconnectWallet(): Promise<void> {
  const opened = await openWallet()
  const [connection] = await reconnect(opened)
  if (connection === undefined) rememberConnected(null)
}

export async function connectTo(connector: Connector): Promise<void> {
  const opened = await openWallet()
  await connect(opened, { connector })
  rememberConnected(connector.id)
}

export async function disconnectWallet(): Promise<void> {
  rememberConnected(null)
  await disconnect(await openWallet())
}

/** Asks the wallet to change to the page's chain, and to add it where it does not know it. */
export async function switchToPageChain(): Promise<void> {
  await switchChain(await openWallet(), { chainId: readPageConfig().chainId })
}

/** Reads through the deployment's node, or through the wallet where no node is public. */
export async function openReader(): Promise<PublicClient> {
  const { rpcUrl } = readPageConfig()
  const chain = pageChain()
  if (rpcUrl !== null) return createPublicClient({ chain, transport: http(rpcUrl), pollingInterval: 1000 })
  const { connector } = getConnection(await openWallet())
  if (connector === undefined) throw new Error('No public node is configured and no wallet is connected.')
  const provider = (await connector.getProvider()) as EIP1193Provider
  return createPublicClient({ chain, transport: custom(provider) })
}
