/** A JSON number of any size, written digit by digit as given (TC39 "JSON.parse source text access", in Node since 22). */
export type RawJson = { readonly rawJSON: string } | number

const { rawJSON } = JSON as unknown as { rawJSON(text: string): RawJson }
const parse = JSON.parse as (
  text: string,
  reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
) => unknown

/** The JSON number with exactly these digits: uint256 does not fit a double. */
export function exactNumber(digits: string): RawJson {
  // A double holds fifteen digits as they are, and is written out quicker.
  return digits.length <= 15 ? Number(digits) : rawJSON(digits)
}

/** Parses JSON whose integers may be past 2^53, so that writing it again gives the same digits. */
export function parseExactJson(text: string): unknown {
  return parse(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined && !Number.isSafeInteger(value) ? rawJSON(source) : value,
  )
}
