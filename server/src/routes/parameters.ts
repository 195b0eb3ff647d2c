import { type TProperties, Type } from 'typebox'

const MAX_PAGE = 1_000_000
export const DEFAULT_PAGE_SIZE = 50

/** A route's query. `explode: false` makes lists comma lists. */
export const query = <T extends TProperties>(properties: T) =>
  Type.Object(properties, { additionalProperties: false, explode: false })

export const addressParameter = (description: string) =>
  Type.String({
    format: 'address',
    description,
    examples: ['0x5FbDB2315678afecb367f032d93F642f64180aa3'],
  })
export const uint256Parameter = (description: string) => Type.String({ format: 'uint256', description })
export const textParameter = (description: string) =>
  Type.String({ format: 'text', minLength: 1, maxLength: 100, description })
export const flag = (description: string) => Type.Boolean({ description })
export const blockParameter = (description: string) =>
  Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description })

export const chainQuery = {
  chain_id: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: Number.MAX_SAFE_INTEGER,
      description: "Left out: the deployment's first chain",
    }),
  ),
}

export const pageQuery = {
  page: Type.Optional(
    Type.Integer({ minimum: 1, maximum: MAX_PAGE, default: 1, description: 'From 1; not together with cursor' }),
  ),
  page_size: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 100, default: DEFAULT_PAGE_SIZE, description: 'Rows a page' }),
  ),
  cursor: Type.Optional(
    Type.String({
      format: 'cursor',
      description: 'The next_cursor of the answer before: a walk at a constant price per page',
    }),
  ),
}

export const addressParams = (description: string) => Type.Object({ address: addressParameter(description) })
