import { expect, test } from 'vitest'
import { parseByteSize, showByteSize } from './byteSize.ts'

test.each([
  ['0', 0],
  ['1048576', 1_048_576],
  ['500MiB', 500 * 1024 ** 2],
  ['1.5 gib', 1.5 * 1024 ** 3],
  [' 2KiB ', 2048],
  ['1TiB', 1024 ** 4],
])('%j is %i bytes', (text, bytes) => {
  expect(parseByteSize(text)).toBe(bytes)
})

test.each(['', 'many', '-1', '1e9', '10GB', '1 2', '0x10', '999999999999TiB', '1.5.2MiB'])('%j is no size', (text) => {
  expect(parseByteSize(text)).toBeUndefined()
})

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1 KiB'],
  [10 * 1024 ** 3, '10 GiB'],
  [1_500_000, '1.4 MiB'],
])('%i bytes are shown as %s', (bytes, text) => {
  expect(showByteSize(bytes)).toBe(text)
})
