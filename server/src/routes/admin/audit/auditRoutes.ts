import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { RouteContext } from '../../context.ts'
import { textParameter } from '../../parameters.ts'
import { ref } from '../../schemas.ts'
import { addListing } from '../addListing.ts'
import { notThere } from '../notThere.ts'
import { idParams } from '../parameters.ts'
import { AuditEntry, AuditList } from '../schemas.ts'

const time = (description: string) =>
  Type.String({ format: 'date-time', description, examples: ['2026-11-22T09:30:00Z'] })

export const auditRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  addListing(app, context, {
    path: 'audit',
    name: 'Audit',
    summary: 'Who did what to what, and when',
    description: 'Nothing in it can be changed or deleted.',
    row: AuditEntry,
    list: AuditList,
    orderings: { names: ['id', '-id'], of: notThere },
    ordering: '-id',
    filters: {
      actor: Type.Optional(textParameter('Done by this one')),
      action: Type.Optional(textParameter('This, or all that begin with it: "campaign." for all of campaigns')),
      subject: Type.Optional(textParameter('Done to this, or to one whose name holds it: an address, say')),
      since: Type.Optional(time('At this time or later')),
      until: Type.Optional(time('Before this time')),
    },
    listing: () => notThere(),
  })

  app.get(
    '/audit/:id/',
    {
      config: { role: 'staff' },
      schema: {
        operationId: 'getAuditEntry',
        summary: 'One entry',
        params: idParams('The entry'),
        response: { 200: ref(AuditEntry) },
      },
    },
    async () => notThere(),
  )
}
