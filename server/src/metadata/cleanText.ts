/** Marks, embeddings, overrides and isolates: they make text read otherwise than it is written (UAX #9). */
const DIRECTIONS = /[\u{61c}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu
/** What takes no room, so that two names look alike: soft hyphen, Hangul fillers, zero-width and invisible operators, tags. */
const INVISIBLE =
  /[\u{ad}\u{115f}\u{1160}\u{180e}\u{200b}\u{2060}-\u{2065}\u{206a}-\u{206f}\u{3164}\u{feff}\u{ffa0}\u{fff0}-\u{fffb}\u{e0000}-\u{e0fff}]/gu
/** Joiners belong inside emoji and in the scripts that need them, and nowhere else. */
const STRAY_JOINER =
  /(?<!\u{fe0f}|\p{Emoji_Modifier}|[\p{Extended_Pictographic}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}])[\u{200c}\u{200d}]/gu
const CONTROLS = /(?![\t\n\r\v\f])\p{Cc}/gu

/** One line of plain text of at most `maxCharacters` code points; '' where nothing is left. */
export function cleanLine(text: string, maxCharacters: number): string {
  const line = text
    .replace(CONTROLS, '')
    .replace(DIRECTIONS, '')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINER, '')
    .replace(/\s+/gu, ' ')
    .trim()
  return cut(line, maxCharacters).trimEnd()
}

/** Text that may have lines and tabs; '' where nothing is to be seen. */
export function cleanLines(text: string, maxCharacters: number): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(/[\v\f]/g, '\n')
    .replace(DIRECTIONS, '')
  return lines.trim() === '' ? '' : cut(lines, maxCharacters)
}

/** PostgreSQL counts code points; JavaScript's length counts two for those past U+FFFF. */
function cut(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text
  let end = 0
  for (let count = 0; count < maxCharacters && end < text.length; count++)
    end += text.codePointAt(end)! > 0xffff ? 2 : 1
  return text.slice(0, end)
}
