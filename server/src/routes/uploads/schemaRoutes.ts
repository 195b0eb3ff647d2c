import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { CACHE, type RouteContext } from '../context.ts'

/** What a metadata document may hold, for editors and other tools. */
export const schemaRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app) => {
  const file = join(import.meta.dirname, '../../metadata/metadata.schema.json')
  const schema = JSON.parse(await readFile(file, 'utf8')) as object
  app.get(
    '/schemas/metadata.json',
    {
      schema: {
        operationId: 'getMetadataSchema',
        tags: ['content'],
        summary: 'The JSON Schema of a metadata document',
        response: {
          200: {
            description: 'JSON Schema, draft 2020-12',
            content: { 'application/schema+json': { schema: Type.Object({}, { additionalProperties: true }) } },
          },
        },
      },
    },
    async (_request, reply) =>
      reply.header('cache-control', CACHE.rarely).type('application/schema+json; charset=utf-8').send(schema),
  )
}
