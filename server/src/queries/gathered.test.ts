import { expect, test } from 'vitest'
import { gathered } from './gathered.ts'
import type { ChainPosition } from './getChainPosition.ts'
import type { Queryable } from './sql.ts'

const db: Queryable = { query: () => Promise.reject(new Error('Nothing is asked of it here.')) }
const position = (blockNumber: number) => ({ chainId: 1, blockNumber }) as ChainPosition

test('who asks in the same turn at the same position shares a reading, whoever asks later or elsewhere does not', async () => {
  const asked: [number | null, string[]][] = []
  const read = gathered<string>(async (_db, chain, keys) => {
    asked.push([chain.blockNumber, keys])
    return new Map(keys.filter((key) => key !== 'missing').map((key) => [key, `${key}@${chain.blockNumber}`]))
  })
  const [one, two] = [position(1), position(2)]
  const together = ['a', 'b', 'missing', 'a'].map((key) => read(db, one, key))
  const elsewhere = [read(db, two, 'a'), read({ ...db }, one, 'b')]
  expect(await Promise.all(together)).toEqual(['a@1', 'b@1', undefined, 'a@1'])
  expect(await Promise.all(elsewhere)).toEqual(['a@2', 'b@1'])
  expect(await read(db, one, 'a')).toBe('a@1')
  expect(asked).toEqual([
    [1, ['a', 'b', 'missing']],
    [2, ['a']],
    [1, ['b']],
    [1, ['a']],
  ])
})

test('a reading that fails fails for all who share it, and for nobody after', async () => {
  let isDown = true
  const read = gathered<string>(async (_db, _chain, keys) => {
    if (isDown) throw new Error('away')
    return new Map(keys.map((key) => [key, key]))
  })
  const chain = position(1)
  const both = await Promise.allSettled([read(db, chain, 'a'), read(db, chain, 'b')])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  isDown = false
  expect(await read(db, chain, 'a')).toBe('a')
})
