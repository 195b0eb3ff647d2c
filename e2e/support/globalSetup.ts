import type { TestProject } from 'vitest/node'
import { serveOnDemand } from '../../server/test/support/serveOnDemand.ts'
import { startKindling } from './startKindling.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a test process asks for the run's running product; the first to ask has it started. */
    kindlingUrl: string
  }
}

/** One running product for all files of browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const kindling = await serveOnDemand(() => startKindling())
  project.provide('kindlingUrl', kindling.url)
  return kindling.close
}
