import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { RouteContext } from '../../context.ts'
import { problem, ref } from '../../schemas.ts'
import { addListing } from '../addListing.ts'
import { notThere } from '../notThere.ts'
import { idParams } from '../parameters.ts'
import { Job, JobList, jobKind, jobState } from '../schemas.ts'

const params = idParams('The job')

export const jobRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  addListing(app, context, {
    path: 'jobs',
    name: 'Jobs',
    summary: 'Long work that was asked for at the desk',
    row: Job,
    list: JobList,
    orderings: { names: ['id', '-id'], of: notThere },
    ordering: '-id',
    exported: false,
    filters: {
      state: Type.Optional(Type.Array(jobState, { description: 'One or several' })),
      kind: Type.Optional(Type.Array(jobKind, { description: 'One or several' })),
    },
    listing: () => notThere(),
  })

  app.get(
    '/jobs/:id/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'getAdminJob',
        summary: 'How far a job is, and what failed of it',
        description: 'Ask once a second while it is queued or running.',
        params,
        response: { 200: ref(Job) },
      },
    },
    async () => notThere(),
  )

  app.post(
    '/jobs/:id/cancel/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'cancelAdminJob',
        summary: 'End a job; what it did stays done',
        description: 'Of verify runs and resyncs: admins alone.',
        params,
        response: { 200: ref(Job), 409: problem },
      },
    },
    async () => notThere(),
  )
}
