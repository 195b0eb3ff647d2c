// Installs the locked dependencies when they are not what package-lock.json says. Plain JavaScript without
// dependencies: it runs before any of them is there, on whatever Node the machine has.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stampFile = join(root, 'node_modules', '.kindling-lock')
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')
// A stamp, not a folder: an install that broke off leaves a folder too.
const found = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : ''

if (found !== wanted) {
  console.error('Kindling: installing dependencies (once, about a minute) …')
  rmSync(stampFile, { force: true })
  const npm = process.env['npm_execpath']
  const command = npm
    ? [process.execPath, [npm, 'ci', '--no-audit', '--no-fund']]
    : ['npm', ['ci', '--no-audit', '--no-fund']]
  // Its output is shown only when it fails; npm's own scripts must not take the caller's lifecycle for theirs.
  const result = spawnSync(command[0], command[1], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  })
  if (result.status !== 0) {
    console.error(`${result.stdout ?? ''}${result.stderr ?? ''}`)
    console.error(
      `Kindling: "npm ci" failed${result.error ? ` (${result.error.message})` : ''}. Check the network and the free disk space, then run the same command again.`,
    )
    process.exit(1)
  }
  writeFileSync(stampFile, wanted)
}

const runtime = spawnSync(
  join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node'),
  ['--version'],
  { encoding: 'utf8' },
)
const version = (runtime.status === 0 ? runtime.stdout : process.version).trim()
if (Number(version.slice(1).split('.')[0]) < 24) {
  console.error(
    `Kindling needs Node 24 or newer and brings its own on Linux and Windows; here it found ${version}. Install Node 24 and run the same command again.`,
  )
  process.exit(1)
}
