import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const MODULE = pathToFileURL(join(import.meta.dirname, 'garbageCollection.ts')).href

test('this V8 knows every flag that is set', () => {
  // It does not throw at one that it does not know, but says so on its standard error.
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', `(await import('${MODULE}')).collectForRequests(); console.log('set')`],
    { encoding: 'utf8' },
  )
  expect({ stdout, stderr }).toEqual({ stdout: 'set\n', stderr: '' })
})
