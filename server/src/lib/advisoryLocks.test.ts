import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ADVISORY_LOCKS } from './advisoryLocks.ts'

test('no two locks have one number, and nobody writes a number of their own', () => {
  expect(new Set(Object.values(ADVISORY_LOCKS)).size).toBe(Object.keys(ADVISORY_LOCKS).length)
  const root = join(import.meta.dirname, '..')
  const loose = globSync('**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .filter((file) => /advisory\w*lock\w*\(\s*\d/.test(readFileSync(join(root, file), 'utf8')))
  expect(loose).toEqual([])
})
