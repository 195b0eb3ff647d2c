import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyBaseLogger } from 'fastify'
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

  const tell = createTeller(app.log)

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
    async (_request, reply) => {
      if (app.draining.isDraining) {
        const stopping = { process: { ok: false, detail: 'It was told to stop and answers for a moment still.' } }
        const members = { ready: false, checks: stopping }
        throw new ProblemError('not_ready', 'Not ready: process.', { members, isLogged: true })
      }
      const { ready, checks }: Readiness = await readiness().catch((error: unknown) => {
        const checks = { readiness: { ok: false, detail: 'The checks themselves failed.' } }
        tell(checks, errorMessage(error))
        return { ready: false, checks }
      })
      tell(checks)
      if (!ready) {
        throw new ProblemError('not_ready', sentence(checks), { members: { ready, checks }, isLogged: true })
      }
      reply.header('cache-control', CACHE.never)
      return { ready, checks }
    },
  )
}

const failedOf = (checks: Readiness['checks']): string[] => Object.keys(checks).filter((name) => !checks[name]!.ok)

const sentence = (checks: Readiness['checks']): string => `Not ready: ${failedOf(checks).join(', ')}.`

/** Writes into the log when what fails has changed: readiness is asked every few seconds, and its log is read by people. */
function createTeller(log: FastifyBaseLogger) {
  let last = ''
  return (checks: Readiness['checks'], reason?: string): void => {
    const failed = failedOf(checks)
    if (failed.join() === last) return
    last = failed.join()
    if (failed.length === 0) {
      log.warn('ready again')
      return
    }
    const details = Object.fromEntries(failed.map((name) => [name, checks[name]!.detail]))
    log.warn({ checks: details, ...(reason === undefined ? {} : { reason }) }, sentence(checks))
  }
}
