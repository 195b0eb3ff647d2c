import { readConfig } from '../../../lib/config.ts'
import { openTestApi } from '../../testing/openTestApi.ts'

export const PASSWORD = 'violet kettle orbit 42'
export const SECRET = readConfig({}).jwtSecret

/** The sign-in as visitors use it, each from an address of their own: limits are per client. */
export async function openAuthApi() {
  const api = await openTestApi({ world: [], env: { TRUST_PROXY: 'on' } })
  let client = 0
  let name = ''
  const from = () => ({ 'x-forwarded-for': `198.51.100.${client}` })
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    api.post(`/api/v1/auth/${path}/`, body, { ...from(), ...headers })
  return {
    api,
    from,
    post,
    /** The same visitor from another address. */
    move: (): number => ++client,
    /** Another visitor, whose name is what registering and signing in take where none is given. */
    next(): { client: number; name: string } {
      client++
      name = `ada${client}`
      return { client, name }
    },
    register: (username = name, password = PASSWORD) => post('register', { username, password }),
    signIn: (username = name, password = PASSWORD) => post('token', { username, password }),
    me: (token: string) =>
      api.request({ url: '/api/v1/auth/me/', headers: { ...from(), authorization: `Bearer ${token}` } }),
  }
}

export const outcome = (response: { statusCode: number; json(): { code: string } }) => [
  response.statusCode,
  response.json().code,
]
