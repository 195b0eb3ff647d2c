// Writes each text file of a build compressed beside it, as hard as it goes, so that the server need not at each request:
//   node precompress.ts [folder of the build]
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const dist = resolve(process.argv[2] ?? join(import.meta.dirname, '../dist'))
const files = ['favicon.svg', ...readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`)]

for (const file of files.filter((name) => /\.(js|css|svg)$/.test(name) && existsSync(join(dist, name)))) {
  const bytes = readFileSync(join(dist, file))
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  writeFileSync(join(dist, `${file}.br`), brotliCompressSync(bytes, { params }))
  writeFileSync(join(dist, `${file}.gz`), gzipSync(bytes, { level: 9 }))
}
