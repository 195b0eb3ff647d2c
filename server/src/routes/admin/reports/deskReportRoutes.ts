import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, Type } from 'typebox'
import { withTransaction } from '../../../lib/database.ts'
import { resolveReport } from '../../../moderation/reports.ts'
import { deskReports, reportOrderings } from '../../../queries/desk/moderationLists.ts'
import type { RouteContext } from '../../context.ts'
import { addressParameter, textParameter } from '../../parameters.ts'
import { problem, ref } from '../../schemas.ts'
import { actorOf } from '../actorOf.ts'
import { addListing } from '../addListing.ts'
import { badBody } from '../badBody.ts'
import { findOne } from '../findOne.ts'
import { body, idParams, PUBLIC_REASON, wordsMember } from '../parameters.ts'
import { AdminReport, AdminReportList, reportReason, reportState } from './schemas.ts'

const params = idParams('The report')

export const deskReportRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  const { pool } = context
  const read = (id: number) =>
    findOne<Static<typeof AdminReport>>(pool, deskReports({ id }, '-id'), 'report_not_found', `report ${id}`)

  addListing(app, context, {
    path: 'reports',
    name: 'Reports',
    summary: 'What visitors reported',
    row: AdminReport,
    list: AdminReportList,
    orderings: reportOrderings,
    ordering: '-created_at',
    filters: {
      q: Type.Optional(textParameter('In the title or the words, or the beginning of the address')),
      state: Type.Optional(Type.Array(reportState, { description: 'One or several' })),
      reason: Type.Optional(Type.Array(reportReason, { description: 'One or several' })),
      campaign: Type.Optional(addressParameter('Of this campaign')),
    },
    listing: ({ given, ordering }) => deskReports(given, ordering),
  })

  app.get(
    '/reports/:id/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'getAdminReport',
        summary: 'One report',
        params,
        response: { 200: ref(AdminReport) },
      },
    },
    async (request) => read(request.params.id),
  )

  app.post(
    '/reports/:id/resolve/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'resolveReport',
        summary: 'Decide a report, and hide the campaign with it where it is upheld',
        params,
        body: body({
          state: Type.Enum(['dismissed', 'upheld'], { type: 'string' }),
          note: Type.Optional(wordsMember('For the staff alone', 2_000, 0)),
          hide: Type.Optional(Type.Boolean({ description: 'Hide the campaign too; only with upheld' })),
          reason: Type.Optional(wordsMember(`${PUBLIC_REASON}; required to hide`, 500)),
        }),
        response: { 200: ref(AdminReport), 409: problem },
      },
    },
    async (request) => {
      const { id } = request.params
      const { state, note, hide, reason } = request.body
      if (hide && state !== 'upheld') throw badBody('hide', 'goes with upheld alone')
      if (hide && reason === undefined) throw badBody('reason', 'must be given to hide')
      const hideReason = hide ? reason!.trim() : undefined
      await withTransaction(pool, (tx) =>
        resolveReport(tx, actorOf(request), id, { state, note: note?.trim() || null, hideReason }),
      )
      return read(id)
    },
  )
}
