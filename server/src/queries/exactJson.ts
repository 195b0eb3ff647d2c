/** A JSON number written digit by digit as given (TC39 "JSON.parse source text access", in Node since 22). */
export interface RawJson {
  readonly rawJSON: string
}

const { rawJSON } = JSON as unknown as { rawJSON(text: string): RawJson }
const parse = JSON.parse as (
  text: string,
  reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
) => unknown

/** The JSON number with exactly these digits: uint256 does not fit a double. */
export function exactNumber(digits: string): RawJson {
  return rawJSON(digits)
}

/** Parses JSON whose integers may be past 2^53, so that writing it again gives the same digits. */
export function parseExactJson(text: string): unknown {
  return parse(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined && !Number.isSafeInteger(value) ? rawJSON(source) : value,
  )
}
