import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, Type } from 'typebox'
import { changeUser, givePassword, makeUser } from '../../../accounts/manageUsers.ts'
import { ROLES } from '../../../accounts/users.ts'
import { deskUsers, userOrderings } from '../../../queries/desk/peopleLists.ts'
import { credentials } from '../../auth/schemas.ts'
import type { RouteContext } from '../../context.ts'
import { flag, textParameter } from '../../parameters.ts'
import { problem, ref } from '../../schemas.ts'
import { actorOf } from '../actorOf.ts'
import { addListing } from '../addListing.ts'
import { findOne } from '../findOne.ts'
import { body, idParams } from '../parameters.ts'
import { AdminUser, AdminUserList, NewPassword } from './schemas.ts'

const params = idParams('The account')
const role = Type.Enum([...ROLES], { type: 'string', description: 'What the account may do' })

export const userRoutes: FastifyPluginAsyncTypebox<RouteContext> = async (app, context) => {
  const { pool } = context
  const read = (id: number) =>
    findOne<Static<typeof AdminUser>>(pool, deskUsers({ id }, '-id'), 'account_not_found', `account ${id}`)

  addListing(app, context, {
    path: 'users',
    name: 'Users',
    summary: 'Accounts',
    role: 'admin',
    row: AdminUser,
    list: AdminUserList,
    orderings: userOrderings,
    ordering: '-id',
    filters: {
      q: Type.Optional(textParameter('In the username, or the beginning of the wallet')),
      role: Type.Optional(Type.Array(role, { description: 'One or several' })),
      disabled: Type.Optional(flag('Only those that are disabled, or only the others')),
    },
    listing: ({ given, ordering }) => deskUsers(given, ordering),
  })

  app.get(
    '/users/:id/',
    {
      config: { role: 'admin' },
      schema: {
        operationId: 'getAdminUser',
        summary: 'One account',
        params,
        response: { 200: ref(AdminUser) },
      },
    },
    async (request) => read(request.params.id),
  )

  app.post(
    '/users/',
    {
      config: { role: 'admin' },
      schema: {
        operationId: 'createAdminUser',
        summary: 'Make an account',
        body: body({ ...credentials.properties, role: Type.Optional(role) }),
        response: { 201: ref(AdminUser), 409: problem },
      },
    },
    async (request, reply) => {
      const { id } = await makeUser(pool, actorOf(request), { role: 'user', ...request.body })
      reply.code(201)
      return read(id)
    },
  )

  app.patch(
    '/users/:id/',
    {
      config: { role: 'admin' },
      schema: {
        operationId: 'updateAdminUser',
        summary: 'Change what an account may do; it holds from its next request on',
        description: 'The last admin that can sign in stays one.',
        params,
        body: body({
          role: Type.Optional(role),
          disabled: Type.Optional(Type.Boolean({ description: 'It cannot sign in, and no token of it counts' })),
        }),
        response: { 200: ref(AdminUser), 409: problem },
      },
    },
    async (request) => {
      const { id } = request.params
      await changeUser(pool, actorOf(request), id, request.body, { keepAdmin: true })
      return read(id)
    },
  )

  app.post(
    '/users/:id/reset-password/',
    {
      config: { role: 'admin' },
      schema: {
        operationId: 'resetAdminUserPassword',
        summary: 'Give an account a new password; every session of it ends',
        description: 'Without `password` one is made up, and answered this once.',
        params,
        body: body({ password: Type.Optional(credentials.properties.password) }),
        response: { 200: ref(NewPassword), 409: problem },
      },
    },
    async (request) => {
      const { password: chosen } = request.body
      const { id, username, password } = await givePassword(pool, actorOf(request), request.params.id, chosen)
      return { id, username: username!, password: chosen === undefined ? password : null }
    },
  )
}
