import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waitFor } from '../../test/support/waitFor.ts'
import { createFiatPrice, readPrice } from './fiatPrice.ts'

let answer: { status?: number; body: string }
let asked = 0
const server = createServer((_request, response) => {
  asked++
  response.writeHead(answer.status ?? 200, answer.status === 302 ? { location: '/elsewhere' } : {}).end(answer.body)
})
let origin: string
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/price`
})
afterAll(() => {
  server.close()
})

const unheard = (error: Error) => {
  throw error
}

describe('a price that is set by hand', () => {
  it('has no age', () => {
    expect(createFiatPrice({ currency: 'EUR', price: 2100 }, unheard)()).toEqual({
      currency: 'EUR',
      price: 2100,
      at: null,
    })
  })
})

it('without a source there is no price', () => {
  expect(createFiatPrice(undefined, unheard)()).toBeNull()
})

describe('a price that is polled', () => {
  it('is read in the background, kept for five minutes, and dropped after an hour without news', async () => {
    let now = 1_000_000
    const failures: string[] = []
    answer = { body: '{"ethereum":{"eur":"2100.5"}}' }
    asked = 0
    const price = createFiatPrice(
      { currency: 'EUR', url: `${origin}#ethereum.eur` },
      (error) => failures.push(error.message),
      () => now,
    )
    expect(price()).toBeNull()
    await waitFor('the price was read', () => price() !== null)
    expect(price()).toEqual({ currency: 'EUR', price: 2100.5, at: 1_000_000 })
    expect(asked).toBe(1)
    answer = { status: 500, body: '' }
    now += 300_000
    expect(price()).toMatchObject({ at: 1_000_000 })
    await waitFor('the failure was heard', () => failures.length === 1)
    expect(failures).toEqual(['The price source answered 500.'])
    now += 3_600_000
    expect(price()).toBeNull()
  })

  it.each([
    ['no JSON', 'price: 1', /JSON/],
    ['another shape', '{"ethereum":1}', /has no price at #ethereum.eur/],
    ['an inherited name', '{"ethereum":[]}', /has no price/],
    ['nothing positive', '{"ethereum":{"eur":0}}', /has no price/],
    ['more than 64 KiB', `{"ethereum":{"eur":"${' '.repeat(70_000)}"}}`, /more than 65536 bytes/],
  ])('is refused when the answer is %s', async (_what, body, message) => {
    answer = { body }
    await expect(readPrice(`${origin}#ethereum.eur`)).rejects.toThrow(message)
  })

  it('does not follow a redirect', async () => {
    answer = { status: 302, body: '' }
    await expect(readPrice(origin)).rejects.toThrow()
  })
})
