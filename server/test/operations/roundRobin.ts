import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'

const TRY_FOR_MS = 5_000
const TRY_EVERY_MS = 50
const HEALTH_EVERY_MS = 500

/**
 * What deploy/Caddyfile asks of Caddy: each request to the next backend that says it serves, and to another one where it got no answer
 * (Caddy does so with every request that reached nobody, and with a GET whose connection broke).
 */
export async function startRoundRobin(ports: number[]) {
  let turn = 0
  const leaving = new Set<number>()
  const health = setInterval(() => {
    for (const port of ports) {
      fetch(`http://127.0.0.1:${port}/health/serving`, { signal: AbortSignal.timeout(5_000) }).then(
        ({ ok }) => (ok ? leaving.delete(port) : leaving.add(port)),
        () => leaving.add(port),
      )
    }
  }, HEALTH_EVERY_MS)
  const server = createServer((request, response) => pass(request, response, Date.now()))

  function nextPort(): number {
    const serving = ports.filter((port) => !leaving.has(port))
    const among = serving.length > 0 ? serving : ports
    return among[turn++ % among.length] as number
  }

  function pass(request: IncomingMessage, response: ServerResponse, sinceMs: number): void {
    const port = nextPort()
    const { method, url, headers } = request
    const onward = send({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
      answer.on('error', () => response.destroy())
    })
    onward.on('error', (error: NodeJS.ErrnoException) => {
      if (response.headersSent) return void response.destroy()
      const mayRepeat = error.code === 'ECONNREFUSED' || method === 'GET'
      if (mayRepeat && Date.now() - sinceMs < TRY_FOR_MS)
        return void setTimeout(() => pass(request, response, sinceMs), TRY_EVERY_MS)
      response.writeHead(502).end(error.code)
    })
    response.on('close', () => onward.destroy())
    onward.end()
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      clearInterval(health)
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
