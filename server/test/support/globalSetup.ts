import type { TestProject } from 'vitest/node'
import { serveOnDemand } from './serveOnDemand.ts'
import { openTestCluster } from './testCluster.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a test process asks for the run's cluster; the first to ask has it started. */
    testClusterUrl: string
  }
}

/** One cluster for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await serveOnDemand(openTestCluster)
  project.provide('testClusterUrl', cluster.url)
  return cluster.close
}
