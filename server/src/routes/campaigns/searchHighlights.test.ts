import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestApi } from '../testing/openTestApi.ts'
import { writtenAddresses as addresses, openWrittenApi } from '../testing/openWrittenApi.ts'

let api: TestApi
beforeAll(async () => {
  api = await openWrittenApi()
})
afterAll(() => api.close())

const WORDS = 'all we do here is told in plain words that nobody looks for at any time'
const long = (times: number) => Array.from({ length: times }, () => WORDS).join(' ')

/** What is shown of a story in which this was found, name and blurb saying nothing of it. */
async function shown(story: string, q: string): Promise<string | null> {
  await api.pool.query(
    `update campaign_metadata set name = 'A title', short_description = 'A blurb', tags = '[]', description = $2
     where campaign_address = $1`,
    [addresses[0], story],
  )
  const { results } = await api.get(`/api/v1/campaigns/search/?q=${encodeURIComponent(q)}&page_size=100`)
  return results.find((one: { address: string }) => one.address === addresses[0]).highlights.description
}

describe('of a story', () => {
  it('twelve words on each side of the first that was found are shown, none of them cut', async () => {
    const html = (await shown(`${long(15)} A zeppelin over Zürich flies. ${long(15)}`, 'zeppelin'))!
    const [before, after] = html.split('<mark>zeppelin</mark>') as [string, string]
    expect(before.trim().split(' ')).toEqual([...WORDS.split(' ').slice(-11), 'A'])
    expect(after.trim().split(/[ .]+/)).toEqual(['over', 'Zürich', 'flies', ...WORDS.split(' ').slice(0, 9)])
  })

  it.each([
    ['at its beginning', 'Zeppelins fly.', '<mark>Zeppelins</mark> fly'],
    ['at its end', 'They fly zeppelins', 'They fly <mark>zeppelins</mark>'],
    ['after a sign', 'See: (zeppelin) or "zeppelins"', 'See: (<mark>zeppelin</mark>) or &quot;<mark>zeppelins</mark>'],
    ['in capitals at first', 'Zeppelin! ZEPPELIN!', '<mark>Zeppelin</mark>! <mark>ZEPPELIN</mark>'],
    ['in capitals alone', 'Our NFT drop', 'Our <mark>NFT</mark> drop', 'nft'],
    ['with a capital within', 'An iPhone here', 'An <mark>iPhone</mark> here', 'iphone'],
    ['short, behind a sign', 'A token (DAO) here', 'A token (<mark>DAO</mark>) here', 'dao'],
    ['short, with another end than its stem', 'They fly here', 'They <mark>fly</mark> here', 'fly'],
    ['beyond ASCII, in capitals', 'Новая ПЛАТФОРМА тут', 'Новая <mark>ПЛАТФОРМА</mark> тут', 'платформа'],
    ['with signs of Vietnamese', 'Chợ Việt Nam', 'Chợ <mark>Việt</mark> Nam', 'viet'],
    ['as a stem', 'Many bakeries here', 'Many <mark>bakeries</mark> here', 'bakery'],
    ['folded', 'The zéppelin of Pérez', 'The <mark>zéppelin</mark> of Pérez'],
    ['as a word, where others only begin so', `Artisans start. ${WORDS} An art.`, '<mark>art</mark>', 'art '],
  ])('a word is found %s', async (_where, story, html, q = 'zeppelin') => {
    expect(await shown(story, q)).toContain(html)
  })

  it('a word past what only begins so, further than is cut out, is found', async () => {
    expect(await shown(`Articles. ${long(9)} Some art there`, 'art ')).toContain('Some <mark>art</mark> there')
  })
})

describe('a search', () => {
  it.each(['-xylo -bar', '-foo or -bar', 'the -foo -bar', '-"a b" -c'])('for nothing, %s, marks nothing', async (q) => {
    await api.pool.query(
      "update campaign_metadata set name = 'Hello, world', short_description = 'One: two, three' where campaign_address = $1",
      [addresses[0]],
    )
    const answer = await api.request(`/api/v1/campaigns/search/?q=${encodeURIComponent(q)}&page_size=100`)
    expect(answer.statusCode).toBe(200)
    for (const { highlights } of answer.json().results) {
      expect(highlights).toEqual({ name: null, short_description: null, description: null })
    }
  })
})
