// Builds the web app and the desk when their sources are not those of the last build. Plain JavaScript: "npm start" runs it
// before anything else.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

const builds = [
  {
    workspace: 'web',
    name: 'web app',
    sources: ['web/src', 'web/public', 'web/scripts', 'client/src', 'contracts/src'],
  },
  {
    workspace: 'admin',
    name: 'desk',
    // Its colours and faces are the web app's.
    sources: ['admin/src', 'admin/scripts', 'client/src', 'web/src/styles', 'web/src/fonts', 'web/scripts'],
  },
]

const filesOf = (folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    : []

function hashOf({ workspace, sources }) {
  const settings = ['package.json', 'vite.config.ts', 'index.html'].map((file) => join(root, workspace, file))
  const hash = createHash('sha256')
  for (const file of [...sources.flatMap(filesOf), ...settings, join(root, 'package-lock.json')].sort()) {
    hash.update(relative(root, file)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

for (const build of builds) {
  const stampFile = join(root, build.workspace, 'dist', '.stamp')
  const wanted = hashOf(build)
  if ((existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '') === wanted) continue
  console.error(`Kindling: building the ${build.name} (once, some seconds) …`)
  const npm = process.env['npm_execpath']
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []]
  const result = spawnSync(command, [...args, 'run', 'build', '--workspace', build.workspace], {
    cwd: root,
    encoding: 'utf8',
    // Under a test runner it is "test", and React's development code would be built in.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (result.status === 0) writeFileSync(stampFile, wanted)
  // The API works without them, and says so at "/" and "/admin/".
  else
    console.error(
      `${result.stdout ?? ''}${result.stderr ?? ''}Kindling: the ${build.name} could not be built; the API runs without it.`,
    )
}
