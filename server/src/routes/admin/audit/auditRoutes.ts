import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, Type } from 'typebox'
import { auditLog, auditOrderings } from '../../../queries/desk/peopleLists.ts'
import type { RouteContext } from '../../context.ts'
import { textParameter } from '../../parameters.ts'
import { ref } from '../../schemas.ts'
import { addListing } from '../addListing.ts'
import { findOne } from '../findOne.ts'
import { idParams } from '../parameters.ts'
import { AuditEntry, AuditList } from './schemas.ts'

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
    orderings: auditOrderings,
    ordering: '-id',
    filters: {
      actor: Type.Optional(textParameter('Done by this one; "cli" means by any command')),
      action: Type.Optional(textParameter('This, or all that begin with it: "campaign." for all of campaigns')),
      subject: Type.Optional(textParameter('Done to this, or to one whose name holds it: an address, say')),
      since: Type.Optional(time('At this time or later')),
      until: Type.Optional(time('Before this time')),
    },
    listing: ({ given, ordering }) => auditLog(given, ordering),
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
    async (request) => {
      const { id } = request.params
      return findOne<Static<typeof AuditEntry>>(
        context.pool,
        auditLog({ id }, '-id'),
        'audit_entry_not_found',
        `entry ${id} in the audit log`,
      )
    },
  )
}
