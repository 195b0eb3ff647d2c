import { afterAll, beforeAll, expect, it } from 'vitest'
import { isCidMentioned } from '../../../queries/isCidMentioned.ts'
import { getFeedBounds, listFeed } from '../../../queries/listFeed.ts'
import { addressOf, CHAIN_ID, createWorld, type WorldCampaign } from '../../testing/world.ts'
import { type Desk, openDesk } from '../testing/openDesk.ts'

const base = '/api/v1'
const origin = 'http://localhost'

let desk: Desk
let target: WorldCampaign
beforeAll(async () => {
  // Answers are kept here, as in production: a change must show at once all the same.
  desk = await openDesk({
    world: createWorld(),
    keptBytes: 10_000_000,
    web: { siteName: 'Kindling', publicRpcUrl: undefined, walletConnectProjectId: undefined, folder: '/no/such/build' },
  })
  target = desk.world.find(
    ({ chain_id, metadata, donations, cid }) =>
      chain_id === CHAIN_ID && metadata?.state === 'resolved' && metadata.cid === cid && donations.length > 2,
  )!
  await desk.pool.query('update campaign_metadata set name = $2 where campaign_address = $1', [
    target.address,
    'Zebra crossing',
  ])
})
afterAll(() => desk.close())

/** What shows many campaigns, and must hold this one or not. */
const lists = () => [
  `${base}/campaigns/?page_size=100`,
  `${base}/campaigns/?page_size=100&include_metadata=true&ordering=-total_raised_wei`,
  `${base}/campaigns/?featured=true`,
  `${base}/campaigns/search/?q=zebra`,
  `${base}/campaigns/search/?q=${target.address}`,
  `${base}/creators/${target.creator_address}/campaigns/?page_size=100`,
  `${base}/donors/${target.donations[0]!.donor_address}/contributions/?page_size=100`,
  `${base}/stats/leaderboard/campaigns/?limit=100`,
  `${base}/events/?page_size=100&event_name=CampaignCreated`,
  `${base}/events/?address=${target.address}`,
  `${base}/export/campaigns.csv`,
  `${base}/export/contributions.ndjson`,
  `${base}/export/events.ndjson`,
  '/sitemap.xml',
]

/** What is of this one alone. */
const own = (eventId: number) => [
  `${base}/campaigns/${target.address}/`,
  ...['contributions', 'donations', 'events', 'timeseries', 'metadata'].map(
    (part) => `${base}/campaigns/${target.address}/${part}/`,
  ),
  `${base}/events/${eventId}/`,
  `/oembed?url=${encodeURIComponent(`${origin}/campaigns/${target.address}`)}`,
  `/embed/${target.address}`,
  `/og/${target.address}.jpg`,
  `/web/stories/${target.address}`,
]

async function show(): Promise<{ lists: string[]; own: number[]; stream: boolean; content: boolean; totals: unknown }> {
  const holding: string[] = []
  for (const url of lists()) if ((await desk.request(url)).body.includes(target.address)) holding.push(url)
  const { rows } = await desk.pool.query('select min(id) as id from events where campaign_address = $1', [
    target.address,
  ])
  const statuses: number[] = []
  for (const url of own(rows[0].id)) statuses.push((await desk.app.inject(url)).statusCode)
  return {
    lists: holding,
    own: statuses,
    stream: await isStreamed(rows[0].id),
    content: await isCidMentioned(desk.pool, [target.cid]),
    totals: await desk.get(`${base}/stats/platform/`),
  }
}

/** Whether the stream, which is told from the feed, tells of an event and of new metadata of this campaign. */
async function isStreamed(eventId: number): Promise<boolean> {
  const { newest } = await getFeedBounds(desk.pool)
  await desk.pool.query("select add_to_feed($1, 'applied', 200, $2, null)", [CHAIN_ID, [eventId]])
  await desk.pool.query("select add_to_feed($1, 'metadata', null, null, $2)", [CHAIN_ID, [target.address]])
  const { messages } = await listFeed(desk.pool, newest, Number.MAX_SAFE_INTEGER, 100)
  return messages.some((message) => JSON.stringify(message).includes(target.address))
}

const everywhere = (totals: unknown) => ({
  lists: lists(),
  own: own(0).map(() => 200),
  stream: true,
  content: true,
  totals,
})
const nowhere = (totals: unknown) => ({ lists: [], own: own(0).map(() => 451), stream: false, content: false, totals })

it('a hidden campaign is gone everywhere at once, its money still counts, and shown again it is back', async () => {
  await desk.told(200, 'PUT', 'featured/', { addresses: [target.address] })
  const before = await show()
  expect(before).toEqual(everywhere(before.totals))

  const hidden = await desk.told(200, 'POST', `campaigns/${target.address}/hide/`, { reason: 'A copy.' }, 'staff')
  expect(hidden).toMatchObject({ hidden: true, hidden_reason: 'A copy.', creator_blocked: false, featured_position: 1 })
  expect(await show()).toEqual(nowhere(before.totals))
  expect((await desk.request(`${base}/campaigns/${target.address}/`)).json()).toMatchObject({
    code: 'campaign_hidden',
    reason: 'A copy.',
  })
  expect((await desk.told(200, 'GET', 'campaigns/?hidden=true')).results.map((row: { id: string }) => row.id)).toEqual([
    target.address,
  ])

  await desk.told(200, 'POST', `campaigns/${target.address}/hide/`, { reason: 'A better word.' })
  expect(await desk.told(200, 'POST', `campaigns/${target.address}/unhide/`)).toMatchObject({
    hidden: false,
    hidden_reason: null,
  })
  expect((await desk.told(409, 'POST', `campaigns/${target.address}/unhide/`)).code).toBe('campaign_not_hidden')
  expect(await show()).toEqual(before)

  const entries = await desk.audit(`subject=${target.address}`)
  expect(entries.map(({ actor, action, before: was, after }) => [actor, action, was, after])).toEqual([
    ['a-admin', 'campaign.unhide', { hidden: true, reason: 'A better word.' }, { hidden: false }],
    ['a-admin', 'campaign.hide', { hidden: true, reason: 'A copy.' }, { hidden: true, reason: 'A better word.' }],
    ['a-staff', 'campaign.hide', { hidden: false, reason: null }, { hidden: true, reason: 'A copy.' }],
  ])
})

it("a blocked creator's campaigns are hidden, those to come too", async () => {
  const before = await show()
  await desk.told(201, 'POST', 'blocked-creators/', {
    address: target.creator_address.toUpperCase().replace('0X', '0x'),
    reason: 'Takes the money of others.',
  })
  expect(await show()).toEqual(nowhere(before.totals))
  const next = addressOf('cf', 1)
  await desk.pool.query(
    `insert into campaigns (chain_id, address, factory_address, creator_address, goal_wei, deadline_ts, cid, created_block,
       created_log_index, created_at, updated_at)
     select chain_id, $2, factory_address, creator_address, goal_wei, deadline_ts, cid, 199, 0, now(), now()
     from campaigns where address = $1`,
    [target.address, next],
  )
  const page = await desk.request(`${base}/campaigns/${next}/`)
  expect([page.statusCode, page.json().reason]).toEqual([451, 'Takes the money of others.'])
  expect(await desk.told(200, 'GET', `campaigns/${next}/`)).toMatchObject({ hidden: true, creator_blocked: true })
  const { results } = await desk.told(200, 'GET', 'blocked-creators/?q=0x')
  expect(results).toMatchObject([{ address: target.creator_address, blocked_by: 'a-admin' }])
  // A campaign of its own reason keeps it.
  await desk.told(200, 'POST', `campaigns/${target.address}/hide/`, { reason: 'Its own reason.' })
  expect((await desk.request(`${base}/campaigns/${target.address}/`)).json().reason).toBe('Its own reason.')
  await desk.told(204, 'DELETE', `blocked-creators/${target.creator_address}/`)
  await desk.told(404, 'DELETE', `blocked-creators/${target.creator_address}/`)
  expect((await desk.request(`${base}/campaigns/${next}/`)).statusCode).toBe(200)
  expect((await desk.request(`${base}/campaigns/${target.address}/`)).statusCode).toBe(451)
  await desk.told(200, 'POST', `campaigns/${target.address}/unhide/`, { reason: 'A mistake.' })
  await desk.pool.query('delete from campaigns where address = $1', [next])
  expect(await show()).toEqual(before)
  expect((await desk.audit('action=creator.')).map(({ action }) => action)).toEqual([
    'creator.unblock',
    'creator.block',
  ])
})

it('what is done already leaves no entry in the audit log, another reason does', async () => {
  const block = (reason: string, as: 'staff' | 'admin') =>
    desk.told(201, 'POST', 'blocked-creators/', { address: addressOf('bc', 1), reason }, as)
  const hide = (reason: string) => desk.told(200, 'POST', `campaigns/${target.address}/hide/`, { reason })
  const feature = () => desk.told(200, 'PUT', 'featured/', { addresses: [target.address] })
  await desk.told(200, 'PUT', 'featured/', { addresses: [] })
  const { length } = await desk.audit('page_size=100')
  expect(await block('Copies.', 'staff')).toMatchObject({ blocked_by: 'a-staff' })
  expect(await block(' Copies. ', 'admin')).toMatchObject({ blocked_by: 'a-staff' })
  await block('Copies of others.', 'admin')
  for (const reason of ['A copy.', 'A copy.', 'A poor copy.']) await hide(reason)
  await feature()
  await feature()
  const entries = (await desk.audit('page_size=100')).slice(0, -length).reverse()
  expect(entries.map(({ action, before, after }) => [action, before.reason ?? before, after.reason ?? after])).toEqual([
    ['creator.block', { blocked: false, reason: null }, 'Copies.'],
    ['creator.block', 'Copies.', 'Copies of others.'],
    ['campaign.hide', { hidden: false, reason: null }, 'A copy.'],
    ['campaign.hide', 'A copy.', 'A poor copy.'],
    ['featured.set', { addresses: [] }, { addresses: [target.address] }],
  ])
  await desk.told(200, 'POST', `campaigns/${target.address}/unhide/`)
  await desk.told(204, 'DELETE', `blocked-creators/${addressOf('bc', 1)}/`)
  await desk.told(200, 'PUT', 'featured/', { addresses: [] })
})

it('the home page has the campaigns that the staff chose, in their order', async () => {
  const addresses = desk.world.filter(({ chain_id }) => chain_id === CHAIN_ID).map(({ address }) => address)
  const chosen = [addresses[3]!, addresses[1]!, addresses[7]!]
  const told = await desk.told(200, 'PUT', 'featured/', { addresses: chosen }, 'staff')
  expect(told.results.map((row: { position: number }) => row.position)).toEqual([1, 2, 3])
  const shown = async () =>
    (await desk.get(`${base}/campaigns/?featured=true`)).results.map((row: { address: string }) => row.address)
  expect(await shown()).toEqual(chosen)
  await desk.told(200, 'PUT', 'featured/', { addresses: [chosen[2], chosen[0]] })
  expect(await shown()).toEqual([chosen[2], chosen[0]])
  expect((await desk.told(404, 'PUT', 'featured/', { addresses: [addressOf('ff', 9)] })).code).toBe(
    'campaign_not_found',
  )
  await desk.told(400, 'PUT', 'featured/', { addresses: [chosen[0], chosen[0]] })
  expect(await shown()).toEqual([chosen[2], chosen[0]])
  const [entry] = await desk.audit('action=featured.set')
  expect(entry).toMatchObject({ before: { addresses: chosen }, after: { addresses: [chosen[2], chosen[0]] } })
  await desk.told(200, 'PUT', 'featured/', { addresses: [] })
  expect(await shown()).toEqual([])
})
