import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface OnDemand {
  /** Where test processes ask; the first to ask has the thing started. */
  url: string
  close(): Promise<void>
}

/** Keeps one thing of a whole run in vitest's main process, and only if some test asks for it. What it answers is JSON. */
export async function serveOnDemand<T extends { close(): Promise<void> }>(start: () => Promise<T>): Promise<OnDemand> {
  let started: Promise<T> | undefined
  // The answer holds a password, and any user of the machine can call a loopback port.
  const path = `/${randomBytes(16).toString('hex')}`
  const server = createServer((request, response) => {
    if (request.url !== path) return void response.writeHead(404).end()
    started ??= start()
    started.then(
      ({ close, ...open }) => response.end(JSON.stringify(open)),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.stack : String(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    async close() {
      server.close()
      const open = await started?.catch(() => undefined)
      await open?.close()
    },
  }
}
