import type { FastifyInstance } from 'fastify'
import type { Response } from 'light-my-request'
import Schema, { type Validator } from 'typebox/schema'

interface OpenapiDocument {
  paths: Record<string, Record<string, { responses: Record<string, { content?: Record<string, { schema: object }> }> }>>
  components: object
}

/** Checks answers against the app's own OpenAPI document: status, content type, body. Throws what does not fit. */
export function createConformance(app: FastifyInstance) {
  const document = app.swagger() as unknown as OpenapiDocument
  const routes = Object.keys(document.paths)
    .map((path) => ({ path, pattern: patternOf(path), parameters: path.split('{').length }))
    // As the router has it: a fixed path before one with a parameter at the same place.
    .sort((a, b) => a.parameters - b.parameters)
  const validators = new Map<object, Validator>()

  function validatorOf(schema: object): Validator {
    const known = validators.get(schema)
    if (known) return known
    const made = Schema.Compile({ ...schema, components: document.components } as object)
    validators.set(schema, made)
    return made
  }

  return {
    check(method: string, url: string, response: Response): void {
      const path = url.split('?', 1)[0]!
      const route = routes.find(({ pattern }) => pattern.test(path))
      const problem = response.headers['content-type']?.includes('application/problem+json') ?? false
      if (response.statusCode >= 400 && !problem)
        throw new Error(`${method} ${url}: ${response.statusCode} without a problem`)
      // HEAD, OPTIONS and methods that a path does not have are in no document.
      const operation = route && document.paths[route.path]![method.toLowerCase()]
      if (!operation) return
      const said = operation.responses[response.statusCode]
      if (said === undefined)
        throw new Error(`${method} ${url} answered ${response.statusCode}, which ${route.path} does not say`)
      const type = response.headers['content-type']?.split(';')[0]
      const schema = said.content?.[type ?? '']?.schema
      if (schema === undefined || !/\/(problem\+)?json$/.test(type ?? '')) return
      const body: unknown = response.json()
      const validator = validatorOf(schema)
      if (!validator.Check(body)) {
        const [, errors] = validator.Errors(body)
        throw new Error(`${method} ${url} does not fit its schema: ${JSON.stringify(errors.slice(0, 5))}`)
      }
    },
  }
}

const patternOf = (path: string) =>
  new RegExp(
    `^${path
      .replace(/\/$/, '')
      .replace('{path}', '.*')
      .replace(/\{\w+\}/g, '[^/]+')}/?$`,
  )
