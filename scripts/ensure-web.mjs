// Builds the web app when its sources are not those of the last build. Plain JavaScript: "npm start" runs it before anything else.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stampFile = join(root, 'web', 'dist', '.stamp')

const sources = ['web/src', 'web/public', 'client/src', 'contracts/src'].flatMap((folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    : [],
)
const settings = ['web/package.json', 'web/vite.config.ts', 'web/index.html', 'package-lock.json'].map((file) =>
  join(root, file),
)
const hash = createHash('sha256')
for (const file of [...sources, ...settings].sort()) hash.update(relative(root, file)).update(readFileSync(file))
const wanted = hash.digest('hex')

if ((existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '') !== wanted) {
  console.error('Kindling: building the web app (once, some seconds) …')
  const npm = process.env['npm_execpath']
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []]
  const result = spawnSync(command, [...args, 'run', 'build', '--workspace', 'web'], { cwd: root, encoding: 'utf8' })
  if (result.status === 0) writeFileSync(stampFile, wanted)
  // The API works without it, and says so at "/".
  else
    console.error(
      `${result.stdout ?? ''}${result.stderr ?? ''}Kindling: the web app could not be built; the API runs without it.`,
    )
}
