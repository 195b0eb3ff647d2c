import { campaignAbi, campaignFactoryAbi } from '@kindling/contracts'
import fc from 'fast-check'
import { type AbiEvent, decodeEventLog, encodeAbiParameters, encodeEventTopics, getAddress, type Hex } from 'viem'
import { expect, test } from 'vitest'
import { decodeLog, eventTopics } from './decodeLog.ts'
import type { RpcLog } from './RpcLog.ts'

const abi = [...campaignFactoryAbi, ...campaignAbi]
const events = abi.filter((entry): entry is Extract<typeof entry, { type: 'event' }> => entry.type === 'event')

const address = fc.stringMatching(/^[0-9a-f]{40}$/).map((hex) => getAddress(`0x${hex}`))
const uint256 = fc.oneof(
  fc.bigInt(0n, 2n ** 256n - 1n),
  fc.constantFrom(0n, 1n, 2n ** 52n - 1n, 2n ** 52n, 2n ** 53n, 2n ** 63n, 2n ** 256n - 1n),
)
const values = { address, uint256, string: fc.string({ unit: 'binary', maxLength: 300 }) }

const anyLog = fc
  .constantFrom(...events)
  .chain((event) =>
    fc
      .tuple(...event.inputs.map((input) => values[input.type as keyof typeof values] as fc.Arbitrary<unknown>))
      .map((args) => ({ event, log: toLog(event, args) })),
  )

function toLog(event: AbiEvent, args: unknown[]): RpcLog {
  const named = Object.fromEntries(event.inputs.map((input, i) => [input.name, args[i]]))
  const topics = encodeEventTopics({ abi: [event], eventName: event.name, args: named } as never) as Hex[]
  const plain = event.inputs.filter((input) => !input.indexed)
  return {
    address: '0x00000000000000000000000000000000000000AA',
    topics,
    data: encodeAbiParameters(plain, plain.map((input) => named[input.name!]) as never),
    blockNumber: '0x10',
    blockHash: `0x${'AB'.repeat(32)}`,
    transactionHash: `0x${'cd'.repeat(32)}`,
    logIndex: '0x3',
  }
}

test('every log reads as viem reads it', () => {
  fc.assert(
    fc.property(anyLog, ({ event, log }) => {
      const expected = decodeEventLog({ abi, topics: log.topics as [Hex], data: log.data as Hex })
      const decoded = decodeLog(log)
      expect(decoded).toMatchObject({
        name: event.name,
        blockNumber: 16,
        logIndex: 3,
        blockHash: `0x${'ab'.repeat(32)}`,
      })
      const args = Object.entries(expected.args as object).map(([name, value]) => [
        name,
        String(value).startsWith('0x') && String(value).length === 42 ? String(value).toLowerCase() : String(value),
      ])
      expect(decoded?.args).toEqual(Object.fromEntries(args))
    }),
    { numRuns: 500 },
  )
})

test('the campaign of a movement is its emitter, that of a creation the one created', () => {
  const creation = toLog(events.find((event) => event.name === 'CampaignCreated')!, [
    `0x${'01'.repeat(20)}`,
    `0x${'02'.repeat(20)}`,
    `0x${'03'.repeat(20)}`,
    1n,
    2n,
    'cid',
  ])
  expect(decodeLog(creation)).toMatchObject({
    campaign: `0x${'02'.repeat(20)}`,
    account: `0x${'03'.repeat(20)}`,
    amountWei: null,
  })
  const gift = toLog(events.find((event) => event.name === 'DonationReceived')!, [
    `0x${'99'.repeat(20)}`,
    `0x${'03'.repeat(20)}`,
    5n,
    6n,
    7n,
  ])
  expect(decodeLog(gift)).toMatchObject({ campaign: '0x00000000000000000000000000000000000000aa', amountWei: '5' })
})

test('a log of another form is no event of ours: wrong topic count, short data, dirty address, unknown or no topic', () => {
  const log = toLog(events.find((event) => event.name === 'DonationReceived')!, [
    `0x${'01'.repeat(20)}`,
    `0x${'02'.repeat(20)}`,
    1n,
    2n,
    3n,
  ])
  expect(decodeLog(log)).not.toBeNull()
  expect(decodeLog({ ...log, topics: log.topics.slice(0, 2) })).toBeNull()
  expect(decodeLog({ ...log, topics: [...log.topics, log.topics[1]!] })).toBeNull()
  expect(decodeLog({ ...log, data: log.data.slice(0, -2) })).toBeNull()
  expect(decodeLog({ ...log, data: '0x' })).toBeNull()
  expect(decodeLog({ ...log, topics: [log.topics[0]!, `0x1${log.topics[1]!.slice(3)}`, log.topics[2]!] })).toBeNull()
  expect(decodeLog({ ...log, topics: [`0x${'00'.repeat(32)}`] })).toBeNull()
  expect(decodeLog({ ...log, topics: [] })).toBeNull()
  expect(decodeLog({ ...log, removed: true })).toBeNull()
})

test('whatever the data, nothing is thrown', () => {
  const hex = fc.stringMatching(/^[0-9a-f]{0,700}$/).map((text) => `0x${text}`)
  const topics = fc.array(
    fc.stringMatching(/^[0-9a-f]{64}$/).map((text) => `0x${text}`),
    { maxLength: 4 },
  )
  fc.assert(
    fc.property(fc.constantFrom(...eventTopics), topics, hex, (first, rest, data) => {
      const log = toLog(
        events[0]!,
        events[0]!.inputs.map((input) =>
          input.type === 'address' ? `0x${'01'.repeat(20)}` : input.type === 'string' ? 'x' : 1n,
        ),
      )
      decodeLog({ ...log, topics: [first, ...rest], data })
    }),
  )
})
