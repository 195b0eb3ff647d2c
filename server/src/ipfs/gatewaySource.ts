import { setTimeout as sleep } from 'node:timers/promises'
import type { CID } from 'multiformats/cid'
import { askInTurn } from './askInTurn.ts'
import { assertSupported, blockKey, inlineBytes } from './cid.ts'
import { createGateway } from './gateway.ts'
import type { GatewayStats } from './gatewayHealth.ts'
import { IpfsError } from './IpfsError.ts'
import { importAsRoot } from './importAsRoot.ts'
import { createSingleFlight } from './singleFlight.ts'

export interface GatewaySourceOptions {
  /** For one request to one gateway. */
  timeoutMs?: number
  /** Requests at once to one gateway. */
  concurrency?: number
  /** After this long without an answer the next gateway is asked beside. */
  hedgeMs?: number
}

export interface FromGateway {
  bytes: Uint8Array
  /** Address of the gateway, without any password. */
  gateway: string
}

export interface FileFromGateway extends FromGateway {
  /** The blocks the bytes made, the root's last. */
  blocks: { cid: CID; bytes: Uint8Array }[]
}

/** What a busy gateway does now and then, and not the next time. */
const PASSING_PAUSES_MS = [200, 600]

/** Nobody says that it is not there, and someone failed in a way that is soon over: then waiting a moment beats a retry in seconds. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof IpfsError) || error.faults.some(({ code }) => code === 'not_found')) return false
  return error.faults.some(({ code, status = 0 }) => code === 'connection' || (code === 'http_status' && status >= 500))
}

async function whilePassing<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  for (const pauseMs of PASSING_PAUSES_MS) {
    try {
      return await ask()
    } catch (error) {
      if (signal.aborted || !isPassing(error)) throw error
      // A quarter more or less, so that requests that failed together do not come again together.
      await sleep(pauseMs * (0.75 + Math.random() / 2), undefined, { signal }).catch(() => {
        throw error
      })
    }
  }
  return ask()
}

export type GatewaySource = ReturnType<typeof createGatewaySource>

/**
 * Proved bytes from several gateways of which none is trusted.
 *
 * Memory: a block is at most 2 MiB and is held twice while its parts are joined, so gateways × concurrency × 4 MiB is
 * the worst case for blocks in flight (16 at once to each of 3: 192 MiB), whatever the gateways send.
 */
export function createGatewaySource(urls: readonly string[], options: GatewaySourceOptions = {}) {
  const { timeoutMs = 15_000, concurrency = 16, hedgeMs = 2_000 } = options
  const gateways = urls.map((url) => createGateway(url, { timeoutMs, concurrency }))
  const share = createSingleFlight<FromGateway>()

  /** @throws IpfsError with one fault for each gateway asked */
  async function fetchBlock(cid: CID, signal: AbortSignal): Promise<FromGateway> {
    assertSupported(cid)
    const inline = inlineBytes(cid)
    if (inline) return { bytes: inline, gateway: 'inline' }
    return share(`${cid.code}:${blockKey(cid)}`, signal, async (shared) => {
      const { answer, gateway } = await whilePassing(shared, () =>
        askInTurn(`CID ${cid}`, gateways, shared, hedgeMs, (one, either, insist) =>
          one.fetchBlock(cid, either, insist),
        ),
      )
      return { bytes: answer, gateway }
    })
  }

  /**
   * A whole file from gateways that serve nothing but plain bytes: chunked again in the known ways, and believed only if
   * one of them gives the CID.
   * @throws IpfsError `unverifiable` where none does
   */
  async function fetchPlainFile(cid: CID, signal: AbortSignal, maxBytes: number): Promise<FileFromGateway> {
    const { answer, gateway } = await askInTurn(
      `CID ${cid}`,
      gateways,
      signal,
      hedgeMs,
      async (one, either, insist) => {
        const bytes = await one.fetchPlain(cid, either, insist, maxBytes)
        const blocks = await importAsRoot(cid, bytes)
        if (!blocks)
          throw new IpfsError(
            'unverifiable',
            `Gateway ${one.name} serves plain bytes for CID ${cid}, and no known way of chunking them gives that CID.`,
          )
        return { bytes, blocks }
      },
    )
    return { ...answer, gateway }
  }

  return {
    fetchBlock,
    fetchPlainFile,
    /** For a status page. */
    stats: (): GatewayStats[] => gateways.map((gateway) => gateway.stats()),
    close: (): void => gateways.forEach((gateway) => void gateway.close()),
  }
}
