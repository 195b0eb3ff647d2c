export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'] as const
export type ImageType = (typeof IMAGE_TYPES)[number]

/** What bytes are, told by the bytes alone: a name or a header can lie. */
export interface Sniffed {
  contentType: string
  /** Shown by browsers on the page's origin; anything else is offered as a download. */
  inline: boolean
  /** Of images only. */
  image?: ImageType
}

/** So many bytes from the beginning are enough; of a longer file the rest is not looked at. The largest document fits. */
export const SNIFFED_BYTES = 1024 * 1024

const DOWNLOAD: Sniffed = { contentType: 'application/octet-stream', inline: false }

const startsWith = (bytes: Buffer, hex: string, at = 0) =>
  bytes.subarray(at, at + hex.length / 2).toString('hex') === hex
const ascii = (bytes: Buffer, from: number, to: number) => bytes.subarray(from, to).toString('latin1')

/**
 * Images of the kinds that cannot hold scripts, JSON and plain text. SVG, HTML and all else are downloads.
 * @param head the first bytes, up to SNIFFED_BYTES
 * @param isWhole whether they are all there are
 */
export function sniffContent(head: Buffer, isWhole = true): Sniffed {
  const image = imageType(head)
  if (image !== undefined) return { contentType: image, inline: true, image }
  const text = asText(head, isWhole)
  if (text === undefined || text.trimStart().startsWith('<')) return DOWNLOAD
  if (isWhole && isJson(text)) return { contentType: 'application/json; charset=utf-8', inline: true }
  return { contentType: 'text/plain; charset=utf-8', inline: true }
}

function imageType(bytes: Buffer): ImageType | undefined {
  if (startsWith(bytes, '89504e470d0a1a0a')) return 'image/png'
  if (startsWith(bytes, 'ffd8ff')) return 'image/jpeg'
  if (startsWith(bytes, '474946383761') || startsWith(bytes, '474946383961')) return 'image/gif'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp'
  if (ascii(bytes, 4, 8) === 'ftyp' && ['avif', 'avis'].includes(ascii(bytes, 8, 12))) return 'image/avif'
  return undefined
}

function asText(bytes: Buffer, isWhole: boolean): string | undefined {
  if (bytes.includes(0)) return undefined
  try {
    // A character may be cut in two where the bytes end early.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !isWhole })
  } catch {
    return undefined
  }
}

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
