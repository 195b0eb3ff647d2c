import sharp from 'sharp'

export const IMAGE_WIDTHS = [160, 320, 640, 960, 1280, 1920] as const
export type ImageWidth = (typeof IMAGE_WIDTHS)[number]

/** A picture of more pixels is refused before it is decoded: 256 megapixels fit into 31 KB of PNG. */
const MAX_PIXELS = 40e6
const CACHE_BYTES = 32 * 1024 * 1024

let decodersBlocked = false

/**
 * Leaves of libvips' decoders only those for what sniffContent calls an image: no SVG, no PDF, no TIFF. It holds for
 * the whole process, so not before the first picture from outside is to be decoded.
 */
function blockOtherDecoders(): void {
  if (decodersBlocked) return
  decodersBlocked = true
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: [
      'VipsForeignLoadJpeg',
      'VipsForeignLoadPng',
      'VipsForeignLoadWebp',
      'VipsForeignLoadNsgif',
      'VipsForeignLoadHeif',
    ],
  })
}

/** Resized pictures lately asked for, the oldest use first; and those being made, so that none is made twice at once. */
const kept = new Map<string, Buffer>()
const underway = new Map<string, Promise<Buffer>>()
let keptBytes = 0
let queue: Promise<unknown> = Promise.resolve()

/**
 * A picture as WebP of at most this width. One at a time: decoding takes a core and up to 160 MB.
 *
 * @param key names the bytes, for the cache
 * @throws Error when the bytes are not a picture that can be decoded
 */
export async function resizeImage(key: string, bytes: Uint8Array, width: ImageWidth): Promise<Buffer> {
  const name = `${width} ${key}`
  const found = kept.get(name)
  if (found) {
    kept.delete(name)
    kept.set(name, found)
    return found
  }
  const running = underway.get(name)
  if (running) return running
  const made = queue.then(() => toWebp(bytes, width))
  queue = made.catch(() => undefined)
  underway.set(name, made)
  try {
    const resized = await made
    keep(name, resized)
    return resized
  } finally {
    underway.delete(name)
  }
}

function toWebp(bytes: Uint8Array, width: ImageWidth): Promise<Buffer> {
  blockOtherDecoders()
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 })
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer()
}

function keep(name: string, resized: Buffer): void {
  kept.set(name, resized)
  keptBytes += resized.byteLength
  for (const [oldest, { byteLength }] of kept) {
    if (keptBytes <= CACHE_BYTES) break
    kept.delete(oldest)
    keptBytes -= byteLength
  }
}
