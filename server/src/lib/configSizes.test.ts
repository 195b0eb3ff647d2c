import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('sizes are read with their units and have the defaults that the README states', () => {
  expect(readConfig({})).toMatchObject({ ipfsStoreMaxBytes: 10 * 1024 ** 3, uploadDailyBytes: 100 * 1024 ** 2 })
  expect(readConfig({ IPFS_STORE_MAX_SIZE: '2 GiB', UPLOAD_DAILY_QUOTA: '0' })).toMatchObject({
    ipfsStoreMaxBytes: 2 * 1024 ** 3,
    uploadDailyBytes: 0,
  })
})

test.each([
  ['IPFS_STORE_MAX_SIZE', 'much', 'IPFS_STORE_MAX_SIZE must be a size like 10GiB, at least 64MiB, not "much".'],
  ['IPFS_STORE_MAX_SIZE', '1MiB', 'IPFS_STORE_MAX_SIZE must be a size like 10GiB, at least 64MiB, not "1MiB".'],
  ['UPLOAD_DAILY_QUOTA', '-1', 'UPLOAD_DAILY_QUOTA must be a size like 100MiB, not "-1".'],
])('%s=%s is refused with one sentence', (name, value, sentence) => {
  expect(() => readConfig({ [name]: value })).toThrow(sentence)
})
