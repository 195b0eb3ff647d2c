import type pg from 'pg'

/**
 * Ends a process's life with the database at a chosen statement, as a SIGKILL would: before the statement reaches the
 * server, or after it did its work but before the answer is heard. From then on nothing of it reaches the database.
 */
export interface Fuse {
  /** Burns at the n-th statement from now. */
  light(statements: number, when: 'before' | 'after', onBurnt: () => void): void
  burnt(): boolean
}

export function installFuse(pool: pg.Pool): Fuse {
  const clients = new Set<pg.PoolClient>()
  let left = Number.POSITIVE_INFINITY
  let moment: 'before' | 'after' = 'before'
  let burnt = false
  let notify = () => {}

  function burn(): never {
    burnt = true
    for (const client of clients) {
      // The socket, without a goodbye: the server rolls back what was open.
      ;(client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
    }
    notify()
    throw new Error('the process was killed')
  }

  pool.on('connect', (client) => {
    clients.add(client)
    client.on('error', () => {})
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    const fused = (...args: unknown[]) => {
      const callback =
        typeof args.at(-1) === 'function' ? (args.at(-1) as (error: Error | null, result?: unknown) => void) : undefined
      const run = async () => {
        if (burnt) throw new Error('the process was killed')
        const last = --left <= 0
        if (last && moment === 'before') burn()
        const result = await (query(...(callback ? args.slice(0, -1) : args)) as Promise<unknown>)
        if (last) burn()
        return result
      }
      if (!callback) return run()
      run().then(
        (result) => callback(null, result),
        (error: Error) => callback(error),
      )
    }
    client.query = fused as unknown as typeof client.query
  })
  pool.on('remove', (client) => clients.delete(client as pg.PoolClient))
  return {
    light(statements, when, onBurnt) {
      left = statements
      moment = when
      notify = onBurnt
    },
    burnt: () => burnt,
  }
}
