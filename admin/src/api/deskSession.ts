import { ApiError, type Tokens } from '@kindling/client'

interface Held extends Tokens {
  /** By this browser's clock. */
  expiresAt: number
}

export interface DeskSession {
  /**
   * The access token, refreshed shortly before it expires.
   *
   * @param rejected a token that the server just refused: another one is wanted, whatever the clock says
   */
  accessToken(rejected?: string): Promise<string | undefined>
  start(tokens: Tokens): void
  isOpen(): boolean
  /** Calls when this tab opens or ends the session; other tabs' doings come as `storage` events. @returns what stops it */
  watch(listener: () => void): () => void
  /** Forgets the tokens and gives the refresh token, for telling the server. */
  end(): string | undefined
}

export interface DeskSessionOptions {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  /** Runs one holder after the other, in all tabs. */
  lock: <T>(name: string, run: () => Promise<T>) => Promise<T>
  refresh: (refreshToken: string) => Promise<Tokens>
  now?: () => number
}

export const SESSION_KEY = 'kindling_desk_session'
const MARGIN_MS = 30_000

/**
 * One sign-in, shared by the tabs of this browser. A refresh token counts once, and used twice it ends the session: so
 * refreshes go through a lock, and who waited for it takes what the one before has brought.
 */
export function createDeskSession({ storage, lock, refresh, now = Date.now }: DeskSessionOptions): DeskSession {
  let refreshing: Promise<string | undefined> | undefined
  const watching = new Set<() => void>()

  const read = (): Held | undefined => {
    const text = storage.getItem(SESSION_KEY)
    return text === null ? undefined : (JSON.parse(text) as Held)
  }
  const start = (tokens: Tokens): void => {
    const { access, refresh: next, expires_in } = tokens
    const held: Held = { access, refresh: next, expires_in, expiresAt: now() + expires_in * 1000 }
    storage.setItem(SESSION_KEY, JSON.stringify(held))
    tell()
  }
  const forget = (): void => {
    storage.removeItem(SESSION_KEY)
    tell()
  }
  const tell = () => {
    for (const listener of watching) listener()
  }
  // A token that lives shorter than the margin would be refreshed at every request.
  const isFresh = ({ expiresAt, expires_in }: Held) => now() < expiresAt - Math.min(MARGIN_MS, expires_in * 500)

  async function renew(stale: string): Promise<string | undefined> {
    const held = read()
    if (held === undefined || held.access !== stale) return held?.access
    try {
      start(await refresh(held.refresh))
    } catch (error) {
      // Only what the server says ends a session; without a network it may go on later.
      if (error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429) {
        forget()
        return undefined
      }
      if (now() < held.expiresAt) return held.access
      throw error
    }
    return read()?.access
  }

  return {
    start,
    isOpen: () => read() !== undefined,
    watch(listener) {
      watching.add(listener)
      return () => void watching.delete(listener)
    },
    end() {
      const held = read()
      forget()
      return held?.refresh
    },
    async accessToken(rejected) {
      const held = read()
      if (held === undefined) return undefined
      if (held.access !== rejected && isFresh(held)) return held.access
      refreshing ??= lock(SESSION_KEY, () => renew(held.access)).finally(() => {
        refreshing = undefined
      })
      return refreshing
    },
  }
}
