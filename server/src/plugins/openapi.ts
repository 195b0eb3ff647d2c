import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { PROBLEMS } from './problems.ts'

const DESCRIPTION = `Crowdfunding campaigns of an EVM chain, read from PostgreSQL where an indexer puts them.

- **Money** is wei as an exact decimal string; beside each \`*_wei\` stands \`*_eth\`, the same amount in the native coin.
- **Addresses and hashes** are lower-case in answers; any letter case is accepted.
- **Lists** take \`page\` and \`page_size\`, or the \`next_cursor\` of the answer before as \`cursor\`.
- **Errors** are \`application/problem+json\` (RFC 9457) with a stable \`code\`.
- **Freshness**: chain data carries \`X-Block-Number\`, the block it was read at, and a strong \`ETag\`.
- Both forms of every path are answered, with and without the trailing slash.`

const TAGS = [
  { name: 'campaigns', description: 'Campaigns and what belongs to one' },
  { name: 'accounts', description: 'What one creator or donor did' },
  { name: 'events', description: "The chain's events as they were read" },
  { name: 'stats', description: 'Sums and series' },
  { name: 'chains', description: 'The chains followed, and how far' },
  { name: 'content', description: 'IPFS content, proved against its CID' },
  { name: 'export', description: 'Everything at once, as a file' },
  { name: 'auth', description: 'Accounts of people: sign-in by password or wallet' },
  { name: 'admin', description: 'The desk: for accounts with the role staff or admin' },
  { name: 'operation', description: 'Health' },
]

/** Collects the routes into the OpenAPI 3.1 document and serves it at /api/schema/, for people at /api/docs/. */
export function addOpenapi(app: FastifyInstance, version: string): void {
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Kindling', version, description: DESCRIPTION, license: { name: 'MIT', identifier: 'MIT' } },
      servers: [{ url: '/', description: 'This server' }],
      tags: TAGS,
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'The access token of a sign-in' },
        },
      },
    },
    stripBasePath: false,
    convertConstToEnum: false,
    refResolver: { buildLocalReference: (json, _base, _fragment, i) => (json.$id as string) ?? `def-${i}` },
    transformObject: (document) => {
      if (!('openapiObject' in document)) throw new TypeError('not an OpenAPI 3 document')
      return completed(document.openapiObject as Document) as typeof document.openapiObject
    },
  })
  app.register(swaggerUi, {
    routePrefix: '/api/docs',
    theme: { title: 'Kindling API' },
    uiConfig: { docExpansion: 'list', tryItOutEnabled: true },
    // Its own files and data: images only; the style attributes are Swagger UI's own.
    staticCSP:
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'",
  })
  app.get('/api/schema/', { schema: { hide: true }, config: { unlimited: true } }, async (_request, reply) =>
    reply
      .header('cache-control', 'public, max-age=300')
      .type('application/json; charset=utf-8')
      .send(JSON.stringify(app.swagger())),
  )
}

interface Parameter {
  in: string
  name: string
  schema?: { type?: string }
  explode?: boolean
}
interface Operation {
  tags?: string[]
  parameters?: Parameter[]
  requestBody?: object
  responses: Record<string, unknown>
}
interface Document {
  paths: Record<string, Record<string, Operation>>
}

/** What holds for every operation stands here once: problems and 304. */
function completed(document: Document): Document {
  const paths: Document['paths'] = {}
  for (const [path, operations] of Object.entries(document.paths)) {
    // Fastify's wildcard; OpenAPI has no name for the rest of a path.
    paths[path.replace('{*}', '{path}')] = Object.fromEntries(
      Object.entries(operations).map(([method, operation]) => [method, completedOperation(method, operation)]),
    )
  }
  return { ...document, paths }
}

function completedOperation(method: string, operation: Operation): Operation {
  const parameters = operation.parameters?.map(({ explode, ...parameter }) => ({
    ...parameter,
    ...(parameter.schema?.type === 'array' ? { style: 'form', explode: explode ?? false } : {}),
    name: parameter.name === '*' ? 'path' : parameter.name,
  }))
  // What the route says of its own problems is a status alone; each becomes a problem's answer.
  const own = Object.keys(operation.responses).map(Number)
  const statuses = new Set([...own.filter((status) => status >= 400), 400, 429, 500, 503])
  if (!operation.tags?.includes('operation')) statuses.add(401)
  if (parameters?.some((parameter) => parameter.in === 'path')) statuses.add(404)
  if (operation.requestBody) for (const status of [408, 413, 415]) statuses.add(status)
  if (operation.tags?.includes('content')) for (const status of [422, 502, 504]) statuses.add(status)
  return {
    ...operation,
    ...(parameters ? { parameters } : {}),
    responses: {
      ...operation.responses,
      ...(method === 'get' ? { 304: { description: 'You have it already (If-None-Match)' } } : {}),
      ...Object.fromEntries([...statuses].sort().map((status) => [status, problemResponse(status)])),
    },
  }
}

function problemResponse(status: number): object {
  const codes = Object.entries(PROBLEMS).filter(([, problem]) => problem.status === status)
  return {
    description: `Problem: ${codes.map(([code]) => `\`${code}\``).join(', ')}`,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}
