import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { openTestApi, type TestApi } from '../routes/testing/openTestApi.ts'

const ROOT = join(import.meta.dirname, '../../..')

let api: TestApi
/** Name → type, as scraped. */
let scraped: Map<string, string>
beforeAll(async () => {
  api = await openTestApi()
  const { body } = await api.app.inject('/metrics')
  scraped = new Map([...body.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => [name, type]))
})
afterAll(() => api.close())

test('docs/metrics.md lists every metric with its type, and no other', () => {
  const text = readFileSync(join(ROOT, 'docs/metrics.md'), 'utf8')
  const listed = new Map(
    [...text.matchAll(/^\| `(\w+)` \| (\w+) \|/gm)].map(([, name = '', type = '']) => [name, type]),
  )
  // Of this kernel or Node alone.
  const optional = (name: string) => !name.startsWith('kindling_')
  expect([...listed].filter(([name]) => !optional(name)).sort()).toEqual(
    [...scraped].filter(([name]) => !optional(name)).sort(),
  )
  expect([...scraped.keys()].filter((name) => !listed.has(name))).toEqual([])
})

const SUFFIXES = /_(bucket|count|sum)$/
const isThere = (name: string) =>
  scraped.has(name) || (SUFFIXES.test(name) && scraped.get(name.replace(SUFFIXES, '')) === 'histogram')
const namesIn = (expression: string) => expression.match(/\b(kindling|nodejs|process)_\w+/g) ?? []

test('every metric that the alerts name is there, and each alert says what it is', () => {
  const { groups } = parse(readFileSync(join(ROOT, 'deploy/prometheus/kindling.rules.yml'), 'utf8'))
  const rules = groups.flatMap((group: { rules: unknown[] }) => group.rules) as {
    alert: string
    expr: string
    labels: { severity: string }
    annotations: { summary: string }
  }[]
  expect(rules.length).toBeGreaterThan(10)
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length)
  for (const { alert, expr, labels, annotations } of rules) {
    expect([alert, namesIn(expr).filter((name) => !isThere(name))]).toEqual([alert, []])
    expect([alert, ['page', 'ticket'].includes(labels.severity), annotations.summary.length > 10]).toEqual([
      alert,
      true,
      true,
    ])
  }
})

test('every metric that the dashboard names is there, and every panel has its place', () => {
  const files = readdirSync(join(ROOT, 'deploy/grafana'))
  expect(files).toContain('kindling.json')
  const { panels } = JSON.parse(readFileSync(join(ROOT, 'deploy/grafana/kindling.json'), 'utf8')) as {
    panels: { title: string; targets: { expr: string }[]; gridPos: { x: number; y: number; w: number; h: number } }[]
  }
  for (const { title, targets } of panels)
    expect([title, targets.flatMap(({ expr }) => namesIn(expr)).filter((name) => !isThere(name))]).toEqual([title, []])
  const places = panels.map(({ gridPos: { x, y } }) => `${x},${y}`)
  expect(new Set(places).size).toBe(panels.length)
  const named = new Set(panels.flatMap(({ targets }) => targets.flatMap(({ expr }) => namesIn(expr))))
  expect(named.size).toBeGreaterThan(15)
})
