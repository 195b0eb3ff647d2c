import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { IPFS_ERRORS } from '../ipfs/IpfsError.ts'
import { PROBLEMS } from './problems.ts'

const SOURCE = join(import.meta.dirname, '..')

let docs: string
beforeAll(async () => {
  docs = await readFile(join(SOURCE, '../../docs/errors.md'), 'utf8')
})

/** The first two columns of a section's table. */
function documented(heading: string): Record<string, string> {
  const section = docs.split('\n## ').find((part) => part.startsWith(heading))!
  return Object.fromEntries(
    [...section.matchAll(/^\| `([\w*]+)` \| (\w+) \|/gm)].map(([, code, second]) => [code, second]),
  )
}

it('docs/errors.md lists every problem with its status, and no other', () => {
  const problems = Object.entries(PROBLEMS).map(([code, { status }]) => [code, String(status)])
  expect(documented('Answers of the API')).toEqual(Object.fromEntries(problems))
})

it('docs/errors.md lists every error of IPFS and whether it is retried, and no other', () => {
  const errors = Object.entries(IPFS_ERRORS).map(([code, { retryable }]) => [code, retryable ? 'yes' : 'no'])
  expect(documented('Errors of IPFS')).toEqual(Object.fromEntries(errors))
})

it('docs/errors.md lists every code that a KindlingError is made with, and no other', async () => {
  const codes = new Set<string>()
  for await (const file of glob('**/*.ts', { cwd: SOURCE })) {
    if (/\.test\.ts$|testing\//.test(file)) continue
    const text = await readFile(join(SOURCE, file), 'utf8')
    for (const [, code] of text.matchAll(/\b(?:KindlingError|super)\(\s*'([a-z][a-z0-9_]*)'/g)) codes.add(code!)
    // An RpcError's code is made of its fault.
    if (/super\(`rpc_\$\{/.test(text)) codes.add('rpc_*')
  }
  expect(Object.keys(documented('Errors of the processes')).sort()).toEqual([...codes].sort())
})
