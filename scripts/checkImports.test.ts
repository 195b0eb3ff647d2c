import { expect, test } from 'vitest'
import { forbiddenImports, importCycles, readImports } from './checkImports.ts'

const at = (from: string, source: string) => readImports(from, source)

test('imports of every form are found, packages are not', () => {
  const source = [
    `import type { A } from './a.ts'`,
    `import {\n  b,\n  c,\n} from '../lib/b.ts'`,
    `export { d } from './d.ts'`,
    `import './e.ts'`,
    `import pg from 'pg'`,
    `const f = await import('./f.ts')`,
  ].join('\n')
  expect(at('server/src/chain/x.ts', source).map(({ to, isType }) => [to, isType])).toEqual([
    ['server/src/chain/a.ts', true],
    ['server/src/lib/b.ts', false],
    ['server/src/chain/d.ts', false],
    ['server/src/chain/e.ts', false],
    ['server/src/chain/f.ts', false],
  ])
})

test.each([
  ['the producer reads a projection', 'server/src/producer/x.ts', `import { y } from '../projections/y.ts'`],
  ['a route reads the chain', 'server/src/routes/stats/x.ts', `import { y } from '../../chain/y.ts'`],
  ['a type crosses a wall', 'server/src/lib/x.ts', `import type { Y } from '../chain/y.ts'`],
  ['somebody imports bin', 'server/src/app.ts', `import { y } from './bin/y.ts'`],
  ['the product imports test support', 'server/src/queries/x.ts', `import { y } from '../../test/support/y.ts'`],
  ['a room nobody knows', 'server/src/cellar/x.ts', `import { y } from '../lib/y.ts'`],
])('%s: refused', (_, from, source) => {
  expect(forbiddenImports(at(from, source))).toHaveLength(1)
})

test.each([
  ['a room imports lib', 'server/src/chain/x.ts', `import { y } from '../lib/y.ts'`],
  ['a test reaches further', 'server/src/ipfs/x.test.ts', `import { y } from '../metadata/y.ts'`],
  ['bin imports everything', 'server/src/bin/x.ts', `import { y } from '../producer/y.ts'`],
])('%s: allowed', (_, from, source) => {
  expect(forbiddenImports(at(from, source))).toEqual([])
})

test('a circle is found once, one of types is none', () => {
  const circle = [...at('a/x.ts', `import { y } from './y.ts'`), ...at('a/y.ts', `import { x } from './x.ts'`)]
  expect(importCycles(circle)).toEqual(['a/x.ts -> a/y.ts -> a/x.ts is a circle.'])
  const types = [...at('a/x.ts', `import { y } from './y.ts'`), ...at('a/y.ts', `import type { X } from './x.ts'`)]
  expect(importCycles(types)).toEqual([])
})
