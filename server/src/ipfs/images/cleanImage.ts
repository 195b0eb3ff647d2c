import type { Sharp } from 'sharp'
import { decodeImage } from './decodeImage.ts'
import type { ImageType } from './sniffContent.ts'

const ENCODE: Record<ImageType, (image: Sharp) => Sharp> = {
  'image/jpeg': (image) => image.jpeg({ quality: 90 }),
  'image/png': (image) => image.png({ compressionLevel: 8 }),
  'image/gif': (image) => image.gif({ effort: 3 }),
  'image/webp': (image) => image.webp({ quality: 90, effort: 2 }),
  'image/avif': (image) => image.avif({ quality: 70, effort: 0 }),
}

/** No page shows more, and encoders need up to 50 bytes for each pixel. */
const MAX_SIDE = 2560

/**
 * The picture decoded wholly and made anew in its own format: upright, in sRGB, and nothing else: no EXIF, no place it was
 * taken at, no thumbnail of what was cut off, nothing behind its end. It is made to fit into
 * 2560 × 2560 pixels. An animation keeps its frames.
 * @throws IpfsError `bad_image`, `aborted`
 */
export function cleanImage(bytes: Uint8Array, type: ImageType, signal: AbortSignal): Promise<Buffer> {
  return decodeImage(bytes, signal, (open) => {
    const upright = open({ animated: true }).autoOrient()
    const fitting = upright.resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
    return ENCODE[type](fitting).toBuffer()
  })
}
