import type pg from 'pg'
import { createPublicClient, http, isAddressEqual, recoverMessageAddress } from 'viem'
import { parseSiweMessage, validateSiweMessage } from 'viem/siwe'
import { AccountError } from './AccountError.ts'
import { spendSiweNonce } from './siweNonces.ts'

export interface SiweOptions {
  pool: pg.Pool
  /** Hosts (with port) of the sites that may ask for a signature: the message must name one of them. */
  isOwnDomain: (domain: string) => boolean
  /** Chains followed here; the message must name one of them. */
  chainIds: readonly number[]
  /** Endpoints of a chain, where smart wallets are asked whether a signature is theirs. */
  rpcUrlsOf: (chainId: number) => readonly string[]
}

/** How old a message may be, and how far a wallet's clock may run ahead. */
const MESSAGE_LIFETIME_MS = 10 * 60_000
const CLOCK_AHEAD_MS = 60_000
const RPC_TIMEOUT_MS = 5_000

/**
 * Whose signature under a Sign-In with Ethereum message (EIP-4361) this is: of a key, or of a smart wallet, deployed
 * (ERC-1271) or not yet (ERC-6492). Uses the nonce up.
 *
 * @returns the wallet's address, lower-case
 * @throws AccountError siwe_message_invalid, siwe_nonce_invalid, siwe_signature_invalid or wallet_unverifiable
 */
export async function verifySiwe(
  options: SiweOptions,
  { message, signature }: { message: string; signature: string },
): Promise<string> {
  const { address, chainId, nonce } = readMessage(options, message)
  if (!(await spendSiweNonce(options.pool, nonce))) {
    throw new AccountError('siwe_nonce_invalid', 'The nonce was not given out here, was used before or has expired.')
  }
  if (!(await isSignedBy(address, chainId, options.rpcUrlsOf(chainId), message, signature as `0x${string}`))) {
    throw new AccountError('siwe_signature_invalid', `The signature is not one of ${address} under this message.`)
  }
  return address.toLowerCase()
}

function readMessage(options: SiweOptions, text: string) {
  const invalid = (reason: string) =>
    new AccountError('siwe_message_invalid', `The message ${reason}.`, { field: 'message' })
  const message = parseSiweMessage(text)
  const { address, domain, uri, chainId, nonce, issuedAt, version } = message
  if (!address || !domain || !uri || chainId === undefined || !nonce || !issuedAt || version !== '1') {
    throw invalid('is not one of Sign-In with Ethereum (EIP-4361)')
  }
  if (!options.isOwnDomain(domain)) throw invalid(`is for another site, ${domain.slice(0, 100)}`)
  if (!URL.canParse(uri) || new URL(uri).host !== domain) throw invalid('names a URI of another site than its domain')
  if (!options.chainIds.includes(chainId)) {
    throw invalid(`is for chain ${chainId}; here it must be one of ${options.chainIds.join(', ')}`)
  }
  const age = Date.now() - issuedAt.getTime()
  if (!(age <= MESSAGE_LIFETIME_MS)) throw invalid('was issued more than ten minutes ago')
  if (age < -CLOCK_AHEAD_MS) throw invalid('is issued in the future')
  if (!validateSiweMessage({ message })) throw invalid('has expired, or is not valid yet')
  return { address, chainId, nonce }
}

async function isSignedBy(
  address: `0x${string}`,
  chainId: number,
  rpcUrls: readonly string[],
  message: string,
  signature: `0x${string}`,
): Promise<boolean> {
  const signer = await recoverMessageAddress({ message, signature }).catch(() => undefined)
  if (signer !== undefined && isAddressEqual(signer, address)) return true
  for (const url of rpcUrls) {
    const transport = http(url, { timeout: RPC_TIMEOUT_MS, retryCount: 0 })
    const chain = {
      id: chainId,
      name: String(chainId),
      nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
      rpcUrls: { default: { http: [url] } },
    }
    try {
      const client = createPublicClient({ chain, transport })
      // viem takes an endpoint that does not answer for a signature that is not valid, so it is asked for its chain first.
      if ((await client.getChainId()) !== chainId) continue
      return await client.verifyMessage({ address, message, signature })
    } catch {
      // An endpoint that fails says nothing of the signature: the next one is asked.
    }
  }
  if (rpcUrls.length === 0) return false
  throw new AccountError(
    'wallet_unverifiable',
    `No endpoint of chain ${chainId} answers whether the signature is one of ${address}.`,
  )
}
