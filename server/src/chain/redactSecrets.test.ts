import { expect, test } from 'vitest'
import { redactSecrets } from './redactSecrets.ts'

const KEY = 'a1b2c3d4e5f6a7b8c9d0'

test.each([
  [`https://mainnet.example.com/v3/${KEY}`, 'https://mainnet.example.com'],
  [`https://rpc.example.com:8443/?apikey=${KEY}`, 'https://rpc.example.com:8443'],
  [`https://user:${KEY}@rpc.example.com/`, 'https://rpc.example.com'],
  [`https://${KEY}.ethereum.example.com/`, 'https://a1b2….ethereum.example.com'],
  ['http://127.0.0.1:8545', 'http://127.0.0.1:8545'],
])('of %s only %s is told', (url, origin) => {
  const redacted = redactSecrets(url)
  expect(redacted.origin).toBe(origin)
  expect(redacted.origin).not.toContain(KEY)
})

test.each([
  `https://mainnet.example.com/v3/${KEY}`,
  `https://rpc.example.com/?apikey=${KEY}`,
  `https://user:${KEY}@rpc.example.com/`,
  `https://${KEY}.ethereum.example.com/`,
])('a provider that repeats the key of %s does not bring it into an error', (url) => {
  const { redact } = redactSecrets(url)
  for (const text of [
    `project id ${KEY} is over its quota`,
    `no such endpoint: ${url}`,
    `https://${KEY}.other.example/x`,
  ])
    expect(redact(text)).not.toContain(KEY)
})

test('what is no secret stays readable', () => {
  const { origin, redact } = redactSecrets(`https://mainnet.example.com/v3/${KEY}`)
  const text = `${origin} answered eth_getLogs with 429.`
  expect(redact(text)).toBe(text)
})
