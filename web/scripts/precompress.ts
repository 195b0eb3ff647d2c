// Writes each text file of the build compressed beside it, as hard as it goes, so that the server need not at each request.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const dist = join(import.meta.dirname, '../dist')
const files = ['favicon.svg', ...readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`)]

for (const file of files.filter((name) => /\.(js|css|svg)$/.test(name))) {
  const bytes = readFileSync(join(dist, file))
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  writeFileSync(join(dist, `${file}.br`), brotliCompressSync(bytes, { params }))
  writeFileSync(join(dist, `${file}.gz`), gzipSync(bytes, { level: 9 }))
}
