import { cleanLine } from './cleanText.ts'
import { DocumentError } from './DocumentError.ts'
import { storableJson } from './storableJson.ts'

/** Descriptions are text; a document of more than 1 MiB is something else. */
export const MAX_DOCUMENT_BYTES = 1024 * 1024
/** What is made of JSON.parse, JSON.stringify and jsonb recurses. */
export const MAX_DEPTH = 64

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
  if (depthOf(text) > MAX_DEPTH)
    throw new DocumentError('document_too_deep', `${what} is nested more than ${MAX_DEPTH} levels deep.`)
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

/** Counts brackets outside strings, before anything recurses over them. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (quoted) {
      if (char === '\\') i += 1
      else if (char === '"') quoted = false
    } else if (char === '"') quoted = true
    else if (char === '{' || char === '[') deepest = Math.max(deepest, ++depth)
    else if (char === '}' || char === ']') depth -= 1
  }
  return deepest
}
