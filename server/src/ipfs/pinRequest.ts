import { randomUUID } from 'node:crypto'
import { type HttpAnswer, type HttpRequest, httpRequest, shownUrl } from './httpRequest.ts'
import { IpfsError } from './IpfsError.ts'

const MAX_ANSWER_BYTES = 64 * 1024
/** Services read and pin the CAR before they answer. */
const PIN_TIMEOUT_MS = 120_000

/** Refusals that the same request would meet again. */
const REFUSED = new Set([400, 401, 402, 403, 404, 405, 411, 413, 415, 422])

/**
 * @param isFine of answers that are no success by their status: whether they are one all the same
 * @throws IpfsError `pin_refused` where trying again cannot help, else `pin_failed`
 */
export async function pinRequest(
  url: URL,
  request: Pick<HttpRequest, 'method' | 'headers' | 'body' | 'signal'>,
  isFine: (answer: HttpAnswer) => boolean = () => false,
): Promise<HttpAnswer> {
  const answer = await httpRequest(url, { ...request, timeoutMs: PIN_TIMEOUT_MS, maxBytes: MAX_ANSWER_BYTES })
  if ((answer.status >= 200 && answer.status < 300) || isFine(answer)) return answer
  const said = answer.bytes.toString('utf8', 0, 200).replace(/\s+/g, ' ').trim()
  throw new IpfsError(
    REFUSED.has(answer.status) ? 'pin_refused' : 'pin_failed',
    `${shownUrl(url)} answers the request about a pin with status ${answer.status}${said ? ` (${said})` : ''}.`,
    { status: answer.status },
  )
}

/** multipart/form-data (RFC 7578) with one file. Field names and values are ours and need no escaping. */
export function multipart(
  fields: Record<string, string>,
  fileName: string,
  file: Uint8Array,
): { type: string; body: Buffer } {
  const boundary = `kindling-${randomUUID()}`
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/vnd.ipld.car\r\n\r\n`
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: Buffer.concat([Buffer.from(parts.join('') + head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  }
}
