import { Type } from 'typebox'

export const rowId = Type.Integer({ minimum: 1, description: 'Names the row' })
export const chainId = Type.Integer({ examples: [31337] })
export const seconds = (description: string) => Type.Number({ minimum: 0, description })
export const oneOf = <T extends string>(members: readonly T[], description: string) =>
  Type.Enum([...members], { type: 'string', description })
