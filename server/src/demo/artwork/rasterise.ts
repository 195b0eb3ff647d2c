import sharp from 'sharp'
import { createRandom } from '../random.ts'

const GRAIN_SIZE = 256
let grain: Buffer | undefined

/** Grey noise around the middle: `soft-light` leaves the middle as it is and roughens everything a little, like paper. */
function grainTile(): Buffer {
  if (!grain) {
    const random = createRandom('grain')
    grain = Buffer.alloc(GRAIN_SIZE * GRAIN_SIZE * 3)
    for (let i = 0; i < grain.length; i += 3) {
      grain.fill(Math.max(0, Math.min(255, 128 + Math.round(random.normal() * 13))), i, i + 3)
    }
  }
  return grain
}

/** SVG text to WebP bytes, with a light grain over it. */
export async function rasterise(svg: string, quality: number): Promise<Uint8Array> {
  const raw = { width: GRAIN_SIZE, height: GRAIN_SIZE, channels: 3 as const }
  return sharp(Buffer.from(svg))
    .removeAlpha()
    .composite([{ input: grainTile(), raw, tile: true, blend: 'soft-light' }])
    .webp({ quality, effort: 2, smartSubsample: true })
    .toBuffer()
}
