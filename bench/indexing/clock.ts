import type { Endpoint } from '../../server/src/chain/endpoint.ts'
import type { Rpc } from '../../server/src/chain/rpc.ts'

/** Seconds and CPU seconds of this process since the call. */
export function startWatch(): () => { seconds: number; nodeCpuSeconds: number } {
  const startMs = performance.now()
  const cpu = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(cpu)
    return { seconds: (performance.now() - startMs) / 1000, nodeCpuSeconds: (user + system) / 1e6 }
  }
}

/** Adds up the seconds spent in phases, by name. */
export interface Clock {
  phases: Record<string, number>
  add(phase: string, sinceMs: number): void
  time<T>(phase: string, work: () => Promise<T>): Promise<T>
}

export function createClock(names: string[]): Clock {
  const phases: Record<string, number> = Object.fromEntries(names.map((name) => [name, 0]))
  const add = (phase: string, sinceMs: number) => {
    phases[phase] = (phases[phase] ?? 0) + (performance.now() - sinceMs) / 1000
  }
  return {
    phases,
    add,
    async time(phase, work) {
      const start = performance.now()
      try {
        return await work()
      } finally {
        add(phase, start)
      }
    },
  }
}

/**
 * An Rpc that tells the clock `rpc`, the time in which at least one request was under way (answers' JSON parsed), and
 * `decode`, from the last answer of a range to its events.
 */
export function timedRpc(rpc: Rpc, clock: Clock): Rpc {
  let underWay = 0
  let busySinceMs = 0

  async function timed<T>(work: () => Promise<T>): Promise<T> {
    if (underWay++ === 0) busySinceMs = performance.now()
    try {
      return await work()
    } finally {
      if (--underWay === 0) clock.add('rpc', busySinceMs)
    }
  }

  return {
    health: () => rpc.health(),
    read(work) {
      return rpc.read(async (endpoint) => {
        let logsAtMs: number | undefined
        const timedEndpoint: Endpoint = {
          health: endpoint.health,
          async request<T>(method: string, params: unknown[], signal?: AbortSignal): Promise<T> {
            const answer = await timed(() => endpoint.request<T>(method, params, signal))
            if (method === 'eth_getLogs') logsAtMs = performance.now()
            return answer
          },
        }
        const result = await work(timedEndpoint)
        if (logsAtMs !== undefined) clock.add('decode', logsAtMs)
        return result
      })
    },
  }
}
