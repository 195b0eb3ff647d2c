import { createClient } from '@kindling/client'
import { createDeskSession } from './deskSession.ts'

const baseUrl = location.origin
/** For signing in and refreshing. */
export const anonymous = createClient({ baseUrl })

export const session = createDeskSession({
  storage: localStorage,
  // Not there on plain HTTP outside of localhost; then only this tab's requests share a refresh.
  lock: (name, run) => (navigator.locks ? (navigator.locks.request(name, run) as ReturnType<typeof run>) : run()),
  refresh: async (refresh) => (await anonymous.POST('/api/v1/auth/token/refresh/', { body: { refresh } })).data,
})

/** Sends with the session's token; a token that the server refuses is replaced once. */
export async function fetchSigned(request: Request): Promise<Response> {
  const again = request.clone()
  const token = await session.accessToken()
  if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`)
  const response = await fetch(request)
  if (response.status !== 401 || token === undefined) return response
  const next = await session.accessToken(token)
  if (next === undefined || next === token) return response
  again.headers.set('authorization', `Bearer ${next}`)
  return fetch(again)
}

export const api = createClient({ baseUrl, fetch: fetchSigned })
