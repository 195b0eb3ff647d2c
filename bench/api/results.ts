import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ApiResult } from '../api.ts'
import { benchFolder } from '../support/benchFolder.ts'
import type { Size } from './world/planWorld.ts'

const fileOf = (size: Size) => join(benchFolder, `api-result-${size.contributions}.json`)

/** The last whole run at this size. */
export function readEarlier(size: Size): ApiResult | undefined {
  return existsSync(fileOf(size)) ? (JSON.parse(readFileSync(fileOf(size), 'utf8')) as ApiResult) : undefined
}

export function writeResult(result: ApiResult): void {
  writeFileSync(fileOf(result.size), `${JSON.stringify(result)}\n`)
}
