// Adds to package-lock.json the optional platform packages that the registry in use does not serve: npm leaves them out, and "npm ci"
// on another platform then fails with "Missing … from lock file". Run after every change of dependencies ("npm run lock").
import { readFileSync, writeFileSync } from 'node:fs'

const file = 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8'))
const cpuNames = { amd64: 'x64' }
let added = 0

for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (lock.packages[`${path}/node_modules/${name}`] || lock.packages[`node_modules/${name}`]) continue
    const os = /darwin|win32|windows|linux|android|freebsd|openharmony|aix|sunos|openbsd|netbsd/.exec(name)?.[0]
    const cpu = /arm64|amd64|x64|ia32|ppc64|riscv64|s390x|arm(?=-|v|$)|loong64|mips64el/.exec(name)?.[0]
    // A range or a package for every platform: npm itself decides.
    if (!os || !cpu || !/^\d/.test(version)) continue
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [cpuNames[cpu] ?? cpu],
      ...(entry.dev ? { dev: true } : {}),
      ...(/musl/.test(name) ? { libc: ['musl'] } : {}),
      optional: true,
      os: [os === 'windows' ? 'win32' : os],
    }
    added++
  }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} platform packages added to ${file}`)
