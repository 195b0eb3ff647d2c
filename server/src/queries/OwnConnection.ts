import pg from 'pg'
import type { Queryable, Statement } from './sql.ts'

/** Long before a firewall drops a silent connection, which nobody would be told of. */
const IDLE_MS = 10_000
/** Who waits behind a statement that hangs waits no longer than a pool would let them. */
const LONGEST_MS = 10_000

/**
 * One connection for small statements, one at a time: opened for the first, and anew for the next after one has failed, it broke, or nothing was
 * asked for a while. A pool of one does the same, but its timers and queues took a fifteenth of the time of answers that are kept.
 */
export class OwnConnection implements Queryable {
  readonly #config: pg.ClientConfig
  readonly #onLost: (error: Error) => void
  readonly #idleMs: number
  #client: pg.Client | undefined
  #idle: NodeJS.Timeout | undefined
  #last: Promise<unknown> = Promise.resolve()
  #isEnded = false

  /** @param onLost told when it breaks */
  constructor(config: pg.ClientConfig, onLost: (error: Error) => void, idleMs = IDLE_MS, longestMs = LONGEST_MS) {
    this.#config = { ...config, query_timeout: longestMs }
    this.#onLost = onLost
    this.#idleMs = idleMs
  }

  query(statement: Statement): Promise<{ rows: unknown[] }> {
    const result = this.#last.then(() => this.#run(statement))
    this.#last = result.catch(() => {})
    return result
  }

  /** After what was asked before. */
  async end(): Promise<void> {
    this.#isEnded = true
    await this.#last
    await this.#close()
  }

  async #run(statement: Statement): Promise<{ rows: unknown[] }> {
    const client = this.#client ?? (await this.#open())
    this.#idle?.refresh()
    try {
      return await client.query(statement)
    } catch (error) {
      void this.#close()
      throw error
    }
  }

  async #open(): Promise<pg.Client> {
    if (this.#isEnded) throw new Error('The connection was ended.')
    const client = new pg.Client(this.#config)
    client.on('error', (error) => {
      this.#onLost(error)
      if (this.#client === client) void this.#close()
    })
    await client.connect()
    this.#client = client
    this.#idle = setTimeout(() => void this.#last.then(() => this.#close()), this.#idleMs).unref()
    return client
  }

  async #close(): Promise<void> {
    clearTimeout(this.#idle)
    const client = this.#client
    this.#client = undefined
    await client?.end()
  }
}
