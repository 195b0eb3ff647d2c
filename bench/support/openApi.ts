import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../server/src/embedded/freePort.ts'
import { startProcesses } from '../live/startProcesses.ts'
import { createRunFolder } from './benchFolder.ts'
import { serverCpuSeconds } from './cpuSeconds.ts'

/** `kindling api`, as it runs in production, in a process of its own. */
export interface ApiProcess {
  port: number
  /** Memory that it holds now (VmRSS of proc(5)). */
  rssBytes(): number
  cpuSeconds(): number
  stop(): Promise<void>
}

export async function openApi(databaseUrl: string): Promise<ApiProcess> {
  const port = await freePort()
  const processes = startProcesses([['api']], {
    DATABASE_URL: databaseUrl,
    KINDLING_DATA_DIR: createRunFolder(),
    HOST: '127.0.0.1',
    PORT: String(port),
    RATE_LIMIT_ANON: '1000000/minute',
    // Of a single benchmark: the chain itself is never asked.
    RPC_URL: 'http://127.0.0.1:9',
    FACTORY_ADDRESS: '0x5fbdb2315678afecb367f032d93f642f64180aa3',
  })
  const [pid] = processes.pids as [number]
  const isUp = () =>
    fetch(`http://127.0.0.1:${port}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    )
  const up = async () => {
    while (!(await isUp())) await sleep(50)
  }
  await Promise.race([up(), processes.failed])
  return {
    port,
    rssBytes: () => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1024,
    cpuSeconds: () => serverCpuSeconds(pid) ?? 0,
    stop: () => processes.stop(),
  }
}
