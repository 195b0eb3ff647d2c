import type { Response } from 'light-my-request'
import { makeUser } from '../../../accounts/manageUsers.ts'
import type { Role } from '../../../accounts/users.ts'
import { CLI } from '../../../audit/cliActor.ts'
import { openTestApi, type TestApi } from '../../testing/openTestApi.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface Desk extends TestApi {
  tokens: Record<Role, string>
  /** Asks a route of the desk, as an admin unless told otherwise. */
  ask(method: Method, path: string, body?: unknown, as?: Role | 'nobody'): Promise<Response>
  /** The JSON of an answer with this status. */
  // biome-ignore lint/suspicious/noExplicitAny: answers are checked against their schema, and tests read them freely
  told(status: number, method: Method, path: string, body?: unknown, as?: Role | 'nobody'): Promise<any>
  /** Entries of the audit log, the newest first. */
  // biome-ignore lint/suspicious/noExplicitAny: likewise
  audit(filter?: string): Promise<any[]>
}

export const PASSWORD = 'violet kettle orbit 42'

/** A test API with an account of each role. @param options.accounts false: they are in the database already */
export async function openDesk({
  accounts = true,
  ...options
}: Parameters<typeof openTestApi>[0] & { accounts?: boolean } = {}): Promise<Desk> {
  const api = await openTestApi({ ...options, env: { RATE_LIMIT_USER: '1000000/minute', ...options.env } })
  const tokens = {} as Record<Role, string>
  for (const role of ['user', 'staff', 'admin'] as const) {
    if (accounts) await makeUser(api.pool, CLI, { username: `a-${role}`, password: PASSWORD, role })
    const answer = await api.post('/api/v1/auth/token/', { username: `a-${role}`, password: PASSWORD })
    tokens[role] = answer.json().access
  }
  const ask: Desk['ask'] = (method, path, body, as = 'admin') =>
    api.request({
      method,
      url: `/api/v1/admin/${path}`,
      ...(body === undefined ? {} : { payload: body as object }),
      headers: as === 'nobody' ? {} : { authorization: `Bearer ${tokens[as]}` },
    })
  const told: Desk['told'] = async (status, method, path, body, as) => {
    const answer = await ask(method, path, body, as)
    if (answer.statusCode !== status) {
      throw new Error(`${method} ${path} answered ${answer.statusCode} instead of ${status}: ${answer.body}`)
    }
    return answer.body === '' ? undefined : answer.json()
  }
  return {
    ...api,
    tokens,
    ask,
    told,
    audit: async (filter = '') => (await told(200, 'GET', `audit/?${filter}`)).results,
  }
}
