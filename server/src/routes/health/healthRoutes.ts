import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { errorMessage } from '../../lib/errors.ts'
import { ProblemError } from '../../plugins/problems.ts'
import { CACHE, type Readiness, type RouteContext } from '../context.ts'
import { component, ref, text } from '../schemas.ts'

export const Liveness = component('Liveness', {
  status: Type.Enum(['ok'], { type: 'string' }),
  version: text('Of this server'),
})
export const ReadinessAnswer = component('Readiness', {
  ready: Type.Boolean(),
  checks: Type.Record(Type.String(), Type.Object({ ok: Type.Boolean(), detail: Type.String() })),
})

export const healthRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, { readiness, version }) => {
  app.get(
    '/health/live',
    {
      config: { unlimited: true },
      schema: {
        operationId: 'getLiveness',
        tags: ['operation'],
        summary: 'Whether the process answers',
        response: { 200: ref(Liveness) },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', CACHE.never)
      return { status: 'ok' as const, version }
    },
  )

  app.get(
    '/health/ready',
    {
      config: { unlimited: true },
      schema: {
        operationId: 'getReadiness',
        tags: ['operation'],
        summary: 'Whether everything it needs works',
        description: '503 not_ready with the same checks as a member when one fails.',
        response: { 200: ref(ReadinessAnswer) },
      },
    },
    async (request, reply) => {
      if (app.draining.isDraining) {
        const stopping = { process: { ok: false, detail: 'It was told to stop and answers for a moment still.' } }
        throw new ProblemError('not_ready', 'Not ready: process.', { members: { ready: false, checks: stopping } })
      }
      const { ready, checks }: Readiness = await readiness().catch((error: unknown) => {
        request.log.error({ err: error }, `readiness could not be told: ${errorMessage(error)}`)
        return { ready: false, checks: { readiness: { ok: false, detail: 'The checks themselves failed.' } } }
      })
      if (!ready) {
        const failed = Object.keys(checks).filter((name) => !checks[name]!.ok)
        throw new ProblemError('not_ready', `Not ready: ${failed.join(', ')}.`, { members: { ready, checks } })
      }
      reply.header('cache-control', CACHE.never)
      return { ready, checks }
    },
  )
}
