import type { Client } from './createClient.ts'

export interface Tokens {
  access: string
  refresh: string
  /** Seconds until the access token expires. */
  expires_in: number
}

export interface Session {
  /** For `createClient({ accessToken })`: the access token, refreshed shortly before it expires. */
  accessToken(): Promise<string | undefined>
  /** After a sign-in; undefined after signing out. */
  set(tokens: Tokens | undefined): void
}

/** How long before it expires a token is refreshed. */
const MARGIN_MS = 30_000

/**
 * Holds the tokens of one sign-in. A refresh token counts once, so requests at the same time share one refresh.
 *
 * @param anonymous a client without a token, for refreshing
 * @param onChange to keep the tokens somewhere; undefined when the session has ended
 */
export function createSession(anonymous: Client, onChange: (tokens: Tokens | undefined) => void = () => {}): Session {
  let tokens: Tokens | undefined
  let expiresAt = 0
  let refreshing: Promise<void> | undefined

  function set(next: Tokens | undefined): void {
    tokens = next
    expiresAt = next === undefined ? 0 : Date.now() + next.expires_in * 1000
    onChange(next)
  }

  async function refresh(token: string): Promise<void> {
    try {
      set((await anonymous.POST('/api/v1/auth/token/refresh/', { body: { refresh: token } })).data)
    } catch (error) {
      set(undefined)
      throw error
    }
  }

  return {
    set,
    async accessToken() {
      if (tokens !== undefined && Date.now() > expiresAt - MARGIN_MS) {
        refreshing ??= refresh(tokens.refresh).finally(() => {
          refreshing = undefined
        })
        await refreshing
      }
      return tokens?.access
    },
  }
}
