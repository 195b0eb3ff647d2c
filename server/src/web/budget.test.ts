import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { openBuild, type WebBuild } from './openBuild.ts'
import { readScripts } from './testing/readScripts.ts'

const root = join(import.meta.dirname, '../../..')
const LANDING_BYTES = 110_000

let build: WebBuild
beforeAll(async () => {
  spawnSync(process.execPath, ['scripts/ensure-web.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  const opened = await openBuild()
  if (opened === null) throw new Error('The web app could not be built; "npm run web:build" says why.')
  build = opened
}, 120_000)

for (const language of ['en', 'de'] as const) {
  it(`the landing page (${language}) loads at most 110 KB of script, gzip`, () => {
    expect(readScripts(build, 'home', language).gzipBytes).toBeLessThanOrEqual(LANDING_BYTES)
  })
}

for (const route of ['home', 'explore', 'campaign', 'profile', 'stats', 'create']) {
  it(`the page "${route}" loads no code of the wallet before somebody wants it`, () => {
    expect(readScripts(build, route, 'en').walletFiles).toEqual([])
  })
}
