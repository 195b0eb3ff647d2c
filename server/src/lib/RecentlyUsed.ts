interface Sized {
  bytes: number
}

interface Entry<Value> {
  value: Value
  /** Since it was last passed by when something had to go. */
  isAsked: boolean
}

/**
 * Values of at most so many bytes together. When there are too many the oldest goes that nobody asked for since it was last passed by (second
 * chance): to put each in its place whenever it is asked for would cost more than to find it.
 */
export class RecentlyUsed<Value extends Sized, Key = string> {
  readonly #maxBytes: number
  readonly #onGone: ((key: Key, value: Value) => void) | undefined
  readonly #entries = new Map<Key, Entry<Value>>()
  #bytes = 0

  /** @param onGone told of each that is not kept any more, but for those that went with all others */
  constructor(maxBytes: number, onGone?: (key: Key, value: Value) => void) {
    this.#maxBytes = maxBytes
    this.#onGone = onGone
  }

  get bytes(): number {
    return this.#bytes
  }

  get(key: Key): Value | undefined {
    const entry = this.#entries.get(key)
    if (entry === undefined) return undefined
    entry.isAsked = true
    return entry.value
  }

  /** What is larger than an eighth of all is not kept. @returns whether it is */
  set(key: Key, value: Value): boolean {
    this.delete(key)
    if (value.bytes > this.#maxBytes / 8) return false
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes + value.bytes <= this.#maxBytes) break
      if (entry.isAsked) {
        entry.isAsked = false
        this.#entries.delete(oldest)
        this.#entries.set(oldest, entry)
      } else this.delete(oldest)
    }
    this.#entries.set(key, { value, isAsked: false })
    this.#bytes += value.bytes
    return true
  }

  clear(): void {
    this.#entries.clear()
    this.#bytes = 0
  }

  delete(key: Key): void {
    const entry = this.#entries.get(key)
    if (entry === undefined) return
    this.#entries.delete(key)
    this.#bytes -= entry.value.bytes
    this.#onGone?.(key, entry.value)
  }
}
