import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { weiToEth } from '../../lib/wei.ts'
import { FINALIZED_BLOCK, HEAD_BLOCK, insert } from '../testing/insertWorld.ts'
import { openTestApi, type TestApi } from '../testing/openTestApi.ts'
import {
  addressOf,
  CHAIN_ID,
  ETH,
  MAX,
  OTHER_CHAIN_ID,
  resolvedMetadata,
  statusOf,
  totals,
  type WorldCampaign,
} from '../testing/world.ts'

let api: TestApi
beforeAll(async () => {
  api = await openTestApi()
})
afterAll(() => api.close())

const urlOf = (campaign: WorldCampaign, part = '') => `/api/v1/campaigns/${campaign.address}/${part}`
const here = () => api.world.filter((campaign) => campaign.chain_id === CHAIN_ID)
const find = (wanted: (campaign: WorldCampaign) => boolean) => here().find(wanted)!
const sum = (amounts: bigint[]) => amounts.reduce((all, one) => all + one, 0n)

describe('a campaign', () => {
  it('is shown with its sums, by any letter case of its address', async () => {
    for (const campaign of here()) {
      const { raised, refunded, donors } = totals(campaign)
      const shown = await api.get(`/api/v1/campaigns/0x${campaign.address.slice(2).toUpperCase()}/`)
      expect(shown).toMatchObject({
        address: campaign.address,
        chain_id: CHAIN_ID,
        status: statusOf(campaign),
        goal_wei: String(campaign.goal_wei),
        goal_eth: weiToEth(campaign.goal_wei),
        total_raised_wei: String(raised),
        total_raised_eth: weiToEth(raised),
        total_refunded_wei: String(refunded),
        withdrawn: campaign.withdrawn,
        withdrawn_amount_wei: campaign.withdrawn ? String(raised) : '0',
        contributions_count: donors,
        donors_count: donors,
        donations_count: campaign.donations.length,
        events_count: campaign.donations.length + 1,
        created_at: campaign.created_at.toISOString(),
      })
      expect(shown).not.toHaveProperty('metadata')
    }
  })

  it('of every status is in the world these tests look at', () => {
    expect(new Set(here().map((campaign) => statusOf(campaign)))).toEqual(
      new Set(['ACTIVE', 'SUCCESS', 'FAILED', 'WITHDRAWN']),
    )
  })

  it('is looked for on the chain that is asked for', async () => {
    const elsewhere = api.world.find((campaign) => campaign.chain_id === OTHER_CHAIN_ID)!
    const missing = await api.request(urlOf(elsewhere))
    expect(missing.statusCode).toBe(404)
    expect(missing.json()).toMatchObject({
      code: 'campaign_not_found',
      detail: `Chain ${CHAIN_ID} has no campaign ${elsewhere.address}.`,
    })
    expect((await api.get(`${urlOf(elsewhere)}?chain_id=${OTHER_CHAIN_ID}`)).chain_id).toBe(OTHER_CHAIN_ID)
  })

  it('says at which block it was read', async () => {
    const { headers } = await api.request(urlOf(here()[0]!))
    expect(headers['x-block-number']).toBe(String(HEAD_BLOCK))
  })

  it('with a goal and a deadline of 2^256 - 1 is shown exactly', async () => {
    const { body } = await api.request(urlOf(find((campaign) => campaign.goal_wei === MAX)))
    expect(body).toContain(`"goal_wei":"${MAX}"`)
    expect(body).toContain(`"deadline_ts":${MAX},"deadline_iso":null`)
  })

  it.each(['', 'contributions/', 'donations/', 'events/', 'timeseries/', 'metadata/'])(
    'that does not exist is a 404 at /%s',
    async (part) => {
      const response = await api.request(`/api/v1/campaigns/${addressOf('ff', 1)}/${part}`)
      expect([response.statusCode, response.json().code]).toEqual([404, 'campaign_not_found'])
    },
  )
})

describe('status', () => {
  it('turns FAILED at the deadline itself, by the newest block where that is ahead of the wall clock', async () => {
    const headTs = Math.floor(Date.now() / 1000) + 86_400 * 365
    const at = (ts: number) => new Date(ts * 1000).toISOString()
    const rows = [headTs - 1, headTs, headTs + 1].map((deadline, i) => ({
      chain_id: 77,
      address: addressOf('dd', i),
      factory_address: addressOf('fa', 0),
      creator_address: addressOf('c0', 0),
      goal_wei: '10',
      deadline_ts: String(deadline),
      cid: '',
      created_block: 1,
      created_log_index: i,
      created_at: at(0),
      updated_at: at(0),
      total_raised_wei: 0,
      total_refunded_wei: 0,
      withdrawn: false,
      withdrawn_amount_wei: 0,
      donors_count: 0,
      donations_count: 0,
      events_count: 1,
    }))
    await insert(api.pool, 'chains', [
      {
        chain_id: 77,
        name: 'Ahead',
        native_symbol: 'ETH',
        factory_addresses: [],
        start_block: 0,
        created_at: at(0),
        updated_at: at(0),
      },
    ])
    await insert(api.pool, 'campaigns', rows)
    const hash = `0x${'0'.repeat(64)}`
    await api.pool.query(
      `insert into sync_state (chain_id, last_block, last_block_hash, chain_head, chain_head_time, catch_up_from)
       values (77, 1, $1, 1, $2, 0)`,
      [hash, at(headTs)],
    )
    const { results } = await api.get('/api/v1/campaigns/?chain_id=77&ordering=deadline_ts')
    expect(results.map((one: { status: string }) => one.status)).toEqual(['FAILED', 'FAILED', 'ACTIVE'])
    expect(results.map((one: { accepts_donations: boolean }) => one.accepts_donations)).toEqual([false, false, true])
    expect((await api.get('/api/v1/campaigns/?chain_id=77&status=active')).count).toBe(1)
    expect(await api.request('/api/v1/campaigns/?chain_id=77').then((r) => r.headers['x-block-number'])).toBeUndefined()
  })

  it('a campaign past its goal still takes donations until its deadline, a withdrawn one does not', async () => {
    for (const campaign of here()) {
      const { accepts_donations } = await api.get(urlOf(campaign))
      expect(accepts_donations).toBe(!campaign.withdrawn && Number(campaign.deadline_ts) > Date.now() / 1000)
    }
  })
})

describe('metadata', () => {
  it('is nested whole where asked for, in whatever state it is', async () => {
    for (const campaign of here()) {
      const { metadata } = await api.get(`${urlOf(campaign)}?include_metadata=true`)
      const row = campaign.metadata?.cid === campaign.cid ? campaign.metadata : null
      if (row === null) expect(metadata).toBeNull()
      else
        expect(metadata).toMatchObject({ state: row.state, cid: row.cid, tags: row.tags, raw_json: { name: row.name } })
    }
  })

  it('that is resolved is given by itself', async () => {
    const campaign = find((one) => resolvedMetadata(one) !== null)
    expect(await api.get(urlOf(campaign, 'metadata/'))).toMatchObject({
      campaign_address: campaign.address,
      cid: campaign.cid,
      state: 'resolved',
      verified: true,
      description: 'Long.',
    })
  })

  it.each([
    ['absent', 'metadata_absent', (one: WorldCampaign) => one.cid === '', null],
    ['not begun', 'metadata_pending', (one: WorldCampaign) => one.cid !== '' && one.metadata === null, 'pending'],
    ['pending', 'metadata_pending', (one: WorldCampaign) => one.metadata?.state === 'pending', 'pending'],
    ['of an older CID', 'metadata_pending', (one: WorldCampaign) => one.metadata?.cid === `${one.cid}old`, 'pending'],
    ['failed', 'metadata_failed', (one: WorldCampaign) => one.metadata?.state === 'failed', 'failed'],
  ])('%s is a 404 that says so', async (_name, code, wanted, state) => {
    const campaign = find(wanted)
    const response = await api.request(urlOf(campaign, 'metadata/'))
    expect(response.statusCode).toBe(404)
    expect(response.json()).toMatchObject({ code, state, cid: campaign.cid || null })
  })

  it('that failed does not name the gateways that were asked', async () => {
    const campaign = find((one) => one.metadata?.state === 'failed' && one.metadata.cid === one.cid)
    const { last_error } = (await api.request(urlOf(campaign, 'metadata/'))).json()
    expect(last_error).toBe('Gateway (gateway) answered status 500.')
  })

  it('numbers past 2^53 in the document come back digit by digit', async () => {
    const campaign = find((one) => resolvedMetadata(one) !== null)
    await api.pool.query(
      `update campaign_metadata set raw_json = '{"a": 9007199254740993, "b": [1.5, "x"]}' where campaign_address = $1`,
      [campaign.address],
    )
    expect((await api.request(urlOf(campaign, 'metadata/'))).body).toContain(
      '"raw_json":{"a":9007199254740993,"b":[1.5,"x"]}',
    )
  })
})

describe('what belongs to a campaign', () => {
  it('contributions: one row a donor, newest first, with what is left after refunds', async () => {
    for (const campaign of here()) {
      const { count, results } = await api.get(urlOf(campaign, 'contributions/'))
      expect(count).toBe(totals(campaign).donors)
      for (const row of results) {
        const given = campaign.donations.filter((one) => one.donor_address === row.donor_address)
        const contributed = sum(given.map((one) => one.amount_wei))
        const refunded = sum(given.filter((one) => one.refunded).map((one) => one.amount_wei))
        expect(row).toMatchObject({
          contributed_wei: String(contributed),
          refunded_wei: String(refunded),
          net_contributed_wei: String(contributed - refunded),
          net_contributed_eth: weiToEth(contributed - refunded),
          donations_count: given.length,
        })
      }
      const times = results.map((row: { created_at: string }) => row.created_at)
      expect(times).toEqual([...times].sort().reverse())
    }
  })

  it('donations: one row each, newest first, without those a reorg took away, finalized by block', async () => {
    for (const campaign of here()) {
      const { count, results } = await api.get(urlOf(campaign, 'donations/'))
      const want = campaign.donations.toSorted((a, b) => b.block_number - a.block_number || b.log_index - a.log_index)
      expect(count).toBe(want.length)
      expect(results.map((row: { log_index: number }) => row.log_index)).toEqual(want.map((one) => one.log_index))
      expect(results.map((row: { finalized: boolean }) => row.finalized)).toEqual(
        want.map((one) => one.block_number <= FINALIZED_BLOCK),
      )
      expect(results.map((row: { amount_eth: string }) => row.amount_eth)).toEqual(
        want.map((one) => weiToEth(one.amount_wei)),
      )
    }
  })

  it('events: creation and donations, removed ones among them unless filtered', async () => {
    const campaign = find((one) => one.donations.some((donation) => donation.log_index % 5 === 0))
    const count = async (query: string) => (await api.get(urlOf(campaign, `events/${query}`))).count
    const removed = campaign.donations.filter((donation) => donation.log_index % 5 === 0).length
    const kept = campaign.donations.length + 1
    expect(await count('')).toBe(kept + removed)
    expect(await count('?removed=true')).toBe(removed)
    expect(await count('?removed=false')).toBe(kept)
    expect(await count('?event_name=CampaignCreated')).toBe(1)
    expect(await count('?event_name=donationreceived&removed=false')).toBe(campaign.donations.length)
  })

  it.each(['contributions', 'donations', 'events'])('%s: a cursor walk equals a page walk', async (part) => {
    const campaign = here().toSorted((a, b) => b.donations.length - a.donations.length)[0]!
    const whole = (await api.get(urlOf(campaign, `${part}/`))).results
    expect(whole.length).toBeGreaterThan(2)
    const byCursor: unknown[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await api.get(urlOf(campaign, `${part}/?page_size=1${cursor && `&cursor=${cursor}`}`))
      byCursor.push(...page.results)
      cursor = page.next_cursor
    }
    const byPage: unknown[] = []
    for (let page = 1; page <= whole.length; page++) {
      byPage.push(...(await api.get(urlOf(campaign, `${part}/?page_size=1&page=${page}`))).results)
    }
    expect(byCursor).toEqual(whole)
    expect(byPage).toEqual(whole)
  })

  it('timeseries: donations and wei per bucket add up to the running total', async () => {
    const campaign = here().toSorted((a, b) => b.donations.length - a.donations.length)[0]!
    for (const [interval, length] of [
      ['hour', 13],
      ['day', 10],
    ] as const) {
      const { results } = await api.get(urlOf(campaign, `timeseries/?interval=${interval}`))
      const starts = [...new Set(campaign.donations.map((one) => one.at.toISOString().slice(0, length)))].sort()
      expect(results.map((bucket: { start: string }) => bucket.start.slice(0, length))).toEqual(starts)
      let total = 0n
      for (const bucket of results) {
        const within = campaign.donations.filter((one) =>
          one.at.toISOString().startsWith(bucket.start.slice(0, length)),
        )
        total += sum(within.map((one) => one.amount_wei))
        expect(bucket.donations_count).toBe(within.length)
        expect(bucket.total_raised_wei).toBe(String(total))
      }
      expect(total).toBe(totals(campaign).raised)
    }
  })

  it('timeseries of a campaign without a donation is empty', async () => {
    const none = find((one) => one.donations.length === 0 && one.goal_wei === ETH)
    expect((await api.get(urlOf(none, 'timeseries/'))).results).toEqual([])
  })
})
