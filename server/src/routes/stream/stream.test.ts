import { type ClientRequest, get, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waitFor } from '../../../test/support/waitFor.ts'
import type { ChainEvent } from '../../lib/ChainEvent.ts'
import { withTransaction } from '../../lib/database.ts'
import { applyEvents, revertAbove } from '../../projections/applyEvents.ts'
import { openTestApi, type TestApi } from '../testing/openTestApi.ts'
import { addressOf, CHAIN_ID, hashOf } from '../testing/world.ts'

const FACTORY = '0x5fbdb2315678afecb367f032d93f642f64180aa3'
const [CAMPAIGN, OTHER] = [addressOf('5a', 1), addressOf('5a', 2)]

interface Message {
  id: string
  event: string
  data: Record<string, unknown>
}

let api: TestApi
let port: number
let block = 1000
beforeAll(async () => {
  api = await openTestApi({ world: [] })
  await api.app.listen({ host: '127.0.0.1', port: 0 })
  port = (api.app.server.address() as AddressInfo).port
  await apply(created(CAMPAIGN), created(OTHER))
})
afterAll(() => api.close())

const base = (campaign: string, logIndex: number) => ({
  blockNumber: block,
  blockHash: hashOf('5b', block),
  blockTime: 1_790_000_000 + block,
  txHash: hashOf('5c', block),
  logIndex,
  campaign,
})
function created(campaign: string): ChainEvent {
  return {
    ...base(campaign, Number(campaign.slice(-3))),
    name: 'CampaignCreated',
    address: FACTORY,
    account: addressOf('c0', 1),
    amountWei: null,
    args: { goal: '1000', deadline: '9000000000', cid: 'x' },
  } as ChainEvent
}
function donation(campaign: string, wei: string, logIndex = 1): ChainEvent {
  return {
    ...base(campaign, logIndex),
    name: 'DonationReceived',
    address: campaign,
    account: addressOf('d0', 1),
    amountWei: wei,
    args: { donor: addressOf('d0', 1), amount: wei },
  } as ChainEvent
}
async function apply(...events: ChainEvent[]): Promise<void> {
  await withTransaction(api.pool, (tx) => applyEvents(tx, CHAIN_ID, new Set([FACTORY]), events))
  block++
}
const donate = (campaign: string, wei: string) => apply(donation(campaign, wei))
const revert = (to: number) =>
  withTransaction(api.pool, (tx) => revertAbove(tx, { chainId: CHAIN_ID, partition: 0, partitions: 1 }, to))

/** Opens a stream and resolves once it is answered. */
function open(path = '', headers: Record<string, string> = {}) {
  const messages: Message[] = []
  const began: { id?: string } = {}
  let text = ''
  return new Promise<{
    messages: Message[]
    began: { id?: string }
    response: IncomingMessage
    request: ClientRequest
    close(): void
  }>((resolve, reject) => {
    const request = get({ port, path: `/api/v1/stream/${path}`, headers, agent: false }, (response) => {
      response.setEncoding('utf8')
      response.on('error', () => {})
      response.on('data', (chunk: string) => {
        const wasNew = text === ''
        text += chunk
        const parts = text.split('\n\n')
        text = `${parts.pop()}` || ' '
        for (const part of parts) {
          const fields = Object.fromEntries(
            part
              .trim()
              .split('\n')
              .map((line) => line.split(/: (.*)/s).slice(0, 2)),
          )
          if (fields['id'] && !fields['event']) began.id = fields['id']
          if (fields['event'])
            messages.push({ id: fields['id'], event: fields['event'], data: JSON.parse(fields['data']) })
        }
        if (wasNew) resolve({ messages, began, response, request, close: () => request.destroy() })
      })
    })
    request.on('error', (error) => (text === '' ? reject(error) : undefined))
  })
}

const kinds = (messages: Message[]) => messages.map(({ event }) => event)

describe('a stream', () => {
  it('tells what happens, in order, and is an event stream that nobody keeps', async () => {
    const stream = await open()
    expect(stream.response.headers['content-type']).toBe('text/event-stream; charset=utf-8')
    expect(stream.response.headers['cache-control']).toBe('no-store')
    expect(stream.response.headers['x-content-type-options']).toBe('nosniff')
    await apply(donation(CAMPAIGN, '5', 1), donation(OTHER, '7', 2))
    await donate(CAMPAIGN, '11')
    await api.pool.query(
      "insert into campaign_metadata (chain_id, campaign_address, cid, name, state) values ($1, $2, 'x', 'N', 'resolved')",
      [CHAIN_ID, CAMPAIGN],
    )
    await waitFor('four messages', () => stream.messages.length >= 4)
    expect(stream.messages.map(({ event, data }) => [event, data['campaign_address'], data['amount_wei']])).toEqual([
      ['donation', CAMPAIGN, '5'],
      ['donation', OTHER, '7'],
      ['donation', CAMPAIGN, '11'],
      ['metadata', CAMPAIGN, undefined],
    ])
    stream.close()
  })

  it('of one campaign tells of that one alone', async () => {
    const stream = await open(`?campaign=${OTHER}`)
    await donate(CAMPAIGN, '1')
    await donate(OTHER, '2')
    await waitFor('a message', () => stream.messages.length > 0)
    expect(stream.messages.map(({ data }) => data['amount_wei'])).toEqual(['2'])
    const elsewhere = await open('?chain_id=10')
    await donate(OTHER, '3')
    await waitFor('another message', () => stream.messages.length > 1)
    expect(elsewhere.messages).toEqual([])
    stream.close()
    elsewhere.close()
  })

  it('goes on after the last message that a client has, within a batch too', async () => {
    const first = await open()
    await apply(donation(CAMPAIGN, '21', 1), donation(CAMPAIGN, '22', 2), donation(CAMPAIGN, '23', 3))
    await donate(CAMPAIGN, '24')
    await waitFor('four messages', () => first.messages.length === 4)
    first.close()
    await donate(CAMPAIGN, '25')
    const second = await open('', { 'last-event-id': first.messages[1]!.id })
    await donate(CAMPAIGN, '26')
    await waitFor('four more', () => second.messages.length >= 4)
    expect(second.messages.map(({ data }) => data['amount_wei'])).toEqual(['23', '24', '25', '26'])
    second.close()
  })

  it('goes on from where it began for a client that lost the line before anything happened', async () => {
    const first = await open()
    first.close()
    await donate(CAMPAIGN, '27')
    const second = await open('', { 'last-event-id': first.began.id! })
    await donate(CAMPAIGN, '28')
    await waitFor('both', () => second.messages.length >= 2)
    expect(second.messages.map(({ data }) => data['amount_wei'])).toEqual(['27', '28'])
    second.close()
  })

  it('moves a client on to whom nothing of what it missed matters', async () => {
    const first = await open(`?campaign=${CAMPAIGN}`)
    first.close()
    await donate(OTHER, '1')
    const second = await open(`?campaign=${CAMPAIGN}`, { 'last-event-id': first.began.id! })
    await waitFor('it is told where it is', () => second.began.id !== undefined)
    expect(second.began.id).toBe(await api.app.live.newestId())
    expect(second.messages).toEqual([])
    second.close()
  })

  it('has a client read again that comes with an id from after the newest, as after an older backup was restored', async () => {
    const beyond = `${Number.parseInt(await api.app.live.newestId(), 10) + 1000}.1`
    const stream = await open(`?after=${beyond}`)
    await donate(CAMPAIGN, '35')
    await waitFor('a reset and what follows', () => stream.messages.length === 2)
    expect(kinds(stream.messages)).toEqual(['reset', 'donation'])
    stream.close()
  })

  it('begins after an id that the address names, unless the client has a later one', async () => {
    const id = await api.app.live.newestId()
    await donate(CAMPAIGN, '29')
    const first = await open(`?after=${id}`)
    await donate(CAMPAIGN, '30')
    await waitFor('both', () => first.messages.length >= 2)
    first.close()
    const again = await open(`?after=${id}`, { 'last-event-id': first.messages[0]!.id })
    await waitFor('the second', () => again.messages.length >= 1)
    again.close()
    expect([first, again].map(({ messages }) => messages.map(({ data }) => data['amount_wei']))).toEqual([
      ['29', '30'],
      ['30'],
    ])
    const refused = await api.request('/api/v1/stream/?after=yesterday')
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'validation_failed'])
  })

  it('tells what a reorg takes back', async () => {
    const stream = await open()
    await donate(CAMPAIGN, '31')
    const stays = block - 1
    await donate(CAMPAIGN, '32')
    await waitFor('two donations', () => stream.messages.length === 2)
    await revert(stays)
    await donate(CAMPAIGN, '33')
    await waitFor('the reorg and what came instead', () => stream.messages.length === 4)
    expect(kinds(stream.messages)).toEqual(['donation', 'donation', 'reorg', 'donation'])
    expect(stream.messages[2]!.data).toEqual({
      chain_id: CHAIN_ID,
      last_block: stays,
      removed_event_ids: [stream.messages[1]!.data['event_id']],
      campaigns: [CAMPAIGN],
    })
    stream.close()
  })

  it('has everybody read again when moderation hides a campaign or shows it again', async () => {
    const stream = await open()
    const row = [CHAIN_ID, OTHER]
    await api.pool.query("insert into campaign_hides (chain_id, campaign_address, reason) values ($1, $2, 'x')", row)
    await waitFor('a reset', () => stream.messages.length === 1)
    await api.pool.query('delete from campaign_hides where chain_id = $1 and campaign_address = $2', row)
    await waitFor('another', () => stream.messages.length === 2)
    expect(kinds(stream.messages)).toEqual(['reset', 'reset'])
    stream.close()
  })

  it('says that too much changed to be told', async () => {
    const stream = await open()
    await apply(...Array.from({ length: 501 }, (_, i) => donation(CAMPAIGN, '1', i + 1)))
    await waitFor('a message', () => stream.messages.length > 0)
    expect(kinds(stream.messages)).toEqual(['reset'])
    const late = await open('', { 'last-event-id': '0.0' })
    await api.pool.query('delete from feed where id < (select max(id) from feed)')
    const later = await open('', { 'last-event-id': '1.0' })
    await waitFor('a reset', () => later.messages.length > 0)
    expect(kinds(later.messages)).toEqual(['reset'])
    for (const one of [stream, late, later]) one.close()
  })

  it('goes on when the connection to the database is lost', async () => {
    const stream = await open()
    await donate(CAMPAIGN, '41')
    await waitFor('a message', () => stream.messages.length === 1)
    await api.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'kindling live' and datname = current_database()",
    )
    await donate(CAMPAIGN, '42')
    await waitFor('the next message', () => stream.messages.length === 2)
    expect(stream.messages.map(({ data }) => data['amount_wei'])).toEqual(['41', '42'])
    stream.close()
  })

  it('of a client that stops reading is dropped, and the others go on', async () => {
    const reader = await open()
    // A socket holds megabytes before it is full; this one holds nothing.
    const sleeper = new PassThrough({ highWaterMark: 0 })
    const wanted = { chainId: CHAIN_ID, campaigns: undefined }
    await api.app.live.subscribe(sleeper as unknown as ServerResponse, wanted, undefined)
    for (let i = 0; i < 5; i++) await apply(...Array.from({ length: 500 }, (_, n) => donation(CAMPAIGN, '1', n + 1)))
    await waitFor('the sleeper to be dropped', () => sleeper.destroyed)
    await donate(CAMPAIGN, '51')
    await waitFor('the reader', () => reader.messages.at(-1)?.data['amount_wei'] === '51')
    expect(reader.messages).toHaveLength(2501)
    reader.close()
  })

  it('takes no unknown parameter and no bad address', async () => {
    for (const query of ['?x=1', '?campaign=0x1', '?chain_id=99']) {
      const response = await api.request(`/api/v1/stream/${query}`)
      expect(response.statusCode).toBe(400)
    }
  })

  it('reaches hundreds of idle clients', async () => {
    const streams = await Promise.all(Array.from({ length: 300 }, () => open()))
    await donate(CAMPAIGN, '61')
    await waitFor('all of them', () => streams.every(({ messages }) => messages.length === 1))
    for (const stream of streams) stream.close()
  })
})
