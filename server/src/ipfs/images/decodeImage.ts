import sharp, { type Sharp, type SharpOptions } from 'sharp'
import { IpfsError } from '../IpfsError.ts'
import { createSlots } from '../slots.ts'
import { sniffContent } from './sniffContent.ts'

/** A picture of more pixels, all frames together, is refused before it is decoded: 256 megapixels fit into 31 KB of PNG. */
export const MAX_PIXELS = 40e6
/** AVIF is decoded as a whole, at 20 bytes for each pixel. */
const MAX_AVIF_PIXELS = 16e6
/** What takes longer was made to take long. */
const MAX_SECONDS = 20

/** One at a time: decoding takes a core, and up to four bytes for each pixel. */
const decoder = createSlots(1)

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

/**
 * Works on a picture from outside, alone, within limits of pixels and time.
 * @param open gives the picture; each call decodes anew
 * @throws IpfsError `bad_image` for what cannot be decoded wholly; `aborted`
 */
export async function decodeImage<T>(
  bytes: Uint8Array,
  signal: AbortSignal,
  work: (open: (options?: SharpOptions) => Sharp) => Promise<T>,
): Promise<T> {
  blockOtherDecoders()
  const isAvif =
    sniffContent(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(0, 64)).image === 'image/avif'
  const limitInputPixels = isAvif ? MAX_AVIF_PIXELS : MAX_PIXELS
  const release = await decoder.acquire(signal).catch((cause) => {
    throw new IpfsError('aborted', 'The picture was given up before it was decoded.', { cause })
  })
  try {
    return await work((options) =>
      sharp(bytes, { limitInputPixels, failOn: 'error', ...options }).timeout({ seconds: MAX_SECONDS }),
    )
  } catch (cause) {
    if (cause instanceof IpfsError) throw cause
    const said = cause instanceof Error ? cause.message.replace(/\s+/g, ' ').slice(0, 200) : String(cause)
    throw new IpfsError('bad_image', `The picture cannot be decoded: ${said}.`, { cause })
  } finally {
    release()
  }
}
