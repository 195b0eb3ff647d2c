import type { Client } from '@kindling/client'
import { createSiweMessage } from 'viem/siwe'
import { getConnection, getWalletClient } from 'wagmi/actions'
import { readPageConfig } from '../lib/siteConfig.ts'
import { openWallet } from './wallet.ts'

/** In memory only: a script that got into a later page finds nothing. Signing again is one click. */
let session: { address: string; token: string; endsAt: number } | undefined
const EARLY_MS = 60_000

/** Signs in with the connected wallet (EIP-4361) and answers the access token. @throws what the wallet or the API says */
export async function signIn(api: Client): Promise<string> {
  const config = await openWallet()
  const { address } = getConnection(config)
  if (address === undefined) throw new Error('No wallet is connected.')
  if (session?.address === address && Date.now() < session.endsAt - EARLY_MS) return session.token
  const { chainId, siteName } = readPageConfig()
  const { data: issued } = await api.POST('/api/v1/auth/siwe/nonce/')
  const message = createSiweMessage({
    domain: location.host,
    uri: location.origin,
    address,
    chainId,
    nonce: issued.nonce,
    version: '1',
    issuedAt: new Date(),
    expirationTime: new Date(issued.expires_at),
    statement: `Sign in to ${siteName}. This moves no money.`,
  })
  const wallet = await getWalletClient(config)
  const signature = await wallet.signMessage({ account: wallet.account, message })
  const { data } = await api.POST('/api/v1/auth/siwe/verify/', { body: { message, signature } })
  session = { address, token: data.access, endsAt: Date.now() + data.expires_in * 1000 }
  return session.token
}
