import { expect, test } from 'vitest'
import { addDirectory, addNode, addRaw, type BlockMap, unixfs } from './testing/dags.ts'
import { failure, fetchFrom } from './testing/fetchFrom.ts'

test.each([
  ['..', 'invalid_path'],
  ['docs/..', 'invalid_path'],
  ['.', 'invalid_path'],
  ['docs//story.txt', 'invalid_path'],
  ['/docs', 'invalid_path'],
  ['docs/', 'invalid_path'],
  ['docs/story.txt\0', 'invalid_path'],
  ['docs/story.txt/extra', 'not_a_directory'],
  ['docs/link', 'symlink'],
  ['docs/link/x', 'symlink'],
  ['docs/nothing', 'path_not_found'],
  ['docs\\story.txt', 'path_not_found'],
  ['docs%2Fstory.txt', 'path_not_found'],
  ['docs/story%2Etxt', 'path_not_found'],
  ['docs/story.txt?#', 'path_not_found'],
  ['__proto__', 'path_not_found'],
  ['constructor', 'path_not_found'],
  ['DOCS/story.txt', 'path_not_found'],
])('the path %j is refused (%s)', async (path, code) => {
  const blocks: BlockMap = new Map()
  const link = addNode(blocks, unixfs({ type: 4, data: Buffer.from('story.txt') }), [])
  const docs = addDirectory(blocks, [
    ['link', link],
    ['story.txt', addRaw(blocks, 'a story')],
  ])
  const root = addDirectory(blocks, [['docs', docs]])
  const error = await failure(fetchFrom(blocks, root, path, 1024 * 1024, addRaw(blocks, 'an honest story')))
  expect(error).toMatchObject({ code, retryable: false, beside: 'an honest story' })
})

test.each([
  ['of 17 names', Array.from({ length: 17 }, () => 'a').join('/')],
  ['with a name of 5,000 characters', 'a'.repeat(5000)],
])('a path %s is refused', async (_, path) => {
  const blocks: BlockMap = new Map()
  expect((await failure(fetchFrom(blocks, addDirectory(blocks, []), path))).code).toBe('invalid_path')
})

test.each(['a\\b', 'a%20b', 'what?#', '__proto__', 'constructor', 'naïve – name', '...'])(
  'a file that is really called %j is found',
  async (name) => {
    const blocks: BlockMap = new Map()
    const root = addDirectory(blocks, [[name, addRaw(blocks, 'here')]])
    expect((await fetchFrom(blocks, root, name)).text).toBe('here')
  },
)

test('a directory with two entries of one name is refused, whichever is asked for', async () => {
  const blocks: BlockMap = new Map()
  const root = addDirectory(blocks, [
    ['a', addRaw(blocks, 'one')],
    ['a', addRaw(blocks, 'two')],
    ['b', addRaw(blocks, 'three')],
  ])
  for (const path of ['a', 'b']) expect((await failure(fetchFrom(blocks, root, path))).code).toBe('duplicate_name')
})
