import type { ParseArgsOptionsConfig } from 'node:util'
import { benchApi } from './api.ts'
import { benchIndex } from './benchIndex.ts'
import { benchExport } from './export.ts'
import { benchLive } from './live.ts'
import { benchMetadata } from './metadata.ts'
import { benchMetadataMemory } from './metadataMemory.ts'
import { benchRestart } from './restart.ts'
import { benchStream } from './stream.ts'
import { benchWeb } from './web.ts'

export interface Benchmark {
  /** One line for the list of all. */
  summary: string
  /** What `NAME --help` prints. */
  help: string
  options: ParseArgsOptionsConfig
  run(options: Record<string, unknown>): Promise<void>
}

/** By the name one types. */
export const benchmarks: Record<string, Benchmark> = {
  api: benchApi,
  export: benchExport,
  index: benchIndex,
  live: benchLive,
  metadata: benchMetadata,
  'metadata-memory': benchMetadataMemory,
  restart: benchRestart,
  stream: benchStream,
  web: benchWeb,
}
