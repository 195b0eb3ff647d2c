import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { BUDGET_BYTES, readScripts } from './readScripts.ts'

const root = join(import.meta.dirname, '../..')

it('the desk loads at most 380 KB of script, gzip', () => {
  spawnSync(process.execPath, ['scripts/ensure-web.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const scripts = readScripts(join(root, 'admin/dist'))
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0)).toBeLessThanOrEqual(BUDGET_BYTES)
}, 120_000)
