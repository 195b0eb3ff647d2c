import { describe, expect, test } from 'vitest'
import { CATEGORIES } from './categories.ts'
import { DocumentError } from './DocumentError.ts'
import { type DocumentFields, readDocument } from './readDocument.ts'

const CID = 'bafkreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy'
const CID_V0 = 'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG'

const read = (document: unknown) => readDocument(Buffer.from(JSON.stringify(document)))
const readText = (text: string) => readDocument(Buffer.from(text))
const field = (name: keyof DocumentFields, document: unknown) => read(document).fields[name]
const codeOf = (bytes: Uint8Array): string => {
  try {
    readDocument(bytes)
  } catch (error) {
    if (error instanceof DocumentError) return error.code
    throw error
  }
  return 'read'
}

describe('each name of a field is read, the earlier before the later', () => {
  const aliases: [field: keyof DocumentFields, names: string[], values: [first: string, second: string]][] = [
    ['name', ['name', 'title'], ['One', 'Two']],
    ['description', ['description'], ['One', 'Two']],
    ['short_description', ['short_description', 'shortDescription', 'summary'], ['One', 'Two']],
    ['image_cid', ['image', 'image_cid', 'imageCid'], [CID, CID_V0]],
    ['banner_cid', ['banner', 'banner_cid', 'bannerCid', 'cover'], [CID, CID_V0]],
    ['creator_name', ['creator_name', 'creatorName', 'author'], ['One', 'Two']],
    ['creator_avatar_cid', ['creator_avatar', 'creatorAvatar', 'avatar'], [CID, CID_V0]],
    ['website_url', ['website', 'website_url', 'url'], ['https://one.example', 'https://two.example']],
    ['twitter_handle', ['twitter', 'twitter_handle', 'twitterHandle'], ['@one', '@two']],
    ['discord_url', ['discord', 'discord_url', 'discordUrl'], ['https://one.example', 'https://two.example']],
    ['category', ['category'], ['art', 'food']],
    ['location', ['location'], ['One', 'Two']],
  ]
  test.each(aliases)('%s: %j', (column, names, [first, second]) => {
    for (const [i, name] of names.entries()) {
      expect(field(column, { [name]: first })).toBe(first)
      for (const later of names.slice(i + 1)) {
        expect(field(column, { [later]: second, [name]: first })).toBe(first)
        expect(field(column, { [name]: 7, [later]: second }), 'where the earlier cannot be read').toBe(second)
      }
    }
  })
})

test('a document with nothing in it is a document', () => {
  const { fields, raw } = read({})
  expect(new Set(Object.values(fields).flat())).toEqual(new Set([null]))
  expect(raw).toBe('{}')
})

describe('pictures are a CID or a CID with a path, however they are written', () => {
  const upper = CID.toUpperCase()
  test.each([
    [CID, CID],
    [CID_V0, CID_V0],
    [upper, CID],
    [` ${CID}\n`, CID],
    [`${CID}/`, CID],
    [`${CID}/a b%20?.png`, `${CID}/a b%20?.png`],
    [`ipfs://${CID}`, CID],
    [`IPFS://${CID}/a%20b.png`, `${CID}/a b.png`],
    [`ipfs://ipfs/${CID_V0}/pic.png`, `${CID_V0}/pic.png`],
    [`ipfs://${CID}/pic.png?x=1#y`, `${CID}/pic.png`],
    [`ipfs://${CID}/100%.png`, `${CID}/100%.png`],
    [`/ipfs/${CID}/pic.png`, `${CID}/pic.png`],
    [`https://gateway.example/ipfs/${CID}`, CID],
    [`http://127.0.0.1:8080/ipfs/${CID_V0}/d%C3%A9/pic.png?filename=x`, `${CID_V0}/dé/pic.png`],
    [`https://${CID}.ipfs.gateway.example`, CID],
    [`https://${CID}.ipfs.gateway.example/dir/pic.png`, `${CID}/dir/pic.png`],
  ])('%s', (given, stored) => {
    expect(field('image_cid', { image: given })).toBe(stored)
  })

  test.each([
    'https://example.org/pic.png',
    'https://example.org/ipfs/',
    `https://example.org/ipns/${CID}`,
    `ipns://${CID}`,
    `${CID}/../secret`,
    `${CID}//x`,
    `${CID}/${'x'.repeat(255)}`,
    `data:image/png;base64,AAAA`,
    'javascript:alert(1)',
    CID.slice(0, -1),
    `${CID}x`,
    'x'.repeat(100_000),
    '',
  ])('what leads to no CID is dropped: %.60s', (given) => {
    expect(field('image_cid', { image: given })).toBeNull()
    expect(field('image_cid', { image: given, imageCid: CID })).toBe(CID)
  })
})

describe('links are http or https', () => {
  test.each([
    ['https://example.org', 'https://example.org'],
    ['http://example.org/a?b=c#d', 'http://example.org/a?b=c#d'],
    [' HTTPS://Example.org/A ', 'HTTPS://Example.org/A'],
    ['https://münchen.example/ü', 'https://xn--mnchen-3ya.example/%C3%BC'],
    ['https://example.org/\u202egnp.exe', 'https://example.org/%E2%80%AEgnp.exe'],
    ['https://example.org/"><script>', 'https://example.org/%22%3E%3Cscript%3E'],
    ['https://exa\nmple.org/', 'https://example.org/'],
    // On a page of ours, a browser would read these as pages of ours.
    ['https:login', 'https://login/'],
    ['https:/api/v1', 'https://api/v1'],
  ])('%j', (given, stored) => {
    expect(field('website_url', { website: given })).toBe(stored)
    expect(field('discord_url', { discord: given })).toBe(stored)
  })

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.org',
    'ipfs://x',
    'example.org',
    '//example.org',
    'https://bank.example@elsewhere.example/',
    'https://',
    `https://example.org/${'x'.repeat(512)}`,
  ])('%.60j is dropped', (given) => {
    expect(field('website_url', { website: given })).toBeNull()
    expect(field('discord_url', { discord: given })).toBeNull()
    if (given.includes(':')) expect(field('twitter_handle', { twitter: given })).toBeNull()
  })
})

describe('lines of text', () => {
  test.each([
    ['  A\tB\r\nC  ', 'A B C'],
    ['Wa\u0007ter\u0000 well\u009f', 'Water well'],
    ['evil\u202egnp.exe', 'evilgnp.exe'],
    ['\u2066a\u2069\u200e\u200f\u061cb', 'ab'],
    ['Pay\u200bPal\ufeff \u00adInc\u2060', 'PayPal Inc'],
    ['a\u200db\u200cc', 'abc'],
    ['\u3164\u115f\u{e0041}', null],
    ['family 👨‍👩‍👧 🏳️‍🌈 👩🏽‍🚀', 'family 👨‍👩‍👧 🏳️‍🌈 👩🏽‍🚀'],
    ['می‌خواهم', 'می‌خواهم'],
    ['क्‍ष', 'क्‍ष'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['lone \ud800 surrogate', 'lone \ufffd surrogate'],
    ['   ', null],
  ])('%j becomes %j', (given, stored) => {
    expect(field('name', { name: given })).toBe(stored)
    expect(field('location', { location: given })).toBe(stored)
  })

  test('what is too long is cut between characters, never within one', () => {
    expect(field('name', { name: '🙂'.repeat(300) })).toBe('🙂'.repeat(255))
    expect(field('name', { name: `${'x'.repeat(254)}🙂🙂` })).toBe(`${'x'.repeat(254)}🙂`)
    expect(field('short_description', { summary: 'é'.repeat(501) })).toBe('é'.repeat(500))
    expect(field('twitter_handle', { twitter: 'x'.repeat(101) })).toBe('x'.repeat(100))
  })
})

test('a description keeps its lines, tabs and HTML, and loses controls and overrides', () => {
  const given = '# A\r\n\r\n\tb\u0000\u0007 \u202ec\u2067<script>alert(1)</script>\rd 👨‍👩‍👧'
  expect(field('description', { description: given })).toBe('# A\n\n\tb c<script>alert(1)</script>\nd 👨‍👩‍👧')
  expect(field('description', { description: ' \n\t' })).toBeNull()
  expect([...(field('description', { description: '🙂'.repeat(120_000) }) as string)]).toHaveLength(100_000)
})

test('categories are those of the list, in any letter case, and else other', () => {
  for (const category of CATEGORIES)
    expect(field('category', { category: ` ${category.toUpperCase()} ` })).toBe(category)
  expect(field('category', { category: 'Krypto' })).toBe('other')
  expect(field('category', { category: ' ' })).toBeNull()
  expect(field('category', { category: ['art'] })).toBeNull()
})

test('tags are a list or a text with commas, each once, at most 32', () => {
  expect(field('tags', { tags: [' solar ', 'Solar', '', 7, null, ['x'], 'wind\u0000', 'a,b'] })).toEqual([
    'solar',
    'wind',
    'a,b',
  ])
  expect(field('tags', { tags: 'solar, wind,,solar ,water' })).toEqual(['solar', 'wind', 'water'])
  expect(field('tags', { tags: Array.from({ length: 10_000 }, (_, i) => `tag ${i}`) })).toHaveLength(32)
  expect(field('tags', { tags: 'a,'.repeat(200_000) })).toEqual(['a'])
  expect(field('tags', { tags: ['x'.repeat(80)] })).toEqual(['x'.repeat(50)])
  expect(field('tags', { tags: { 0: 'a' } })).toEqual([])
})

test('the wrong type in every field loses none of the others', () => {
  for (const wrong of [null, true, 7, -0.5, [], ['x'], {}, { name: 'x' }]) {
    const names = ['name', 'description', 'image', 'banner', 'category', 'website', 'twitter', 'discord', 'avatar']
    const { fields, raw } = read({ ...Object.fromEntries(names.map((name) => [name, wrong])), location: 'Here' })
    const { location, ...others } = fields
    expect(location).toBe('Here')
    expect(new Set(Object.values(others).flat())).toEqual(new Set([null]))
    expect(JSON.parse(raw).name).toEqual(JSON.parse(JSON.stringify(wrong)))
  }
})

test('a number is no text, however it is kept', () => {
  expect(readText('{"name":1e300,"title":"Named"}').fields.name).toBe('Named')
  expect(readText(`{"name":${'1'.repeat(300)}}`).fields.name).toBeNull()
})

describe('the document itself is kept', () => {
  test('NUL and lone surrogates are gone from values and keys, at any depth', () => {
    const { raw } = read({ a: [{ 'k\u0000ey\ud800': 'v\u0000al\udc00ue', ok: '🙂' }] })
    expect(raw).toBe('{"a":[{"key\ufffd":"val\ufffdue","ok":"🙂"}]}')
  })

  test('a key __proto__ is a key and nothing else', () => {
    const { fields, raw } = readText(
      '{"__proto__":{"name":"x","polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    )
    expect(fields.name).toBeNull()
    expect(raw).toContain('"__proto__":{"name":"x"')
    expect(({} as { polluted?: number }).polluted).toBeUndefined()
    expect(readText('{"__proto__\\u0000":{"polluted":1}}').raw).toBe('{"__proto__":{"polluted":1}}')
  })

  test('numbers keep their digits; what would grow without bounds becomes text', () => {
    const big = '115792089237316195423570985008687907853269984665640564039457584007913129639935'
    expect(readText(`{"a":${big},"b":0.1,"c":1.50,"d":-0,"e":1e3}`).raw).toBe(
      `{"a":${big},"b":0.1,"c":1.50,"d":-0,"e":1000}`,
    )
    expect(readText('{"a":1e308,"b":1e400000,"c":1e-400,"d":-2E+99}').raw).toBe(
      '{"a":"1e308","b":"1e400000","c":"1e-400","d":"-2E+99"}',
    )
  })
})

describe('what is no document', () => {
  test.each([
    ['nothing', '', 'document_not_json'],
    ['a page', '<!doctype html><title>x</title>', 'document_not_json'],
    ['half of one', '{"name":"x"', 'document_not_json'],
    ['two', '{}{}', 'document_not_json'],
    ['a comment', '{/* x */}', 'document_not_json'],
    ['null', 'null', 'document_not_object'],
    ['a text', '"x"', 'document_not_object'],
    ['an array', '[{}]', 'document_not_object'],
    ['65 levels', `${'{"a":'.repeat(65)}1${'}'.repeat(65)}`, 'document_too_deep'],
    ['half a million levels', '['.repeat(500_000), 'document_too_deep'],
    ['20,001 values', `{"a":[${'1,'.repeat(20_000)}1]}`, 'document_too_many_values'],
    ['more than 1 MiB', `{"a":"${'x'.repeat(1024 * 1024)}"}`, 'document_too_large'],
  ])('%s', (_, text, code) => {
    expect(codeOf(Buffer.from(text))).toBe(code)
  })

  test('64 levels, brackets in texts and a byte order mark are read', () => {
    expect(codeOf(Buffer.from(`${'{"a":'.repeat(64)}1${'}'.repeat(64)}`))).toBe('read')
    expect(codeOf(Buffer.from(JSON.stringify({ name: `\\"${'['.repeat(1000)}` })))).toBe('read')
    expect(readText('\ufeff{"name":"Marked"}').fields.name).toBe('Marked')
  })

  test.each([
    ['a stray byte', [0x7b, 0xff, 0x7d]],
    ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22]],
    ['an encoded surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22]],
    ['a cut character', [0x22, 0xf0, 0x9f]],
    ['UTF-16', [0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]],
  ])('%s is not UTF-8', (_, bytes) => {
    expect(codeOf(Uint8Array.from(bytes))).toBe('document_not_utf8')
  })
})
