import http from 'node:http'
import https from 'node:https'
import { IpfsError } from './IpfsError.ts'

export interface HttpAnswer {
  status: number
  headers: http.IncomingHttpHeaders
  bytes: Buffer
}

export interface HttpRequest {
  method?: string
  headers?: Record<string, string>
  body?: Uint8Array
  signal: AbortSignal
  timeoutMs: number
  /** Answers longer than this are cut off while they arrive. */
  maxBytes: number
  agent?: http.Agent
  /** Sees status and headers before any of the body is read; throwing hangs up. */
  onHeaders?(status: number, headers: http.IncomingHttpHeaders): void
}

/** The address without its user name and password, as it may be shown. */
export const shownUrl = (url: URL): string => `${url.protocol}//${url.host}${url.pathname.replace(/\/$/, '')}`

/**
 * One request over node:http rather than fetch: it follows no redirect and unpacks no encoding, so neither can be used
 * against us. Holds at most maxBytes and one socket buffer (64 KiB) besides.
 * @throws IpfsError `timeout`, `connection`, `block_too_large`, `aborted`, or what onHeaders throws
 */
export async function httpRequest(url: URL, options: HttpRequest): Promise<HttpAnswer> {
  const { signal, timeoutMs, maxBytes, body } = options
  const where = shownUrl(url)
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    return await new Promise<HttpAnswer>((resolve, reject) => {
      const request = (url.protocol === 'https:' ? https : http).request(url, {
        method: options.method ?? 'GET',
        headers: {
          'user-agent': 'kindling',
          ...options.headers,
          ...(body ? { 'content-length': String(body.byteLength) } : {}),
        },
        signal: AbortSignal.any([signal, timeout]),
        ...(options.agent ? { agent: options.agent } : {}),
      })
      const refuse = (error: unknown) => {
        reject(error)
        request.destroy()
      }
      request.on('error', reject)
      request.on('response', (response) => {
        const { headers } = response
        const status = response.statusCode ?? 0
        const tooLarge = (size: number | string) =>
          new IpfsError('block_too_large', `${where} answers with ${size} bytes; at most ${maxBytes} are read.`)
        try {
          options.onHeaders?.(status, headers)
        } catch (error) {
          return refuse(error)
        }
        const stated = headers['content-length']
        if (stated !== undefined && options.method !== 'HEAD' && !(Number(stated) <= maxBytes))
          return refuse(tooLarge(stated))
        const chunks: Buffer[] = []
        let size = 0
        response.on('data', (chunk: Buffer) => {
          size += chunk.byteLength
          if (size > maxBytes) return refuse(tooLarge(`more than ${maxBytes}`))
          chunks.push(chunk)
        })
        response.on('error', reject)
        response.on('close', () => {
          if (!response.complete) reject(new IpfsError('connection', `${where} hung up in the middle of its answer.`))
        })
        response.on('end', () => resolve({ status, headers, bytes: Buffer.concat(chunks, size) }))
      })
      request.end(body)
    })
  } catch (cause) {
    if (cause instanceof IpfsError && !timeout.aborted) throw cause
    if (signal.aborted) throw new IpfsError('aborted', `The request to ${where} was given up.`, { cause })
    if (timeout.aborted) throw new IpfsError('timeout', `${where} did not answer within ${timeoutMs} ms.`, { cause })
    const reason = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message
    throw new IpfsError('connection', `The connection to ${where} failed (${reason}).`, { cause })
  }
}
