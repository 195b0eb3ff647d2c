import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { escapeHtml } from '../escapeHtml.ts'

/** The app's two faces, as the text renderer needs them: it reads neither WOFF2 nor, on a bare machine, any font at all. */
const FACES = {
  display: { font: 'Bricolage Grotesque Bold', file: 'BricolageGrotesque-Bold.ttf' },
  sans: { font: 'Instrument Sans SemiBold', file: 'InstrumentSans-SemiBold.ttf' },
} as const

export interface DrawnText {
  input: Buffer
  raw: { width: number; height: number; channels: 4 }
}

/** Text as pixels, wrapped at a width; `size` in pixels. */
export async function drawText(
  text: string,
  { face, size, color, width }: { face: keyof typeof FACES; size: number; color: string; width: number },
): Promise<DrawnText> {
  const { font, file } = FACES[face]
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${color}">${escapeHtml(text)}</span>`,
      font: `${font} ${size}`,
      fontfile: fileURLToPath(new URL(`fonts/${file}`, import.meta.url)),
      width,
      wrap: 'word-char',
      rgba: true,
      dpi: 72,
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { input: data, raw: { width: info.width, height: info.height, channels: 4 } }
}
