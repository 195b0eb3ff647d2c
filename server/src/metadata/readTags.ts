import { cleanLine } from './cleanText.ts'

const MAX_TAGS = 32
const MAX_TAG_CHARACTERS = 50
/** Looked at, empty ones and doubles among them. */
const MAX_PARTS = 1_000

/** From a list of texts or one text with commas: trimmed, each once (letter case aside), the first 32. */
export function readTags(value: unknown): string[] {
  const parts =
    typeof value === 'string' ? value.split(',', MAX_PARTS) : Array.isArray(value) ? value.slice(0, MAX_PARTS) : []
  const tags = new Map<string, string>()
  for (const part of parts) {
    if (typeof part !== 'string') continue
    const tag = cleanLine(part, MAX_TAG_CHARACTERS)
    if (tag !== '' && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag)
    if (tags.size === MAX_TAGS) break
  }
  return [...tags.values()]
}
