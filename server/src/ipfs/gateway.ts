import http from 'node:http'
import https from 'node:https'
import type { CID } from 'multiformats/cid'
import { provesBytes, RAW } from './cid.ts'
import { createGatewayHealth, type GatewayStats } from './gatewayHealth.ts'
import { type HttpAnswer, httpRequest, shownUrl } from './httpRequest.ts'
import { IpfsError } from './IpfsError.ts'
import { createSlots } from './slots.ts'

/** Blocks above 2 MiB are not carried by the network (bitswap's limit), so no honest gateway has one. */
export const MAX_BLOCK_BYTES = 2 * 1024 * 1024
const RAW_BLOCK = 'application/vnd.ipld.raw'
/** Statuses of a gateway that does not know `?format=raw`. */
const FORMAT_UNKNOWN = new Set([400, 406, 415, 501])

export interface GatewayOptions {
  /** For one request, from connecting to the last byte. */
  timeoutMs: number
  /** Requests at once. */
  concurrency: number
}

/** Thrown instead of asking a gateway that began to rest while the request waited for its turn. */
export class GatewayRests extends Error {}

/** Why the others are hung up on when one has answered: they had so long before it was asked, or more. */
export class Overtaken extends Error {
  readonly afterMs: number

  constructor(afterMs: number) {
    super(`Another gateway answered.`)
    this.afterMs = afterMs
  }
}

export type Gateway = ReturnType<typeof createGateway>

function readUrl(text: string): URL {
  let url: URL
  try {
    url = new URL(text.trim())
  } catch (cause) {
    throw new IpfsError('invalid_gateway', `${JSON.stringify(text)} is not a gateway's address.`, { cause })
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new IpfsError('invalid_gateway', `The gateway ${shownUrl(url)} is neither http nor https.`)
  url.pathname = url.pathname.replace(/\/+$/, '').replace(/\/ipfs$/, '')
  url.search = ''
  url.hash = ''
  return url
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3). */
function retryAfterMs(header: string | undefined): number | undefined {
  if (header === undefined) return undefined
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(ms) && ms > 0 ? ms : undefined
}

/**
 * One untrusted gateway (https://specs.ipfs.tech/http-gateways/trustless-gateway/). Its own address is the operator's
 * choice, so loopback is fine; where it redirects to is not, so redirects are faults.
 */
export function createGateway(address: string, { timeoutMs, concurrency }: GatewayOptions) {
  const base = readUrl(address)
  const name = shownUrl(base)
  const health = createGatewayHealth()
  const slots = createSlots(concurrency)
  const agent = new (base.protocol === 'https:' ? https : http).Agent({ keepAlive: true, maxFreeSockets: concurrency })

  const asked = (cid: CID, query: string) => {
    const url = new URL(base)
    url.pathname = `${base.pathname.replace(/\/$/, '')}/ipfs/${cid}`
    url.search = query
    return url
  }

  function assertUsable(cid: CID, status: number, headers: http.IncomingHttpHeaders): void {
    const said = `Gateway ${name} answers CID ${cid} with`
    if (status >= 300 && status < 400)
      throw new IpfsError('redirect', `${said} a redirect (${status}), which is not followed.`)
    if (status === 404 || status === 410) throw new IpfsError('not_found', `${said} ${status}: it does not have it.`)
    if (status === 429 || (status === 503 && headers['retry-after'] !== undefined))
      throw new IpfsError('rate_limited', `${said} ${status}: too many requests.`, {
        status,
        retryAfterMs: retryAfterMs(headers['retry-after']),
      })
    if (status !== 200) throw new IpfsError('http_status', `${said} status ${status}.`, { status })
    const encoding = headers['content-encoding']
    if (encoding !== undefined && encoding !== 'identity')
      throw new IpfsError(
        'content_encoding',
        `${said} content encoding ${JSON.stringify(encoding)}, which was not accepted.`,
      )
  }

  const get = (cid: CID, query: string, accept: string, maxBytes: number, signal: AbortSignal): Promise<HttpAnswer> => {
    health.asked()
    return httpRequest(asked(cid, query), {
      headers: { accept, 'accept-encoding': 'identity' },
      signal,
      timeoutMs,
      maxBytes,
      agent,
      onHeaders: (status, headers) => assertUsable(cid, status, headers),
    })
  }

  const contentType = ({ headers }: HttpAnswer) =>
    headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? 'no content type'
  const notABlock = (cid: CID, type: string) =>
    new IpfsError('not_a_block', `Gateway ${name} answers CID ${cid} with ${type} instead of its block.`)

  /** Takes a slot, asks, and remembers how it went. Only with `insist` is a resting gateway asked, and never before its Retry-After. */
  async function attempt<T>(
    insist: boolean,
    signal: AbortSignal,
    ask: () => Promise<T>,
    sizeOf: (answer: T) => number,
  ): Promise<T> {
    const release = await slots.acquire(signal)
    const askedAtMs = Date.now()
    try {
      const waitMs = health.askedToWaitMs()
      if (waitMs > 0)
        throw new IpfsError(
          'rate_limited',
          `Gateway ${name} asked to be left alone for ${Math.ceil(waitMs / 1000)} s more.`,
          {
            retryAfterMs: waitMs,
          },
        )
      if (!insist && health.rests(slots.taken() - 1)) throw new GatewayRests(name)
      const answer = await ask()
      health.succeeded(sizeOf(answer))
      return answer
    } catch (error) {
      if (signal.reason instanceof Overtaken) {
        // Asked only just now, or beside it, it was not slow.
        const { afterMs } = signal.reason
        if (Date.now() - askedAtMs >= afterMs)
          health.overtaken(`Gateway ${name} did not answer within ${afterMs} ms, when another did.`)
      } else if (error instanceof IpfsError) health.failed(error)
      throw error
    } finally {
      release()
    }
  }

  async function askForBlock(cid: CID, signal: AbortSignal): Promise<Buffer> {
    let answer: HttpAnswer
    try {
      answer = await get(cid, '?format=raw', RAW_BLOCK, MAX_BLOCK_BYTES, signal)
    } catch (error) {
      // The plain bytes of a raw CID are its block, so a gateway that knows nothing else can still be proved.
      if (cid.code !== RAW || !(error instanceof IpfsError && FORMAT_UNKNOWN.has(error.status ?? 0))) throw error
      answer = await get(cid, '', '*/*', MAX_BLOCK_BYTES, signal)
    }
    if (provesBytes(cid, answer.bytes)) return answer.bytes
    const type = contentType(answer)
    // An error page, or the file where its block was asked for: useless, but nothing was passed off as the block.
    if (type === 'text/html' || (type !== RAW_BLOCK && cid.code !== RAW)) throw notABlock(cid, type)
    throw new IpfsError(
      'hash_mismatch',
      `Gateway ${name} sent ${answer.bytes.byteLength} bytes that are not those of CID ${cid}.`,
    )
  }

  async function askForPlain(cid: CID, signal: AbortSignal, maxBytes: number): Promise<Buffer> {
    const answer = await get(cid, '', '*/*', maxBytes, signal)
    // Far likelier an error page than a file anyone wants from here.
    if (contentType(answer) === 'text/html') throw notABlock(cid, 'text/html')
    return answer.bytes
  }

  return {
    name,
    /** One proved block. @throws IpfsError, or GatewayRests unless insist */
    fetchBlock: (cid: CID, signal: AbortSignal, insist: boolean): Promise<Buffer> =>
      attempt(
        insist,
        signal,
        () => askForBlock(cid, signal),
        (block) => block.byteLength,
      ),
    /** A whole file as plain bytes, which prove nothing by themselves. */
    fetchPlain: (cid: CID, signal: AbortSignal, insist: boolean, maxBytes: number): Promise<Buffer> =>
      attempt(
        insist,
        signal,
        () => askForPlain(cid, signal, maxBytes),
        (bytes) => bytes.byteLength,
      ),
    rests: (): boolean => health.rests(slots.taken()),
    restsUntilMs: health.restsUntilMs,
    busy: (): boolean => slots.taken() >= concurrency,
    stats: (): GatewayStats => ({ url: name, ...health.stats(), inFlight: slots.taken(), waiting: slots.waiting() }),
    /** Closes idle connections. */
    close: (): void => agent.destroy(),
  }
}
