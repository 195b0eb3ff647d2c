import sharp, { type OverlayOptions } from 'sharp'
import { decodeImage } from '../../ipfs/images/decodeImage.ts'
import { createSlots } from '../../ipfs/slots.ts'
import { drawText } from './drawText.ts'

export const WIDTH = 1200
export const HEIGHT = 630

const PICTURE_WIDTH = 540
const MARGIN = 64
const GROUND = '#f5f7f3'
const INK = '#11211a'
const INK_2 = '#3f4f47'
const EMBER = '#e04e12'
const TRACK = '#d6ddd2'
/** What stands where a picture would. */
const BAND_WIDTH = 32
const BAR = { top: 420, height: 18 }
const MAX_NAME_HEIGHT = BAR.top - MARGIN - 40
const DRAWING_MS = 20_000

/** One at a time: it takes a core. */
const drawer = createSlots(1)

export interface ShareImage {
  name: string
  siteName: string
  /** "12.4 of 25 ETH" */
  raised: string
  percent: string
  /** 0 to 1. */
  progress: number
  /** The campaign's own, as it came from the network; undefined without one. */
  picture: Uint8Array | undefined
}

/** The card that a shared link shows: JPEG, 1200 × 630. @throws IpfsError `bad_image` for a picture that cannot be decoded */
export async function drawShareImage(image: ShareImage): Promise<Buffer> {
  const signal = AbortSignal.timeout(DRAWING_MS)
  const release = await drawer.acquire(signal)
  try {
    return await draw(image, signal)
  } finally {
    release()
  }
}

async function draw(image: ShareImage, signal: AbortSignal): Promise<Buffer> {
  const { name, siteName, raised, percent, progress, picture } = image
  const side = picture === undefined ? BAND_WIDTH : PICTURE_WIDTH
  const left = side + MARGIN
  const width = WIDTH - left - MARGIN
  const layers: OverlayOptions[] = [
    picture === undefined
      ? rectangle({ left: 0, top: 0, width: side, height: HEIGHT }, EMBER)
      : { input: await fitted(picture, signal), raw: { width: side, height: HEIGHT, channels: 3 }, left: 0, top: 0 },
    { ...(await drawnHeading(name, width)), left, top: MARGIN },
    rectangle({ left, top: BAR.top, width, height: BAR.height }, TRACK),
  ]
  const reached = Math.round(width * Math.min(1, progress))
  if (reached > 0) layers.push(rectangle({ left, top: BAR.top, width: reached, height: BAR.height }, EMBER))
  const share = await drawText(percent, { face: 'display', size: 64, color: INK, width })
  const amounts = await drawText(raised, { face: 'sans', size: 30, color: INK_2, width })
  const site = await drawText(siteName, { face: 'sans', size: 26, color: INK_2, width })
  const under = BAR.top + BAR.height + 28
  const bottom = HEIGHT - MARGIN + 12
  layers.push({ ...share, left, top: under })
  layers.push({ ...amounts, left, top: bottom - amounts.raw.height })
  const siteLeft = left + width - site.raw.width
  if (siteLeft > left + share.raw.width + 24) layers.push({ ...site, left: siteLeft, top: under + 4 })
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: GROUND } })
    .composite(layers)
    .jpeg({ quality: 84, mozjpeg: false })
    .toBuffer()
}

function rectangle(
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
  background: string,
): OverlayOptions {
  return { input: { create: { width, height, channels: 3, background } }, left, top }
}

/** As large as its length lets it be. */
async function drawnHeading(name: string, width: number) {
  let drawn = await drawText(name, { face: 'display', size: 76, color: INK, width })
  for (const size of [66, 58, 50, 42, 34]) {
    if (drawn.raw.height <= MAX_NAME_HEIGHT) break
    drawn = await drawText(name, { face: 'display', size, color: INK, width })
  }
  return drawn
}

const fitted = (picture: Uint8Array, signal: AbortSignal): Promise<Buffer> =>
  decodeImage(picture, signal, (open) =>
    open()
      .autoOrient()
      .resize({ width: PICTURE_WIDTH, height: HEIGHT, fit: 'cover' })
      .flatten({ background: GROUND })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer(),
  )
