import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'

const HEADER = `// Generated from openapi.json by client/scripts/writeTypes.ts; a test fails when it is not fresh.
// biome-ignore-all format: generated
// biome-ignore-all lint: generated

`

/** The text of client/src/openapi.ts: the types of every path, operation and schema of the API. */
export async function generateTypes(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '../../openapi.json'), 'utf8')
  return HEADER + astToString(await openapiTS(JSON.parse(text) as OpenAPI3))
}
