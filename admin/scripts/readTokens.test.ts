import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readTokens } from './readTokens.ts'

test('the colours of the web app are found in both modes', () => {
  const tokens = readTokens(readFileSync(join(import.meta.dirname, '../../web/src/styles/tokens.css'), 'utf8'))
  expect(Object.keys(tokens.light)).toEqual(Object.keys(tokens.dark))
  // Those that the desk names.
  for (const name of [
    'ground',
    'raised',
    'line',
    'ink',
    'ink-2',
    'ink-3',
    'ember-button',
    'on-ember',
    'moss',
    'alarm',
  ]) {
    expect(tokens.light[name], name).toMatch(/^#[0-9a-f]{6}$/)
    expect(tokens.dark[name], name).toMatch(/^#[0-9a-f]{6}$/)
  }
})
