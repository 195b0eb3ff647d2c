import { type Static, type TProperties, type TSchema, Type } from 'typebox'
import { PROBLEMS, type ProblemCode } from '../plugins/problems.ts'
import { CAMPAIGN_STATUSES } from '../queries/campaignRow.ts'
import { EVENT_NAMES } from '../queries/eventRow.ts'
import type { RawJson } from '../queries/exactJson.ts'

/** A schema that stands under its name in the OpenAPI document's components. */
export function component<T extends TProperties>(name: string, properties: T, options: object = {}) {
  return Type.Object(properties, { $id: name, additionalProperties: false, ...options })
}

/** Refers to a component and keeps its type. */
export function ref<T extends TSchema>(schema: T) {
  return Type.Unsafe<Static<T>>({ $ref: `${(schema as { $id?: string }).$id}#` })
}

export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const text = (description: string, example?: string) =>
  Type.String({ description, ...(example === undefined ? {} : { examples: [example] }) })
export const optionalText = (description: string) => nullable(Type.String({ description }))
export const count = (description: string) => Type.Integer({ minimum: 0, description })
export const isoTime = (description: string) =>
  Type.String({ format: 'date-time', description, examples: ['2026-11-22T09:30:00.000Z'] })
export const address = (description: string) =>
  Type.String({ pattern: '^0x[0-9a-f]{40}$', description, examples: ['0x5fbdb2315678afecb367f032d93f642f64180aa3'] })
export const hash = (description: string) => Type.String({ pattern: '^0x[0-9a-f]{64}$', description })

/** An amount twice: `<name>_wei` exactly, `<name>_eth` in the native coin. */
export function amount<Name extends string>(name: Name, description: string) {
  return {
    [`${name}_wei`]: Type.String({
      pattern: '^-?\\d+$',
      description: `${description}, in wei`,
      examples: ['2500000000000000000'],
    }),
    [`${name}_eth`]: Type.String({
      pattern: '^-?\\d+(\\.\\d*[1-9])?$',
      description: `${description}, in the native coin`,
      examples: ['2.5'],
    }),
  } as Record<`${Name}_wei` | `${Name}_eth`, ReturnType<typeof Type.String>>
}

/** A JSON integer of any size, written digit by digit. */
export const bigInteger = (description: string) =>
  Type.Unsafe<RawJson>({ type: 'integer', minimum: 0, description, examples: [1798761600] })
/** A JSON number with two decimals, written digit by digit. */
export const percent = (description: string) =>
  Type.Unsafe<RawJson>({ type: 'number', minimum: 0, description, examples: [72.5] })

export const campaignStatus = Type.Enum([...CAMPAIGN_STATUSES], {
  type: 'string',
  description: 'WITHDRAWN, else SUCCESS when the goal is met, else FAILED when the deadline has passed, else ACTIVE',
})
export const eventName = Type.Enum([...EVENT_NAMES], { type: 'string', description: 'Which event' })

/** A list's answer: one page of it and how to go on. */
export function listOf<T extends TSchema>(name: string, item: T) {
  return component(name, {
    count: count('Rows in all; along a cursor, as they were when the walk began'),
    next: nullable(Type.String({ format: 'uri', description: 'The next page; null on the last' })),
    previous: nullable(
      Type.String({ format: 'uri', description: 'The page before; null on the first and after a cursor' }),
    ),
    next_cursor: optionalText('Goes on after the last row of this page, as cursor=; null at the end'),
    results: Type.Array(ref(item)),
  })
}

export const Problem = Type.Object(
  {
    type: text('A URN made of the code', 'urn:kindling:problem:campaign_not_found'),
    title: text('What kind of problem it is', 'No such campaign'),
    status: Type.Integer({ description: 'The HTTP status' }),
    detail: text('What happened, in one sentence'),
    code: Type.Enum(Object.keys(PROBLEMS) as ProblemCode[], {
      type: 'string',
      description: 'Stable; docs/errors.md explains each',
      examples: ['campaign_not_found'],
    }),
    request_id: text('Names this request in the log'),
    errors: Type.Optional(
      Type.Array(Type.Object({ path: text('The parameter', 'page'), message: text('What it must be') })),
    ),
  },
  { $id: 'Problem', description: 'RFC 9457; some problems have further members' },
)

/** Of a status that is a problem's: the OpenAPI document says which. */
export const problem = ref(Problem)
