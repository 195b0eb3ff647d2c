import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestApi } from '../testing/openTestApi.ts'
import { writtenAddresses as addresses, openWrittenApi } from '../testing/openWrittenApi.ts'
import { addressOf } from '../testing/world.ts'

let api: TestApi
beforeAll(async () => {
  api = await openWrittenApi()
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
    ['two letters of a short word swapped', 'soalr coffee', ['Café on']],
    ['a beginning that says nothing by itself', 'an', ['Solar lanterns']],
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
