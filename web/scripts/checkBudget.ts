// Fails when the landing page loads too much script, or any of the wallet's code.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const BUDGET_BYTES = 110_000
/** Written by the libraries that only a wallet needs. */
const WALLET_MARKS = ['eip6963:announceProvider', 'wallet_switchEthereumChain', 'eth_sendTransaction']

interface Entry {
  file: string
  imports?: string[]
}

const dist = join(import.meta.dirname, '../dist')
const manifest: Record<string, Entry> = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'))
const files = new Set<string>()

function collect(name: string): void {
  const entry = manifest[name]
  if (entry === undefined) throw new Error(`The manifest has no entry ${name}.`)
  if (files.has(entry.file)) return
  files.add(entry.file)
  for (const imported of entry.imports ?? []) collect(imported)
}

for (const name of ['index.html', 'src/features/home/HomePage.tsx', 'src/i18n/en.ts']) collect(name)

let total = 0
const problems: string[] = []
for (const file of files) {
  const text = readFileSync(join(dist, file))
  const bytes = gzipSync(text, { level: 9 }).length
  total += bytes
  process.stdout.write(`${String(bytes).padStart(8)}  ${file}\n`)
  const mark = WALLET_MARKS.find((candidate) => text.includes(candidate))
  if (mark) problems.push(`${file} holds wallet code (${mark}), which must wait for intent.`)
}
process.stdout.write(`${String(total).padStart(8)}  script of the landing page, gzip (budget ${BUDGET_BYTES})\n`)
if (total > BUDGET_BYTES)
  problems.push(`The landing page loads ${total} bytes of script, ${total - BUDGET_BYTES} too many.`)
for (const problem of problems) process.stderr.write(`${problem}\n`)
process.exitCode = problems.length > 0 ? 1 : 0
