import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** Permissive: no duty but to name the authors. */
const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'CC-BY-3.0',
  'Unlicense',
  'Python-2.0',
  'Zlib',
  'PostgreSQL',
  'WTFPL',
  'OFL-1.1',
  'PSF-2.0',
])

/** Not permissive, or not named as it should be, and why they may be here all the same. */
const EXCEPTIONS: Record<string, { licence: string; why: string }> = {
  'axe-core': { licence: 'MPL-2.0', why: 'tests alone; unchanged' },
  'css-mediaquery': { licence: 'BSD', why: 'its LICENSE is the BSD 3-clause text' },
  lightningcss: { licence: 'MPL-2.0', why: 'builds the web app; unchanged, and no part of it' },
}
/** Prebuilt libvips, linked dynamically and unchanged. */
const LIBVIPS = /^@img\/sharp-libvips-/
const LIGHTNING = /^lightningcss-/

interface Manifest {
  name?: string
  version?: string
  license?: string | { type?: string }
  licenses?: { type?: string }[]
}

/** Whether an SPDX expression can be met by allowed licences alone. */
function isAllowed(expression: string): boolean {
  const text = expression.replaceAll(/^\(|\)$/g, '')
  if (/ OR /i.test(text)) return text.split(/ OR /i).some(isAllowed)
  if (/ AND /i.test(text)) return text.split(/ AND /i).every(isAllowed)
  return ALLOWED.has(text.replaceAll(/[()]/g, '').trim())
}

function licenceOf({ license, licenses }: Manifest): string {
  if (typeof license === 'string') return license
  return license?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'none'
}

test('every package that is installed has a permissive licence, or stands here with the reason', () => {
  const files = globSync(
    [
      'node_modules/*/package.json',
      'node_modules/@*/*/package.json',
      'node_modules/**/node_modules/*/package.json',
      'node_modules/**/node_modules/@*/*/package.json',
    ],
    { cwd: ROOT },
  )
  expect(files.length).toBeGreaterThan(200)
  const faults: string[] = []
  for (const file of files) {
    const manifest = JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as Manifest
    // Folders of a package that tell Node how to read them.
    if (manifest.name === undefined || manifest.version === undefined || manifest.name.startsWith('@kindling/'))
      continue
    const licence = licenceOf(manifest)
    const { name, version } = manifest
    if (isAllowed(licence) || EXCEPTIONS[name]?.licence === licence) continue
    if (LIBVIPS.test(name) && licence === 'LGPL-3.0-or-later') continue
    if (LIGHTNING.test(name) && licence === 'MPL-2.0') continue
    faults.push(`${name}@${version}: ${licence}`)
  }
  expect([...new Set(faults)].sort()).toEqual([])
})

test('the package itself is MIT, and says so', () => {
  expect(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).license).toBe('MIT')
  expect(existsSync(join(ROOT, 'LICENSE'))).toBe(true)
})

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0)', true],
  ['MIT AND Apache-2.0', true],
  ['MIT AND GPL-3.0-only', false],
  ['GPL-3.0-or-later', false],
  ['AGPL-3.0', false],
  ['SEE LICENSE IN LICENSE', false],
  ['none', false],
])('the rule takes "%s": %s', (expression, expected) => {
  expect(isAllowed(expression)).toBe(expected)
})
