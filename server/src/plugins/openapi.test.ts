import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { beforeAll, expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { readConfig } from '../lib/config.ts'
import { createLogger } from '../lib/logger.ts'

interface Operation {
  operationId: string
  summary: string
  tags: string[]
  responses: Record<string, object>
}

let document: { openapi: string; paths: Record<string, Record<string, Operation>>; components: { schemas: object } }
let committed: string
beforeAll(async () => {
  const root = join(import.meta.dirname, '../../..')
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  committed = await readFile(join(root, 'openapi.json'), 'utf8')
  const app = createApp({
    config: readConfig({}),
    pool: new pg.Pool(),
    logger: createLogger({ level: 'silent' }),
    version,
    readiness: async () => ({ ready: true, checks: {} }),
  })
  await app.ready()
  document = app.swagger() as unknown as typeof document
  await app.close()
})

it("openapi.json is the app's own document; after a change: node scripts/writeOpenapi.ts", () => {
  expect(committed).toBe(`${JSON.stringify(document, null, 2)}\n`)
})

it('every operation has an id of its own, a tag and a summary', () => {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path))
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  for (const operation of operations) {
    expect(operation.tags).toHaveLength(1)
    expect(operation.summary).not.toBe('')
    expect(Object.keys(operation.responses)).toContain('400')
  }
})

it('every reference leads to a schema', () => {
  const names = Object.keys(document.components.schemas)
  const references = [...committed.matchAll(/"\$ref": "([^"]*)"/g)].map(([, reference]) => reference)
  expect(references.length).toBeGreaterThan(20)
  for (const reference of references) expect(names.map((name) => `#/components/schemas/${name}`)).toContain(reference)
})
