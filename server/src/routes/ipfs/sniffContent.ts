/** What bytes are, told by the bytes alone: a name or a header can lie. */
export interface Sniffed {
  contentType: string
  /** Shown by browsers on the page's origin; anything else is offered as a download. */
  inline: boolean
  isImage: boolean
}

const DOWNLOAD: Sniffed = { contentType: 'application/octet-stream', inline: false, isImage: false }

const startsWith = (bytes: Buffer, hex: string, at = 0) =>
  bytes.subarray(at, at + hex.length / 2).toString('hex') === hex
const ascii = (bytes: Buffer, from: number, to: number) => bytes.subarray(from, to).toString('latin1')

/** Images of the kinds that cannot hold scripts, JSON and plain text. SVG and HTML are downloads. */
export function sniffContent(bytes: Buffer): Sniffed {
  const image = imageType(bytes)
  if (image !== undefined) return { contentType: image, inline: true, isImage: true }
  const text = asText(bytes)
  if (text === undefined || text.trimStart().startsWith('<')) return DOWNLOAD
  if (isJson(text)) return { contentType: 'application/json; charset=utf-8', inline: true, isImage: false }
  return { contentType: 'text/plain; charset=utf-8', inline: true, isImage: false }
}

function imageType(bytes: Buffer): string | undefined {
  if (startsWith(bytes, '89504e470d0a1a0a')) return 'image/png'
  if (startsWith(bytes, 'ffd8ff')) return 'image/jpeg'
  if (startsWith(bytes, '474946383761') || startsWith(bytes, '474946383961')) return 'image/gif'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp'
  if (ascii(bytes, 4, 8) === 'ftyp' && ['avif', 'avis'].includes(ascii(bytes, 8, 12))) return 'image/avif'
  return undefined
}

function asText(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
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
