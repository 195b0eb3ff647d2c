import { expect, test } from 'vitest'
import { figuresOf, missedAims } from './aims.ts'
import type { Audit } from './auditPage.ts'

const audit = (part: Partial<Audit>): Audit => ({
  scores: { performance: 98, accessibility: 100, 'best-practices': 100, seo: 100 },
  lcpMs: 1500,
  fcpMs: 900,
  tbtMs: 10,
  cls: 0,
  scriptBytes: 90_000,
  totalBytes: 300_000,
  requests: ['/'],
  processor: 2000,
  shortcomings: [],
  ...part,
})

test('a page counts by the median of its runs', () => {
  const slow = audit({ lcpMs: 9000, scores: { performance: 40, accessibility: 100, 'best-practices': 100, seo: 100 } })
  const figures = figuresOf('home', [slow, audit({}), audit({})], 100_000, [])
  expect(figures).toMatchObject({ lcpMs: 1500, scores: { performance: 98 }, runs: 3 })
  expect(missedAims([figures])).toEqual([])
})

test('each aim that is missed is named with its figure', () => {
  const bad = audit({
    scores: { performance: 94, accessibility: 99, 'best-practices': 100, seo: 100 },
    lcpMs: 2004,
    cls: 0.03,
  })
  expect(missedAims([figuresOf('campaign', [bad], 200_000, ['http://127.0.0.1:8545/'])])).toEqual([
    'campaign: performance 94, aim >= 95',
    'campaign: accessibility 99, aim 100',
    'campaign: largest contentful paint 2.00 s, aim <= 2.0 s',
    'campaign: layout shift 0.030, aim <= 0.02',
    'campaign: wallet requests before intent 1, aim 0',
  ])
  // The budget is the landing page's.
  expect(missedAims([figuresOf('home', [audit({})], 110_001, [])])).toEqual([
    'home: script, gzip 110.0 KB, aim <= 110 KB (home)',
  ])
})
