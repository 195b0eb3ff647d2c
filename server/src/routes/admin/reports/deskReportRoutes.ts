import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { RouteContext } from '../../context.ts'
import { addressParameter } from '../../parameters.ts'
import { problem, ref } from '../../schemas.ts'
import { addListing } from '../addListing.ts'
import { notThere } from '../notThere.ts'
import { body, idParams, PUBLIC_REASON, wordsMember } from '../parameters.ts'
import { AdminReport, AdminReportList, reportReason, reportState } from '../schemas.ts'

const params = idParams('The report')

export const deskReportRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  addListing(app, context, {
    path: 'reports',
    name: 'Reports',
    summary: 'What visitors reported',
    row: AdminReport,
    list: AdminReportList,
    orderings: { names: ['created_at', '-created_at'], of: notThere },
    ordering: '-created_at',
    filters: {
      state: Type.Optional(Type.Array(reportState, { description: 'One or several' })),
      reason: Type.Optional(Type.Array(reportReason, { description: 'One or several' })),
      campaign: Type.Optional(addressParameter('Of this campaign')),
    },
    listing: () => notThere(),
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
    async () => notThere(),
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
    async () => notThere(),
  )
}
