import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { type OpenTestCluster, openTestCluster } from './testCluster.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a test process asks for the run's cluster; the first to ask has it started. */
    testClusterUrl: string
  }
}

/** One cluster for the whole run, kept by vitest's main process, and only if some test asks for it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<OpenTestCluster> | undefined
  // The answer holds a password, and any user of the machine can call a loopback port.
  const path = `/${randomBytes(16).toString('hex')}`
  const server = createServer((request, response) => {
    if (request.url !== path) return void response.writeHead(404).end()
    cluster ??= openTestCluster()
    cluster.then(
      ({ close, ...open }) => response.end(JSON.stringify(open)),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.stack : String(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  project.provide('testClusterUrl', `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)

  return async () => {
    server.close()
    const open = await cluster?.catch(() => undefined)
    await open?.close()
  }
}
