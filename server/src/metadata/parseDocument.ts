import { cleanLine } from './cleanText.ts'
import { DocumentError } from './DocumentError.ts'
import { storableJson } from './storableJson.ts'

/** Descriptions are text; a document of more than 1 MiB is something else. */
export const MAX_DOCUMENT_BYTES = 1024 * 1024
/** What is made of JSON.parse, JSON.stringify and jsonb recurses. */
export const MAX_DEPTH = 64
/** A MiB of `[1,1,1…` would keep the process busy for a second; this many, for a few hundredths. */
export const MAX_VALUES = 20_000

/**
 * The JSON object in the bytes, safe to store: no NUL, no lone surrogate, in keys or values, at any depth.
 * @param what names the document in errors
 * @throws DocumentError
 */
export function parseDocument(bytes: Uint8Array, what: string): Record<string, unknown> {
  if (bytes.byteLength > MAX_DOCUMENT_BYTES)
    throw new DocumentError(
      'document_too_large',
      `${what} has ${bytes.byteLength} bytes; at most ${MAX_DOCUMENT_BYTES} are read.`,
    )
  const text = decode(bytes, what)
  const { depth, values } = measure(text)
  if (depth > MAX_DEPTH)
    throw new DocumentError('document_too_deep', `${what} is nested more than ${MAX_DEPTH} levels deep.`)
  if (values > MAX_VALUES)
    throw new DocumentError('document_too_many_values', `${what} has more than ${MAX_VALUES} values.`)
  let value: unknown
  try {
    value = JSON.parse(text, storableJson)
  } catch (cause) {
    // What V8 says repeats some of the document.
    const said = cleanLine(cause instanceof Error ? cause.message : String(cause), 200)
    throw new DocumentError('document_not_json', `${what} is not JSON: ${said}.`, cause)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new DocumentError('document_not_object', `${what} is JSON, but not an object.`)
  return value as Record<string, unknown>
}

/** A byte order mark is tolerated and dropped. */
function decode(bytes: Uint8Array, what: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new DocumentError('document_not_utf8', `${what} is not UTF-8 text.`, cause)
  }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

/** Counts what stands outside strings, before anything recurses over it. Values: at most one for each comma and bracket. */
function measure(text: string): { depth: number; values: number } {
  let depth = 0
  let deepest = 0
  let values = 1
  let isQuoted = false
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i)
    if (isQuoted) {
      if (char === BACKSLASH) i += 1
      else if (char === QUOTE) isQuoted = false
    } else if (char === QUOTE) isQuoted = true
    else if (char === COMMA) values += 1
    else if (char === OPEN_BRACE || char === OPEN_BRACKET) {
      values += 1
      depth += 1
      if (depth > deepest) deepest = depth
    } else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) depth -= 1
  }
  return { depth: deepest, values }
}
