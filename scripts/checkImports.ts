import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/**
 * The import rule (docs/architecture.md): the data goes one way through the rooms of server/src, so each room may import only
 * those listed. Tests and what only tests use (`testing/`) may reach further. Nobody imports bin/.
 */
export const rooms: Record<string, string[]> = {
  lib: [],
  chain: ['lib'],
  broker: ['lib'],
  producer: ['chain', 'broker', 'lib'],
  projections: ['lib'],
  consumer: ['broker', 'projections', 'lib'],
  ipfs: ['lib'],
  metadata: ['ipfs', 'lib'],
  audit: ['lib'],
  moderation: ['audit', 'lib'],
  accounts: ['audit', 'lib'],
  backup: ['lib'],
  queries: ['lib'],
  desk: ['moderation', 'audit', 'metadata', 'ipfs', 'chain', 'broker', 'queries', 'lib'],
  plugins: ['queries', 'accounts', 'metadata', 'ipfs', 'lib'],
  routes: ['plugins', 'queries', 'accounts', 'desk', 'moderation', 'audit', 'metadata', 'ipfs', 'lib'],
  web: ['plugins', 'queries', 'metadata', 'ipfs', 'lib'],
  embedded: ['lib'],
  demo: [],
}

export interface Import {
  from: string
  to: string
  isType: boolean
  /** `import()`: loaded later, so it makes no circle. */
  isLazy: boolean
}

const isTest = (file: string) => /\.test\.ts$|\/testing\//.test(file)
const roomOf = (file: string) => /^server\/src\/([^/]+)\//.exec(file)?.[1]

/** The relative imports of a source file, as paths from the repository's root. */
export function readImports(file: string, source: string): Import[] {
  const statements = source.matchAll(
    /^(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"](\.[^'"]+)['"]|\bimport\(\s*['"](\.[^'"]+)['"]/gm,
  )
  return [...statements].map((match) => ({
    from: file,
    to: join(dirname(file), (match[2] ?? match[3])!)
      .split(sep)
      .join('/'),
    isType: match[1] !== undefined,
    isLazy: match[3] !== undefined,
  }))
}

/** One sentence for each import that the rule forbids. */
export function forbiddenImports(imports: Import[]): string[] {
  return imports.flatMap(({ from, to }) => {
    const [source, target] = [roomOf(from), roomOf(to)]
    if (isTest(from) || from.startsWith('server/test/')) return []
    if (target === 'bin' && source !== 'bin') return [`${from} imports ${to}: nobody imports bin/.`]
    if (source === undefined || source === 'bin') return []
    if (isTest(to) || to.startsWith('server/test/')) return [`${from} imports ${to}, which is there for tests only.`]
    const allowed = rooms[source]
    if (allowed === undefined) return [`${from} is in a room that the table of scripts/checkImports.ts does not know.`]
    if (target === undefined || target === source || allowed.includes(target)) return []
    return [
      `${from} imports ${to}: ${source}/ may import ${allowed.length === 0 ? 'no other room' : allowed.join(', ')}.`,
    ]
  })
}

/** Files that import one another in a circle, types and lazy imports aside; each circle once. */
export function importCycles(imports: Import[]): string[] {
  const targets = new Map<string, string[]>()
  for (const { from, to, isType, isLazy } of imports)
    if (!isType && !isLazy) targets.set(from, [...(targets.get(from) ?? []), to])
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) cycles.push(`${[...path.slice(path.indexOf(file)), file].join(' -> ')} is a circle.`)
    if (path.includes(file) || done.has(file)) return
    for (const next of targets.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of targets.keys()) visit(file, [])
  return cycles
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const files = globSync(['{server,contracts,bench,client}/**/*.ts', 'web/src/**/*.{ts,tsx}'], {
    cwd: root,
    exclude: (name) => name.includes('node_modules'),
  }).map((file) => relative('.', file).split(sep).join('/'))
  const imports = files.flatMap((file) => readImports(file, readFileSync(join(root, file), 'utf8')))
  const faults = [...forbiddenImports(imports), ...importCycles(imports)]
  for (const fault of faults) process.stderr.write(`${fault}\n`)
  process.stdout.write(`${files.length} files, ${imports.length} imports, ${faults.length} against the import rule\n`)
  process.exit(faults.length === 0 ? 0 : 1)
}
