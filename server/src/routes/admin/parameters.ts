import { type TSchema, Type } from 'typebox'

export const idParams = (description: string) =>
  Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description }) })

/** Members of bodies. */
export const addressMember = (description: string) =>
  Type.String({
    pattern: '^0x[0-9a-fA-F]{40}$',
    description,
    examples: ['0x5fbdb2315678afecb367f032d93f642f64180aa3'],
  })
export const addressesMember = (description: string, maxItems: number) =>
  Type.Array(addressMember('A campaign'), { minItems: 1, maxItems, description })
/** No text, but line breaks and tabs: control characters, and halves of characters, which jsonb does not take. */
const NO_TEXT = '\\u0000-\\u0008\\u000b-\\u001f\\u007f\\ud800-\\udfff'
/** Words of people: text alone, and something to read in it. Read in one go, however long they are. */
export const wordsMember = (description: string, maxLength: number, minLength = 1) =>
  Type.String({
    minLength,
    maxLength,
    pattern: minLength === 0 ? `^[^${NO_TEXT}]*$` : `^[^\\S${NO_TEXT}]*[^\\s${NO_TEXT}][^${NO_TEXT}]*$`,
    description,
  })
export const chainIdMember = Type.Integer({
  minimum: 1,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'A chain followed here',
})

export const body = <T extends Record<string, TSchema>>(members: T) =>
  Type.Object(members, { additionalProperties: false })

/** At most so many campaigns are named in one request. */
export const MAX_ADDRESSES = 1_000
export const PUBLIC_REASON = 'Shown to visitors on its page'
/** Of a chain. More would be no choice. */
export const MAX_FEATURED = 24
