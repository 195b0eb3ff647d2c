import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** `bare`: node:http and 20 KB; `kept`: as in production; `uncached`: each answer made anew. */
export type ServeMode = 'bare' | 'kept' | 'uncached'

export interface AskedStatement {
  text: string
  values: unknown[]
  ms: number
}

export interface Serving {
  port: number
  /** What a request to this path asks of the database. */
  statementsOf(path: string): Promise<AskedStatement[]>
}

/** A process of its own serves, so that asking costs the server nothing but its core. */
export async function serving<T>(mode: ServeMode, url: string, use: (server: Serving) => Promise<T>): Promise<T> {
  const child: ChildProcess = fork(join(import.meta.dirname, 'serveApi.ts'), [mode, url])
  const answer = async <A>() => {
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`The server ended with ${code}.`)
    })
    return (await Promise.race([once(child, 'message'), ended]))[0] as A
  }
  try {
    const port = await answer<number>()
    return await use({
      port,
      statementsOf(path) {
        child.send(path)
        return answer()
      },
    })
  } finally {
    child.removeAllListeners('exit')
    child.kill()
  }
}
