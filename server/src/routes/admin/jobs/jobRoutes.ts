import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, Type } from 'typebox'
import { cancelJob } from '../../../desk/jobs.ts'
import { withTransaction } from '../../../lib/database.ts'
import { requireRole } from '../../../plugins/auth.ts'
import { deskJobs, jobOrderings } from '../../../queries/desk/workLists.ts'
import type { RouteContext } from '../../context.ts'
import { textParameter } from '../../parameters.ts'
import { problem, ref } from '../../schemas.ts'
import { actorOf } from '../actorOf.ts'
import { addListing } from '../addListing.ts'
import { findOne } from '../findOne.ts'
import { idParams } from '../parameters.ts'
import { Job, JobList, jobKind, jobState } from './schemas.ts'

const params = idParams('The job')

export const jobRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  const { pool } = context
  const read = (id: number) => findOne<Static<typeof Job>>(pool, deskJobs({ id }, '-id'), 'job_not_found', `job ${id}`)

  addListing(app, context, {
    path: 'jobs',
    name: 'Jobs',
    summary: 'Long work that was asked for at the desk',
    row: Job,
    list: JobList,
    orderings: jobOrderings,
    ordering: '-id',
    filters: {
      q: Type.Optional(textParameter('Who asked for it, or in the error')),
      state: Type.Optional(Type.Array(jobState, { description: 'One or several' })),
      kind: Type.Optional(Type.Array(jobKind, { description: 'One or several' })),
    },
    listing: ({ given, ordering }) => deskJobs(given, ordering),
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
    async (request) => read(request.params.id),
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
    async (request) => {
      const { id } = request.params
      const { kind } = await read(id)
      // Who may not begin it may not end it.
      if (kind === 'verify' || kind === 'resync') await requireRole('admin')(request)
      await withTransaction(pool, (tx) => cancelJob(tx, actorOf(request), id))
      return read(id)
    },
  )
}
