import { ApiError } from '@kindling/client'
import type { AuthProvider } from 'react-admin'
import { anonymous, api, session } from './api.ts'
import { type Account, type Action, may } from './permissions.ts'

/** Ends what is left of the session here; the sign-in then takes the page's place. */
export class SessionEndedError extends Error {
  override readonly name = 'SessionEndedError'
  constructor() {
    super('The session has ended: sign in again.')
  }
}

/** Asked for once a sign-in. */
let known: Promise<Account> | undefined
/** In this tab, and not by its own choice signed out since. */
let wasSignedIn = session.isOpen()

/** Whether somebody is at the sign-in who did not mean to come there. */
export const hasSessionEnded = (): boolean => wasSignedIn && !session.isOpen()

/** Another account may sign in next. */
export const forgetAccount = (): void => {
  known = undefined
}

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
  forgetAccount()
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
    wasSignedIn = true
    known = Promise.resolve(data.user)
  },
  async logout({ byChoice = false }: { byChoice?: boolean }) {
    if (byChoice) {
      wasSignedIn = false
      // Who signs in next begins at the beginning.
      location.hash = '#/'
    }
    await endSession()
    // The address stays where it was: that is where one goes on.
    return false
  },
  async checkAuth() {
    if (!session.isOpen()) throw new SessionEndedError()
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
