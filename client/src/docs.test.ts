import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestApi, type TestApi } from '../../server/src/routes/testing/openTestApi.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const text = await readFile(join(root, 'docs/api.md'), 'utf8')
const examples = [...text.matchAll(/^```(js|sh)\n(.*?)^```/gms)].map(([, kind, code]) => ({ kind: kind!, code: code! }))
const hasCurl = await run('curl', ['--version']).then(
  () => true,
  () => false,
)

let api: TestApi
let baseUrl: string
let folder: string
beforeAll(async () => {
  api = await openTestApi()
  await api.app.listen({ host: '127.0.0.1', port: 0 })
  baseUrl = `http://127.0.0.1:${(api.app.server.address() as AddressInfo).port}`
  // Below the repository, so that @kindling/client is found.
  folder = await mkdtemp(join(root, 'node_modules/.kindling-docs-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await api.close()
})

describe('docs/api.md', () => {
  it('has examples', () => {
    expect(examples.filter(({ kind }) => kind === 'js').length).toBeGreaterThan(3)
    expect(examples.filter(({ kind }) => kind === 'sh').length).toBeGreaterThan(3)
  })

  it.each(examples.filter(({ kind }) => kind === 'js').map(({ code }, i) => [i + 1, code] as const))(
    'example %d in JavaScript runs',
    async (i, code) => {
      const file = join(folder, `example-${i}.mjs`)
      await writeFile(file, code.replaceAll('https://fund.example', baseUrl))
      const { stdout } = await run(process.execPath, [file])
      expect(stdout).not.toBe('')
    },
  )

  it.skipIf(!hasCurl).each(examples.filter(({ kind }) => kind === 'sh').map(({ code }, i) => [i + 1, code] as const))(
    'example %d with curl answers (skipped without curl)',
    async (_i, code) => {
      const { stdout } = await run('sh', ['-c', code.replaceAll('https://fund.example', baseUrl)])
      expect(stdout).not.toBe('')
    },
  )
})
