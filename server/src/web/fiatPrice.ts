/** What one native coin costs, for hints beside amounts. `at` is when it was read, in Unix ms; null for a price set by hand. */
export interface FiatPrice {
  /** ISO 4217. */
  currency: string
  price: number
  at: number | null
}

export interface FiatSettings {
  currency: string
  /** Set by the operator. */
  price?: number | undefined
  /** Answers JSON; the fragment is the path to the number in it, as `#ethereum.eur`. */
  url?: string | undefined
}

const POLL_MS = 300_000
/** An older price would be a guess: then there is no hint. */
const USABLE_MS = 3_600_000
const TIMEOUT_MS = 10_000
const MAX_BYTES = 65_536

/**
 * Answers the price without ever waiting for it: a page that finds it old starts a reading for the next. Null while there is
 * none. `onFailure` hears why a reading failed.
 */
export function createFiatPrice(
  settings: FiatSettings | undefined,
  onFailure: (error: Error) => void,
  now: () => number = Date.now,
): () => FiatPrice | null {
  if (settings === undefined) return () => null
  const { currency, price, url } = settings
  if (price !== undefined) return () => ({ currency, price, at: null })
  if (url === undefined) return () => null
  let known: FiatPrice | null = null
  let triedAt = Number.NEGATIVE_INFINITY
  return () => {
    if (now() - triedAt >= POLL_MS) {
      triedAt = now()
      readPrice(url).then((read) => {
        known = { currency, price: read, at: now() }
      }, onFailure)
    }
    return known !== null && now() - (known.at ?? 0) < USABLE_MS ? known : null
  }
}

/** @throws an error that says what was wrong, without the address, which may hold a key */
export async function readPrice(url: string): Promise<number> {
  const { hash } = new URL(url)
  const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' })
  if (!answer.ok) throw new Error(`The price source answered ${answer.status}.`)
  let found: unknown = JSON.parse(await readBounded(answer))
  for (const name of decodeURIComponent(hash.slice(1)).split('.').filter(Boolean)) {
    found =
      typeof found === 'object' && found !== null && Object.hasOwn(found, name) ? Reflect.get(found, name) : undefined
  }
  const price = typeof found === 'string' ? Number(found) : found
  if (typeof price !== 'number' || !Number.isFinite(price) || price <= 0) {
    throw new Error(`The price source has no price at ${hash || 'its top'}.`)
  }
  return price
}

async function readBounded(answer: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length
    if (bytes > MAX_BYTES) throw new Error(`The price source sent more than ${MAX_BYTES} bytes.`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
