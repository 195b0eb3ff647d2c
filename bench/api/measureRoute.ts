import { Agent, get } from 'node:http'

export interface RouteFigures {
  requestsPerSecond: number
  p50Ms: number
  p99Ms: number
  bytes: number
}

/** Asks with so many connections at once, each as soon as it was answered, for so long. */
export async function measureRoute(
  port: number,
  pathOf: (n: number) => string,
  options: { connections: number; seconds: number },
): Promise<RouteFigures> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.connections })
  let n = 0
  const ask = () =>
    new Promise<number>((resolve, reject) => {
      const path = pathOf(n++)
      get({ agent, port, host: '127.0.0.1', path }, (response) => {
        let bytes = 0
        response.on('data', (chunk: Buffer) => {
          bytes += chunk.length
        })
        response.on('end', () =>
          response.statusCode === 200 ? resolve(bytes) : reject(new Error(`${path} answered ${response.statusCode}`)),
        )
      }).on('error', reject)
    })
  for (let i = 0; i < options.connections; i++) await ask()
  const tookMs: number[] = []
  let bytes = 0
  const start = performance.now()
  const end = start + options.seconds * 1000
  await Promise.all(
    Array.from({ length: options.connections }, async () => {
      while (performance.now() < end) {
        const from = performance.now()
        bytes = await ask()
        tookMs.push(performance.now() - from)
      }
    }),
  )
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  tookMs.sort((a, b) => a - b)
  const at = (share: number) => tookMs[Math.min(tookMs.length - 1, Math.floor(tookMs.length * share))]!
  return { requestsPerSecond: tookMs.length / seconds, p50Ms: at(0.5), p99Ms: at(0.99), bytes }
}
