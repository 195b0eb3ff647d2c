import { callRpc } from './callRpc.ts'
import type { RunningKindling } from './startKindling.ts'

/** The running product as a scenario sees it. */
export interface Kindling extends Omit<RunningKindling, 'close'> {
  /** Asks the API; the path begins after `/api/v1/`. */
  ask<T>(path: string): Promise<T>
  rpc<T>(method: string, params?: unknown[]): Promise<T>
}

export const reach = (running: Omit<RunningKindling, 'close'>): Kindling => ({
  ...running,
  ask: (path) => askApi(running.origin, path),
  rpc: (method, params) => callRpc(running.rpcUrl, method, params),
})

export async function askApi<T>(origin: string, path: string): Promise<T> {
  const answer = await fetch(`${origin}/api/v1/${path}`)
  if (!answer.ok) throw new Error(`/api/v1/${path} answered ${answer.status}.`)
  return answer.json() as Promise<T>
}
