interface Sized {
  bytes: number
}

class Part<Value extends Sized> {
  readonly values = new Map<string, Value>()
  bytes = 0

  set(key: string, value: Value): void {
    this.values.set(key, value)
    this.bytes += value.bytes
  }

  delete(key: string): void {
    const found = this.values.get(key)
    if (found === undefined) return
    this.values.delete(key)
    this.bytes -= found.bytes
  }
}

/**
 * Values of at most so many bytes together, of which those go first that nobody asked for lately: what was asked for since half of the bytes were
 * last filled stays. To put each in its place when it is asked for would cost more than to find it.
 */
export class RecentlyUsed<Value extends Sized> {
  readonly #maxBytes: number
  #recent = new Part<Value>()
  #older = new Part<Value>()

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes
  }

  get bytes(): number {
    return this.#recent.bytes + this.#older.bytes
  }

  get(key: string): Value | undefined {
    const recent = this.#recent.values.get(key)
    if (recent !== undefined) return recent
    const older = this.#older.values.get(key)
    if (older !== undefined) this.set(key, older)
    return older
  }

  /** What is larger than an eighth of all is not kept. */
  set(key: string, value: Value): void {
    this.#recent.delete(key)
    this.#older.delete(key)
    if (value.bytes > this.#maxBytes / 8) return
    if (this.#recent.bytes + value.bytes > this.#maxBytes / 2) {
      this.#older = this.#recent
      this.#recent = new Part()
    }
    this.#recent.set(key, value)
  }
}
