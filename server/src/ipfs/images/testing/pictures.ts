import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A plain picture of a format. */
export const picture = (format: 'png' | 'jpeg' | 'webp' | 'gif' | 'avif', width = 400, height = 200): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#c04' } })
    // AVIF at its quickest: sixteen megapixels take a busy machine a minute otherwise.
    .toFormat(format, format === 'avif' ? { effort: 0 } : {})
    .toBuffer()

/** Something like a photograph, on which AVIF is worth while. */
export const photograph = async (width: number, height: number): Promise<Buffer> => {
  const hills = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3
      const wave = Math.sin(x / 37) * 60 + Math.cos(y / 23 + x / 91) * 50
      hills[at] = 128 + wave
      hills[at + 1] = 100 + wave * 0.7 + ((x * 7919 + y * 104729) % 13)
      hills[at + 2] = 90 - wave * 0.5
    }
  }
  return sharp(hills, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer()
}

/** Frames of changing colour. */
export function animation(format: 'gif' | 'webp', frames: number, width = 700, height = 100): Promise<Buffer> {
  const raw = Buffer.alloc(width * height * frames * 3)
  for (let i = 0; i < frames; i++) raw.fill((i * 37) % 256, i * width * height * 3, (i + 1) * width * height * 3)
  return sharp(raw, { raw: { width, height: height * frames, channels: 3, pageHeight: height } })
    .toFormat(format)
    .toBuffer()
}

/** A PNG that claims this size; one bit a pixel, all black. 16,000 × 16,000 of them take 31 KB. */
export function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const frame = Buffer.alloc(body.length + 8)
    frame.writeUInt32BE(data.length, 0)
    body.copy(frame, 4)
    frame.writeUInt32BE(crc32(body), body.length + 4)
    return frame
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc((width / 8 + 1) * height), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
