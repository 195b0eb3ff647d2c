import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { benchFolder } from '../support/benchFolder.ts'
import { progress } from '../support/progress.ts'

const source = join(import.meta.dirname, 'lighthouse')
const folder = join(benchFolder, 'lighthouse')
const FILES = ['package.json', 'package-lock.json']

/**
 * The path of Lighthouse's command. With all it needs it weighs 176 MB, so it is nobody's dependency: pinned by a lockfile of
 * its own and installed the first time this benchmark runs.
 */
export function installLighthouse(): string {
  const wanted = createHash('sha256')
  for (const file of FILES) wanted.update(readFileSync(join(source, file)))
  const hash = wanted.digest('hex')
  const stamp = join(folder, '.stamp')
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
    progress('Installing Lighthouse (once, 176 MB)')
    mkdirSync(folder, { recursive: true })
    for (const file of FILES) copyFileSync(join(source, file), join(folder, file))
    const npm = process.env['npm_execpath']
    const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []]
    const { status, error, stderr } = spawnSync(
      command,
      [...args, 'ci', '--ignore-scripts', '--no-fund', '--no-audit'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )
    if (status !== 0) throw new Error(`Lighthouse could not be installed: ${error?.message ?? stderr}`)
    writeFileSync(stamp, hash)
  }
  return join(folder, 'node_modules/lighthouse/cli/index.js')
}
