const MAX_LENGTH = 90
/** What the font has: Latin with its accents, and the usual signs. */
const DRAWABLE = /^[\u0020-\u007e\u00a0-\u024f\u1e00-\u1eff\u2010-\u2026\u2030-\u203a\u20ac\u2122]+$/

/** A name as it can be drawn with the fonts that come along; undefined for one in another script. */
export function drawnName(name: string): string | undefined {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\u200d|\ufe0f/gu, '')
    .replace(/[\p{White_Space}\p{Cc}]+/gu, ' ')
    .trim()
  if (!DRAWABLE.test(plain)) return undefined
  return plain.length > MAX_LENGTH ? `${plain.slice(0, MAX_LENGTH - 1).trimEnd()}…` : plain
}
