import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insert } from '../testing/insertWorld.ts'
import { openTestApi, type TestApi } from '../testing/openTestApi.ts'
import { addressOf, CHAIN_ID, createWorld, hashOf } from '../testing/world.ts'

const TEXTS = [
  [
    'Solar lanterns for the valley',
    'Light after dark.',
    'Every evening the valley goes dark. We build lanterns.',
    'technology',
    ['solar', 'light'],
    'Ana Pérez',
    'Zürich',
  ],
  [
    'The lighthouse keepers',
    'A film about light and loneliness.',
    'Running a lighthouse means running up stairs.',
    'film',
    ['documentary'],
    'Ōe',
    'Reykjavík',
  ],
  [
    'Telescope for every school',
    'Stars for pupils.',
    'A telescope shows the rings of Saturn. Universities help.',
    'education',
    ['astronomy'],
    'Ada',
    'Berlin',
  ],
  [
    'Café on wheels',
    'Coffee & cake <b>everywhere</b>.',
    'A cargo bike with an espresso machine and a solar panel.',
    'food',
    ['coffee'],
    'Zoë',
    'Paris',
  ],
  [
    'Running shoes, repaired',
    'We mend what runs.',
    'Shoes are thrown away. \ue000x\ue001 <script>alert(1)</script> lanterns',
    'fashion',
    ['repair'],
    'Bo',
    'Oslo',
  ],
] as const

let api: TestApi
const addresses = TEXTS.map((_, i) => addressOf('5e', i))
beforeAll(async () => {
  const template = createWorld()[0]!
  const world = TEXTS.map(([, , , category], i) => ({
    ...template,
    address: addresses[i]!,
    creator_address: addressOf('c5', i),
    withdrawn: false,
    goal_wei: 10n ** 18n,
    deadline_ts: 10n ** 12n,
    donations: [],
    created_block: 10 + i,
    cid: `bafkreih${'a'.repeat(50)}${'bcdef'[i]}`,
    metadata: {
      ...createWorld()[1]!.metadata!,
      category,
      cid: `bafkreih${'a'.repeat(50)}${'bcdef'[i]}`,
      state: 'resolved' as const,
    },
  }))
  api = await openTestApi({ world })
  for (const [i, [name, short, description, , tags, creator, location]] of TEXTS.entries()) {
    await api.pool.query(
      `update campaign_metadata set name = $2, short_description = $3, description = $4, tags = $5, creator_name = $6,
         location = $7 where campaign_address = $1`,
      [addresses[i], name, short, description, JSON.stringify(tags), creator, location],
    )
  }
})
afterAll(() => api.close())

const search = (q: string, more = '') =>
  api.get(`/api/v1/campaigns/search/?q=${encodeURIComponent(q)}&include_metadata=true${more}`)
const found = async (q: string): Promise<string[]> =>
  (await search(q)).results.map((one: { metadata: { name: string } }) =>
    one.metadata.name.split(/[ ,]/).slice(0, 2).join(' '),
  )
const sorted = async (q: string) => (await found(q)).sort()

describe('search', () => {
  it.each([
    ['a stem', 'telescopes', ['Telescope for']],
    ['accents either way', 'cafe', ['Café on']],
    ['accents in the words', 'Pérez', ['Solar lanterns']],
    ['folded signs of other tongues', 'reykjavik', ['The lighthouse']],
    ['a creator', 'zoe', ['Café on']],
    ['a tag', 'astronomy', ['Telescope for']],
    ['a place', 'oslo', ['Running shoes']],
    ['a category', 'fashion', ['Running shoes']],
    ['the story', 'saturn', ['Telescope for']],
    ['the beginning of the last word', 'telesc', ['Telescope for']],
    ['a beginning that no stem has', 'universiti', ['Telescope for']],
    ['a letter swapped', 'telecsope', ['Telescope for']],
    ['a letter left out', 'lightouse', ['The lighthouse']],
    ['a word mistyped beside one that is not', 'lihgthouse film', ['The lighthouse']],
    ['words in any order', 'valley lanterns', ['Solar lanterns']],
    ['nothing', 'xylophone', []],
    ['nothing but stop words', 'the and', []],
    ['signs alone', '!!! ??? --', []],
  ])('finds %s', async (_what, q, names) => {
    expect(await found(q)).toEqual(names)
  })

  it('knows phrases, not and or', async () => {
    expect(await sorted('solar')).toEqual(['Café on', 'Solar lanterns'])
    expect(await found('solar -coffee')).toEqual(['Solar lanterns'])
    expect(await found('"solar panel"')).toEqual(['Café on'])
    expect(await found('"panel solar"')).toEqual([])
    expect(await sorted('telescope or oslo')).toEqual(['Running shoes', 'Telescope for'])
    expect(await found('"solar panel')).toEqual(['Café on'])
  })

  it('puts what the title says before what the story says', async () => {
    expect((await found('lanterns'))[0]).toBe('Solar lanterns')
    expect(await sorted('lanterns')).toEqual(['Running shoes', 'Solar lanterns'])
    expect((await found('running'))[0]).toBe('Running shoes')
  })

  it('goes straight to an address, a creator and a CID, in any letter case', async () => {
    expect(await found(addresses[2]!.toUpperCase().replace('X', 'x'))).toEqual(['Telescope for'])
    expect(await found(addressOf('c5', 3))).toEqual(['Café on'])
    expect(await found(`bafkreih${'a'.repeat(50)}c`)).toEqual(['The lighthouse'])
    expect(await found(`ipfs://bafkreih${'a'.repeat(50)}d/x.json`)).toEqual(['Telescope for'])
    expect(await found(addressOf('ff', 1))).toEqual([])
  })

  it('marks what was found, as HTML in which nothing of the text is', async () => {
    const [cafe] = (await search('coffee')).results
    expect(cafe.highlights.short_description).toBe('<mark>Coffee</mark> &amp; cake &lt;b&gt;everywhere&lt;/b&gt;.')
    expect(cafe.highlights.name).toBeNull()
    const shoes = (await search('lanterns repaired')).results[0] ?? (await search('shoes lanterns')).results[0]
    expect(JSON.stringify(shoes.highlights)).not.toMatch(/<script|\ue000|\ue001/)
    const [story] = (await search('saturn')).results
    expect(story.highlights).toMatchObject({ name: null, short_description: null })
    expect(story.highlights.description).toContain('<mark>Saturn</mark>')
  })

  it('says what it looked for instead of a word that nobody uses', async () => {
    expect((await search('telecsope')).corrections).toEqual([{ from: 'telecsope', to: ['telescope'] }])
    expect((await search('telescope')).corrections).toEqual([])
  })

  it('counts what each category and status would give', async () => {
    const all = await search('lanterns or telescope')
    expect(all.facets).toEqual({ category: { technology: 1, education: 1, fashion: 1 }, status: { ACTIVE: 3 } })
    const one = await search('lanterns or telescope', '&category=education')
    expect(one.count).toBe(1)
    expect(one.facets).toEqual({ category: { technology: 1, education: 1, fashion: 1 }, status: { ACTIVE: 1 } })
    expect((await search('lanterns', '&status=FAILED')).facets).toEqual({ category: {}, status: { ACTIVE: 2 } })
  })

  it('as a filter of the list keeps the list in its own order', async () => {
    const list = await api.get('/api/v1/campaigns/?q=solar&ordering=goal_wei')
    expect(list.count).toBe(2)
    const ranked = await api.get('/api/v1/campaigns/?q=lanterns&ordering=relevance')
    expect(ranked.results[0].address).toBe(addresses[0])
    const response = await api.request('/api/v1/campaigns/?ordering=relevance')
    expect([response.statusCode, response.json().errors[0].path]).toEqual([400, 'ordering'])
  })

  it('walks by cursor through every one once', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const body = await search(
        'lanterns or telescope or coffee or light',
        `&page_size=1${cursor ? `&cursor=${cursor}` : ''}`,
      )
      seen.push(...body.results.map((one: { address: string }) => one.address))
      cursor = body.next_cursor
    } while (cursor)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(5)
  })

  it('needs a q', async () => {
    const response = await api.request('/api/v1/campaigns/search/')
    expect([response.statusCode, response.json().errors]).toEqual([400, [{ path: 'q', message: 'must be given' }]])
  })

  it.each([
    "' or 1=1 --",
    "a'b\\c",
    "it's:*",
    '(a & b) | !c',
    ':*',
    "\\'",
    '"',
    '-',
    'or',
    '𝔘𝔫𝔦',
    'a'.repeat(100),
    '<->',
    '* * *',
  ])('makes nothing of %j but text', async (q) => {
    expect((await api.request(`/api/v1/campaigns/search/?q=${encodeURIComponent(q)}`)).statusCode).toBe(200)
  })
})

describe('a hidden campaign', () => {
  it('is in no list, search, or leaderboard, and its page says why', async () => {
    const [hidden] = addresses
    const count = async (path: string) => (await api.get(path)).count
    const paths = [
      '/api/v1/campaigns/?page_size=1',
      '/api/v1/campaigns/search/?q=solar',
      '/api/v1/stats/leaderboard/campaigns/',
      `/api/v1/creators/${addressOf('c5', 0)}/campaigns/`,
    ]
    const before = await Promise.all(paths.map(count))
    await api.pool.query("insert into campaign_hides (chain_id, campaign_address, reason) values ($1, $2, 'A copy.')", [
      CHAIN_ID,
      hidden,
    ])
    expect(await Promise.all(paths.map(count))).toEqual(before.map((one) => one - 1))
    for (const part of ['', 'donations/', 'contributions/', 'events/', 'metadata/', 'timeseries/']) {
      const response = await api.request(`/api/v1/campaigns/${hidden}/${part}`)
      expect([response.statusCode, response.json().code, response.json().reason]).toEqual([
        451,
        'campaign_hidden',
        'A copy.',
      ])
    }
    expect((await api.get('/api/v1/stats/platform/')).total_campaigns).toBe(5)
    await api.pool.query('delete from campaign_hides')
  })
})

describe('trending and leaderboards', () => {
  const HOUR = 3_600_000
  const giving = (i: number, donor: number, wei: bigint, hoursAgo: number, n: number, name = 'DonationReceived') => ({
    chain_id: CHAIN_ID,
    campaign_address: addresses[i],
    block_number: 300 + n,
    block_hash: hashOf('b', 300 + n),
    tx_hash: hashOf('7e', n),
    log_index: n,
    address: addresses[i],
    event_name: name,
    account_address: donor < 0 ? addressOf('c5', i) : addressOf('d5', donor),
    amount_wei: wei,
    event_data: {},
    removed: false,
    created_at: new Date(Date.now() - hoursAgo * HOUR),
  })
  const ETH = 10n ** 18n

  beforeAll(async () => {
    let n = 0
    const events = [
      // One big donor; nine small ones; the creator alone, with most.
      giving(0, 1, 9n * ETH, 2, n++),
      ...Array.from({ length: 9 }, (_, k) => giving(1, 10 + k, ETH / 2n + ETH / 2n, 3, n++)),
      giving(2, -1, 500n * ETH, 1, n++),
      giving(3, 1, 4n * ETH, 100, n++),
      giving(3, 1, 2n * ETH, 1, n++, 'Refunded'),
      giving(4, 2, ETH, 24 * 20, n++),
      { ...giving(4, 3, 99n * ETH, 1, n++), removed: true },
    ]
    await insert(api.pool, 'events', events)
  })

  const trending = async (query: string) => (await api.get(`/api/v1/stats/trending/?${query}`)).results
  const order = (results: { address: string }[]) => results.map((one) => addresses.indexOf(one.address))

  it('many donors are ahead of one big one, and a creator giving to the own campaign is not there', async () => {
    expect(order(await trending('period=24h'))).toEqual([1, 0])
    expect(order(await trending('period=7d'))).toEqual([1, 0, 3])
    expect(order(await trending('period=30d'))).toEqual([1, 0, 3, 4])
    expect(order(await trending('period=30d&limit=1'))).toEqual([1])
    const [first] = await trending('period=24h')
    expect(first).toMatchObject({
      recent_contributions_count: 9,
      recent_donors_count: 9,
      recent_raised_wei: String(9n * ETH),
      recent_raised_eth: '9',
      distance_to_goal_percent: 100,
      why: '9 donors gave 9 ETH within 24 hours.',
    })
  })

  it('campaigns near their goal come by what is missing, and say so', async () => {
    await api.pool.query('update campaigns set total_raised_wei = goal_wei * 9 / 10 where address = $1', [addresses[3]])
    await api.pool.query('update campaigns set total_raised_wei = goal_wei / 2 where address = $1', [addresses[4]])
    await api.pool.query('update campaigns set total_raised_wei = goal_wei where address = $1', [addresses[0]])
    const results = await trending('type=close_to_goal')
    expect(order(results)).toEqual([3, 4])
    expect(results[0]).toMatchObject({ distance_to_goal_percent: 10, progress_percent: 90 })
    expect(results[0].why).toMatch(/^90\.00 % funded: 0\.1 ETH to go, \d+ days left\.$/)
    await api.pool.query('update campaigns set total_raised_wei = 0')
  })

  it('the ranks of campaigns go on from page to page', async () => {
    const board = (query: string) => api.get(`/api/v1/stats/leaderboard/campaigns/?${query}`)
    const all = await board('period=30d')
    // Equal ones by address.
    expect([all.count, order(all.results)]).toEqual([5, [2, 1, 0, 3, 4]])
    const pages = [
      await board('period=30d&limit=2'),
      await board('period=30d&limit=2&offset=2'),
      await board('period=30d&limit=2&offset=4'),
    ]
    expect(pages.flatMap((page) => page.results)).toEqual(all.results)
    expect(all.results.map((one: { rank: number }) => one.rank)).toEqual([1, 2, 3, 4, 5])
    expect((await board('period=24h&status=FAILED')).results).toEqual([])
    expect((await board('period=all&limit=100')).count).toBe(5)
  })

  it('donors have what they gave, took back and supported within the period', async () => {
    const board = (query: string) => api.get(`/api/v1/stats/leaderboard/donors/?${query}`)
    const [first] = (await board('period=7d')).results
    expect(first).toMatchObject({ rank: 1, donor_address: addressOf('c5', 2), contributed_eth: '500' })
    const second = (await board('period=7d&offset=1&limit=1')).results[0]
    expect(second).toMatchObject({
      rank: 2,
      donor_address: addressOf('d5', 1),
      contributed_eth: '13',
      refunded_eth: '2',
      net_contributed_eth: '11',
      campaigns_supported: 2,
    })
    const [hidden] = (await board('period=7d&anonymize=true')).results
    expect(hidden.donor_address).toBe('0x6335…0002')
  })

  it('of categories add up their campaigns', async () => {
    const { results } = await api.get('/api/v1/stats/categories/')
    expect(results.map((one: { category: string }) => one.category).sort()).toEqual([
      'education',
      'fashion',
      'film',
      'food',
      'technology',
    ])
    expect(results[0]).toMatchObject({ campaigns_count: 1, total_goal_eth: '1' })
  })

  it('the list can be ordered by it', async () => {
    expect(order((await api.get('/api/v1/campaigns/?ordering=trending')).results).slice(0, 3)).toEqual([1, 0, 3])
  })
})
