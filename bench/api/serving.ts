import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'

/** `bare`: node:http and 20 KB; `kept`: as in production; `uncached`: each answer made anew; `reread`: of rows that are read anew too. */
export type ServeMode = 'bare' | 'kept' | 'uncached' | 'reread'

export interface AskedStatement {
  text: string
  values: unknown[]
  ms: number
}

export interface Serving {
  port: number
  /** CPU microseconds that the server's process has used so far: other programs lengthen every second, but hardly these. */
  cpuMicros(): Promise<number>
  /** What a request to this path asks of the database. */
  statementsOf(path: string): Promise<AskedStatement[]>
}

/** What the parent asks of the process that serves. */
export type Asked = { ask: 'cpu' } | { ask: 'statements'; path: string }

/** A process of its own serves, so that asking costs the server nothing but its core. */
export async function serving<T>(mode: ServeMode, url: string, use: (server: Serving) => Promise<T>): Promise<T> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'serveApi.ts'), [mode, url])
  const answer = <A>() =>
    new Promise<A>((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`The server ended with ${code}.`))
      child.once('exit', ended)
      child.once('message', (message) => {
        child.off('exit', ended)
        resolve(message as A)
      })
    })
  try {
    const port = await answer<number>()
    return await use({
      port,
      cpuMicros() {
        child.send({ ask: 'cpu' })
        return answer()
      },
      statementsOf(path) {
        child.send({ ask: 'statements', path })
        return answer()
      },
    })
  } finally {
    child.kill()
  }
}
