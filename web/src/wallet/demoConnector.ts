import { createWalletClient, getAddress, type Hex, hexToBigInt, http, numberToHex, SwitchChainError } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { foundry } from 'viem/chains'
import { createConnector } from 'wagmi'

/** Published with every development chain: whoever sends real money there gives it away. */
const MNEMONIC = 'test test test test test test test test test test test junk'
export const DEMO_ID = 'demo'
const ACCOUNT_KEY = 'kindling.demoAccount'
/** Accounts 0 and 9 deploy and keep the demo moving. */
export const DEMO_ACCOUNTS = [1, 2, 3, 4] as const

export function readDemoAccount(): number {
  const stored = Number(localStorage.getItem(ACCOUNT_KEY))
  return (DEMO_ACCOUNTS as readonly number[]).includes(stored) ? stored : DEMO_ACCOUNTS[0]
}
export const chooseDemoAccount = (index: number): void => localStorage.setItem(ACCOUNT_KEY, String(index))

interface Transaction {
  to?: Hex
  data?: Hex
  value?: Hex
  gas?: Hex
}

/** A wallet whose keys everybody knows. It signs in the page and refuses every chain but the local 31337. */
export function createDemoConnector(rpcUrl: string) {
  return createConnector((config) => {
    const account = () => mnemonicToAccount(MNEMONIC, { addressIndex: readDemoAccount() })
    const client = () => createWalletClient({ account: account(), chain: foundry, transport: http(rpcUrl) })

    const request = async ({
      method,
      params = [],
    }: {
      method: string
      params?: readonly unknown[]
    }): Promise<unknown> => {
      switch (method) {
        case 'eth_accounts':
        case 'eth_requestAccounts':
          return [account().address]
        case 'eth_chainId':
          return numberToHex(foundry.id)
        case 'personal_sign':
          return account().signMessage({ message: { raw: params[0] as Hex } })
        case 'wallet_switchEthereumChain':
          refuseOther(Number((params[0] as { chainId: string }).chainId))
          return null
        case 'eth_sendTransaction': {
          const { to, data, value, gas } = params[0] as Transaction
          return client().sendTransaction({
            ...(to ? { to } : {}),
            ...(data ? { data } : {}),
            ...(value ? { value: hexToBigInt(value) } : {}),
            ...(gas ? { gas: hexToBigInt(gas) } : {}),
          })
        }
        default:
          return client().request({ method, params } as never)
      }
    }

    return {
      id: DEMO_ID,
      name: 'Demo wallet',
      type: 'demo',
      async connect(parameters) {
        if (parameters?.chainId) refuseOther(parameters.chainId)
        const actual = Number(await client().request({ method: 'eth_chainId' }))
        refuseOther(actual)
        const { address } = account()
        const accounts = parameters?.withCapabilities ? [{ address, capabilities: {} }] : [address]
        return { accounts: accounts as never, chainId: foundry.id }
      },
      async disconnect() {},
      async getAccounts() {
        return [getAddress(account().address)]
      },
      async getChainId() {
        return foundry.id
      },
      async getProvider() {
        return { request }
      },
      async isAuthorized() {
        return (await config.storage?.getItem('recentConnectorId')) === DEMO_ID
      },
      async switchChain({ chainId }) {
        refuseOther(chainId)
        return foundry
      },
      onAccountsChanged() {},
      onChainChanged() {},
      onDisconnect() {
        config.emitter.emit('disconnect')
      },
    }
  })
}

function refuseOther(chainId: number): void {
  if (chainId === foundry.id) return
  throw new SwitchChainError(
    new Error(`The demo wallet works on the local chain ${foundry.id} only, not on ${chainId}.`),
  )
}
