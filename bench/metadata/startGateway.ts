import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { GatewayTask } from './runGateway.ts'
import type { HoarderTask } from './runHoarder.ts'

export interface BenchGateway {
  url: string
  /** Requests it was asked, and those it failed. */
  counts(): Promise<{ asked: number; errors: number }>
  stop(): Promise<void>
}

export const startGateway = (task: GatewayTask): Promise<BenchGateway> => start('runGateway.ts', task)

/** One that is out for the memory of who asks it. */
export const startHoarder = (task: HoarderTask): Promise<BenchGateway> => start('runHoarder.ts', task)

async function start(script: string, task: GatewayTask | HoarderTask): Promise<BenchGateway> {
  const child = fork(join(import.meta.dirname, script), [JSON.stringify(task)], {
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  const [{ url }] = (await once(child, 'message')) as [{ url: string }]
  return {
    url,
    async counts() {
      const answered = once(child, 'message')
      child.send('counts')
      return (await answered)[0] as { asked: number; errors: number }
    },
    async stop() {
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

/** The address of a port where nothing listens. */
export async function deadUrl(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return `http://127.0.0.1:${port}`
}
