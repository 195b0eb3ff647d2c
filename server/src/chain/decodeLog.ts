import type { ChainEvent, EventName } from '../lib/ChainEvent.ts'
import type { RpcLog } from './RpcLog.ts'

// keccak256 of the events' signatures, as the contracts' ABI gives them (a test compares): viem, which could say so too,
// takes half a second to load.
const nameByTopic = new Map<string, EventName>([
  ['0xd17b8444cd52e2691486602a257f769dbae71945e3ca7233024f2dd446bc2710', 'CampaignCreated'],
  ['0x8f011d8f20e029408bd456d29e3946dd7b87d0f75cadca651588a4c96700043e', 'DonationReceived'],
  ['0x91fb9d98b786c57d74c099ccd2beca1739e9f6a81fb49001ca465c4b7591bbe2', 'Withdrawn'],
  ['0x88808afc48888c0e3ec9c545474e31ce16f177be8d0c8ba3922274893615750e', 'Refunded'],
])

/** The first topics of our events: one `eth_getLogs` filter for factories and campaigns together. */
export const eventTopics: readonly string[] = [...nameByTopic.keys()]

const utf8 = new TextDecoder('utf-8')

/**
 * Reads one log, or returns null when it is not one of our events in the form the contracts give them (Solidity ABI
 * specification, "Events"). Anyone may emit something that only looks like one, so a wrong form is no error.
 *
 * Hand-written because the generic decoder costs 19 µs a log, more than everything else between node and table
 * (`npm run bench -- index` shows it); a property test holds it against viem's.
 */
export function decodeLog(log: RpcLog): Omit<ChainEvent, 'blockTime'> | null {
  const name = nameByTopic.get(log.topics[0] ?? '')
  if (name === undefined || log.removed === true) return null
  const fields = name === 'CampaignCreated' ? readCampaignCreated(log) : readMovement(name, log)
  if (fields === null) return null
  return {
    name,
    blockNumber: Number(log.blockNumber),
    blockHash: log.blockHash.toLowerCase(),
    txHash: log.transactionHash.toLowerCase(),
    logIndex: Number(log.logIndex),
    address: log.address.toLowerCase(),
    ...fields,
  }
}

type Fields = Pick<ChainEvent, 'campaign' | 'account' | 'amountWei' | 'args'>

function readCampaignCreated(log: RpcLog): Fields | null {
  if (log.topics.length !== 4) return null
  const factory = topicAddress(log.topics[1]!)
  const campaign = topicAddress(log.topics[2]!)
  const creator = topicAddress(log.topics[3]!)
  const goal = word(log.data, 0)
  const deadline = word(log.data, 1)
  const cid = text(log.data, 2)
  if (!factory || !campaign || !creator || goal === null || deadline === null || cid === null) return null
  return { campaign, account: creator, amountWei: null, args: { factory, campaign, creator, goal, deadline, cid } }
}

function readMovement(name: Exclude<EventName, 'CampaignCreated'>, log: RpcLog): Fields | null {
  if (log.topics.length !== 3) return null
  const campaign = topicAddress(log.topics[1]!)
  const account = topicAddress(log.topics[2]!)
  const amount = word(log.data, 0)
  const second = word(log.data, 1)
  if (!campaign || !account || amount === null || second === null) return null
  const base = { campaign: log.address.toLowerCase(), account, amountWei: amount }
  if (name === 'Withdrawn') return { ...base, args: { campaign, creator: account, amount, timestamp: second } }
  if (name === 'Refunded') return { ...base, args: { campaign, donor: account, amount, timestamp: second } }
  const timestamp = word(log.data, 2)
  if (timestamp === null) return null
  return { ...base, args: { campaign, donor: account, amount, newTotalRaised: second, timestamp } }
}

const ADDRESS_TOPIC = /^0x0{24}[0-9a-f]{40}$/i

function topicAddress(topic: string): string | null {
  return ADDRESS_TOPIC.test(topic) ? `0x${topic.slice(26).toLowerCase()}` : null
}

const WORD = 64
const HEX_WORD = /^[0-9a-f]{64}$/i

/** The 32-byte word `index` of the data as a decimal string. */
function word(data: string, index: number): string | null {
  const hex = data.slice(2 + index * WORD, 2 + (index + 1) * WORD)
  if (!HEX_WORD.test(hex)) return null
  // Most amounts fit a double's 52 bits; BigInt only for the others.
  const short = hex.startsWith('000000000000000000000000000000000000000000000000000')
  return short ? String(Number.parseInt(hex, 16)) : BigInt(`0x${hex}`).toString()
}

/** The dynamic string whose offset stands in word `index`; bytes that are not UTF-8 become U+FFFD. */
function text(data: string, index: number): string | null {
  const offset = wordAt(data, 2 + index * WORD)
  if (offset === null) return null
  const start = 2 + offset * 2
  const length = wordAt(data, start)
  if (length === null) return null
  const hex = data.slice(start + WORD, start + WORD + length * 2)
  if (hex.length !== length * 2) return null
  return utf8.decode(Buffer.from(hex, 'hex'))
}

function wordAt(data: string, start: number): number | null {
  const hex = data.slice(start, start + WORD)
  if (!HEX_WORD.test(hex)) return null
  const value = BigInt(`0x${hex}`)
  return value <= BigInt(data.length) ? Number(value) : null
}
