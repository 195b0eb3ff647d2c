import { ApiError } from '@kindling/client'
import type { AuthProvider } from 'react-admin'
import { anonymous, api, session } from './api.ts'
import { type Account, type Action, may } from './permissions.ts'

/** In the address of the sign-in: one did not come there by oneself. */
export const SESSION_ENDED = 'session=ended'

/** Leads to the sign-in, which says why, and from there back. */
export class SessionEndedError extends Error {
  override readonly name = 'SessionEndedError'
  /** Read by react-admin. A toast would be lost: signing out empties what it is kept in. */
  readonly redirectTo = `/login?${SESSION_ENDED}`
  constructor() {
    super('The session has ended: sign in again.')
  }
}

let known: Promise<Account> | undefined

/** Who is signed in; asked of the server once a sign-in. */
async function account(): Promise<Account> {
  if (!session.isOpen()) throw new SessionEndedError()
  known ??= api.GET('/api/v1/auth/me/').then(
    ({ data }) => data,
    (error) => {
      known = undefined
      throw error
    },
  )
  return known
}

async function endSession(): Promise<void> {
  known = undefined
  const refresh = session.end()
  // It has ended here in any case; the server forgets it by itself when it expires.
  if (refresh !== undefined) await anonymous.POST('/api/v1/auth/logout/', { body: { refresh } }).catch(() => {})
}

export const authProvider: AuthProvider = {
  async login({ username, password }: { username: string; password: string }) {
    const { data } = await anonymous.POST('/api/v1/auth/token/', { body: { username, password } })
    if (data.user.role === 'user') {
      await anonymous.POST('/api/v1/auth/logout/', { body: { refresh: data.refresh } }).catch(() => {})
      throw new Error(`${data.user.username} has no access to the desk: it takes the role staff or admin.`)
    }
    session.start(data)
    known = Promise.resolve(data.user)
  },
  logout: endSession,
  async checkAuth() {
    if (session.isOpen()) return
    if (known !== undefined) throw new SessionEndedError()
    // Who only comes in is not told anything: to react-admin that is this message.
    throw Object.assign(new Error(), { message: false })
  },
  async checkError(error) {
    if (error instanceof SessionEndedError || (error instanceof ApiError && error.status === 401)) {
      throw new SessionEndedError()
    }
    // The role may have changed since: what is shown follows it.
    if (error instanceof ApiError && error.status === 403) known = undefined
  },
  async getIdentity() {
    const { id, username, wallet_address, role } = await account()
    return { id, fullName: username ?? wallet_address ?? `account ${id}`, role }
  },
  getPermissions: async () => (await account()).role,
  canAccess: async ({ action, resource }) => may((await account()).role, resource, action as Action),
}
