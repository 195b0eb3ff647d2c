import sharp, { type Sharp, type SharpOptions } from 'sharp'
import { decodeImage } from './decodeImage.ts'

export const IMAGE_WIDTHS = [160, 320, 640, 960, 1280, 1920] as const
export type ImageWidth = (typeof IMAGE_WIDTHS)[number]

export interface ResizedImage {
  type: 'image/webp' | 'image/avif'
  bytes: Buffer
}

/** Narrower ones stand in lists, where nothing should move. */
const NARROWEST_MOVING = 640
/** An animation of more pixels in all its frames is shown by its first: 20 megapixels of noise take three seconds. */
const MAX_MOVING_PIXELS = 20e6
const MAX_FRAMES = 300
/** AVIF must be so much smaller than WebP to be worth its dearer decoding. */
const AVIF_PAYS_BELOW = 0.9

/**
 * A picture of at most this width, never wider than it is, upright, in sRGB, without EXIF or any other metadata. WebP, or
 * AVIF where that is taken and at least a tenth smaller. An animation is kept (as WebP) from 640 pixels on if all its frames
 * together have at most 20 megapixels; otherwise its first frame is the picture.
 * @throws IpfsError `bad_image`, `aborted`
 */
export function resizeImage(
  bytes: Uint8Array,
  width: ImageWidth,
  { avif, signal }: { avif: boolean; signal: AbortSignal },
): Promise<ResizedImage> {
  return decodeImage(bytes, signal, async (open) => {
    const moves = width >= NARROWEST_MOVING && (await canMove(open))
    const sized = open(moves ? { animated: true } : {}).autoOrient()
    sized.resize({ width, withoutEnlargement: true })
    if (moves) return { type: 'image/webp', bytes: await sized.webp({ quality: 75, effort: 2 }).toBuffer() }
    if (!avif) return { type: 'image/webp', bytes: await sized.webp({ quality: 80 }).toBuffer() }
    // Decoded and shrunk once, encoded twice.
    const { data, info } = await sized.raw().toBuffer({ resolveWithObject: true })
    const { width: across, height, channels } = info
    const again = () => sharp(data, { raw: { width: across, height, channels } })
    const webp = await again().webp({ quality: 80 }).toBuffer()
    const small = await again().avif({ quality: 50, effort: 2 }).toBuffer()
    return small.byteLength < webp.byteLength * AVIF_PAYS_BELOW
      ? { type: 'image/avif', bytes: small }
      : { type: 'image/webp', bytes: webp }
  })
}

async function canMove(open: (options?: SharpOptions) => Sharp): Promise<boolean> {
  const { pages = 1, width, height } = await open({ limitInputPixels: false }).metadata()
  return pages > 1 && pages <= MAX_FRAMES && pages * width * height <= MAX_MOVING_PIXELS
}
