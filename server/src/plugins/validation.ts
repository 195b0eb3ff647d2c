import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import { type TObject, type TSchema, Type } from 'typebox'
import { compileSchema } from '../lib/compileSchema.ts'
import { MAX_UINT256 } from '../lib/wei.ts'
import { ProblemError } from './problems.ts'

type Read = { value: unknown } | { mustBe: string }

interface ParameterSchema {
  type?: string
  format?: string
  enum?: readonly (string | number)[]
  items?: ParameterSchema
  minimum?: number
  maximum?: number
}

/** How the text of a parameter is read, by the `format` of its schema. */
const FORMATS: Record<string, { mustBe: string; read(text: string): unknown }> = {
  address: {
    mustBe: 'an address of 0x and 40 hex digits',
    read: (text) => (/^0x[0-9a-f]{40}$/i.test(text) ? text.toLowerCase() : undefined),
  },
  hash: {
    mustBe: 'a hash of 0x and 64 hex digits',
    read: (text) => (/^0x[0-9a-f]{64}$/i.test(text) ? text.toLowerCase() : undefined),
  },
  uint256: {
    mustBe: 'a whole decimal number from 0 to 2^256 - 1',
    read: (text) => (/^(0|[1-9]\d{0,77})$/.test(text) && BigInt(text) <= MAX_UINT256 ? text : undefined),
  },
  text: {
    mustBe: '1 to 100 characters, none of them a control character',
    read: (text) => (/^[^\p{Cc}\p{Cs}]{1,100}$/u.test(text) ? text : undefined),
  },
  cursor: {
    mustBe: 'the next_cursor of an answer',
    read: (text) => (/^[\w-]{1,1000}$/.test(text) ? text : undefined),
  },
  'event-id': {
    mustBe: 'the id of an event of the stream, as in 1024.3',
    read: (text) => (isEventId(text) ? text : undefined),
  },
  'date-time': {
    mustBe: 'a day or a time of ISO 8601, in UTC: 2026-11-22 or 2026-11-22T09:30:00Z',
    read: readTime,
  },
  cid: {
    mustBe: 'a CID',
    read: (text) => (/^[0-9A-Za-z]{1,300}$/.test(text) ? text : undefined),
  },
  path: {
    mustBe: 'a path of at most 1000 characters, none of them a control character',
    read: (text) => (/^[^\p{Cc}\p{Cs}]{0,1000}$/u.test(text) ? text : undefined),
  },
}

/** Row and place, as the stream numbers its events. */
export const isEventId = (text: unknown): text is string => typeof text === 'string' && /^\d{1,15}\.\d{1,6}$/.test(text)

function readTime(text: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,6})?)?Z)?$/.test(text)) return undefined
  const time = new Date(text)
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString()
}

/**
 * Parameters arrive as text. Each is read by its schema's type, and what is not exactly of that type is refused rather
 * than bent: no "1e3", no "0x10", no " 1", no empty value, no value given twice, no name that is not in the schema.
 */
export function addValidation(app: FastifyInstance): void {
  app.setValidatorCompiler(compileValidator)
  // A route that says nothing of a query takes none.
  app.addHook('onRoute', (route) => {
    if (route.schema && !route.schema.hide && !route.schema.querystring) route.schema.querystring = Type.Object({})
  })
}

/** Of a name that is not ours so much is told again. */
const LONGEST_NAME = 100

const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  if (httpPart !== 'body') {
    const { properties, required = [] } = schema as TObject & { required?: string[] }
    return (values: Record<string, unknown>) =>
      readParameters(properties as Record<string, ParameterSchema>, required, values)
  }
  const check = compileSchema(schema)
  return (value: unknown) => {
    const misfits = check.misfits(value)
    if (misfits.length === 0) return { value }
    return {
      error: validationProblem(
        misfits.map(({ path, message }) => ({ path: path.slice(1, 1 + LONGEST_NAME).replaceAll('/', '.'), message })),
      ),
    }
  }
}

function readParameters(
  parameters: Record<string, ParameterSchema>,
  required: readonly string[],
  given: Record<string, unknown>,
) {
  const value: Record<string, unknown> = {}
  const errors = required
    .filter((name) => !Object.hasOwn(given, name))
    .map((name) => ({ path: name, message: 'must be given' }))
  for (const [name, text] of Object.entries(given)) {
    const schema = Object.hasOwn(parameters, name) ? parameters[name] : undefined
    if (schema === undefined) {
      const allowed = Object.keys(parameters)
      const message =
        allowed.length === 0
          ? 'is not a parameter of this route, which takes none'
          : `is not a parameter of this route; allowed are ${allowed.join(', ')}`
      errors.push({ path: name.slice(0, LONGEST_NAME), message })
    } else if (typeof text !== 'string') {
      errors.push({ path: name, message: 'must be given once' })
    } else {
      const read = readParameter(schema, text)
      if ('value' in read) value[name] = read.value
      else errors.push({ path: name, message: `must be ${read.mustBe}` })
    }
  }
  return errors.length === 0 ? { value } : { error: validationProblem(errors) }
}

function readParameter(schema: ParameterSchema, text: string): Read {
  if (schema.enum) return readEnum(schema.enum, text)
  switch (schema.type) {
    case 'array': {
      const parts = text.split(',').map((part) => readParameter(schema.items!, part))
      const wrong = parts.find((part) => 'mustBe' in part)
      if (wrong) return { mustBe: `a comma list of ${(wrong as { mustBe: string }).mustBe}` }
      return { value: parts.map((part) => (part as { value: unknown }).value) }
    }
    case 'boolean': {
      const lower = text.toLowerCase()
      return lower === 'true' || lower === 'false' ? { value: lower === 'true' } : { mustBe: 'true or false' }
    }
    case 'integer':
      return readNumber(schema, text, /^-?(0|[1-9]\d{0,15})$/, 'a whole number')
    case 'number':
      return readNumber(schema, text, /^-?(0|[1-9]\d{0,15})(\.\d{1,10})?$/, 'a plain decimal number')
    default: {
      const format = FORMATS[schema.format ?? 'text']!
      const value = format.read(text)
      return value === undefined ? { mustBe: format.mustBe } : { value }
    }
  }
}

function readEnum(members: readonly (string | number)[], text: string): Read {
  const value = members.find((member) => String(member).toLowerCase() === text.toLowerCase())
  return value === undefined ? { mustBe: `one of ${members.join(', ')}` } : { value }
}

function readNumber(schema: ParameterSchema, text: string, pattern: RegExp, what: string): Read {
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = schema
  const value = Number(text)
  if (pattern.test(text) && value >= minimum && value <= maximum) return { value }
  return { mustBe: `${what} from ${minimum} to ${maximum}` }
}

function validationProblem(errors: { path: string; message: string }[]): ProblemError {
  const [first, ...others] = errors
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`
  return new ProblemError('validation_failed', `${first!.path || 'The body'} ${first!.message}${more}.`, {
    members: { errors },
  })
}
