import { Ajv } from 'ajv'

// TypeBox, which writes the API's schemas, could check values too, but takes a sixth of a second of each process's start: the validator
// that Fastify brings takes a fifth of that. Formats are told to people; what must hold is in `pattern`. Numbers are finite: JSON may say
// 1e400, which is read as Infinity.
const ajv = new Ajv({
  allErrors: true,
  strict: false,
  strictNumbers: true,
  validateFormats: false,
  meta: false,
  validateSchema: false,
  // Errors hold the schema that they are of.
  verbose: true,
})

const MAX_MISFITS = 20

export interface Misfit {
  /** Where, as a JSON Pointer (RFC 6901); empty for the value itself. */
  path: string
  message: string
}

export interface SchemaCheck<T> {
  fits(value: unknown): value is T
  /** What keeps the value from fitting, in the order of the schema; the first 20 of it. */
  misfits(value: unknown): Misfit[]
}

/** A check of values against a JSON Schema (draft 07). */
export function compileSchema<T>(schema: object): SchemaCheck<T> {
  const validate = ajv.compile<T>(schema)
  return {
    fits: (value): value is T => validate(value),
    misfits(value) {
      const misfits = validate(value) ? [] : validate.errors!.slice(0, MAX_MISFITS).map(toMisfit)
      // They hold the value too, which may be somebody's password.
      validate.errors = null
      return misfits
    },
  }
}

function toMisfit({
  keyword,
  instancePath,
  message,
  params,
  parentSchema,
}: NonNullable<ReturnType<Ajv['compile']>['errors']>[number]): Misfit {
  if (keyword === 'additionalProperties') {
    const allowed = Object.keys(parentSchema?.['properties'] ?? {})
    const message = allowed.length === 0 ? 'may not be given' : `may not be given; allowed are ${allowed.join(', ')}`
    return { path: `${instancePath}/${params['additionalProperty']}`, message }
  }
  if (keyword === 'required') return { path: `${instancePath}/${params['missingProperty']}`, message: 'must be given' }
  if (keyword === 'enum') return { path: instancePath, message: `must be one of ${params['allowedValues'].join(', ')}` }
  return { path: instancePath, message: message ?? 'is wrong' }
}
