import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Somebody else's page, on an origin of its own, that frames an address. */
export async function serveFrame(src: string): Promise<{ url: string; close(): void }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><html lang="en"><title>Elsewhere</title><link rel="icon" href="data:,"><h1>Elsewhere</h1><iframe src="${src}" title="Campaign" width="360" height="420"></iframe>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://localhost:${(server.address() as AddressInfo).port}/`, close: () => server.close() }
}
