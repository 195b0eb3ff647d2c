// Writes client/src/openapi.ts from openapi.json.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateTypes } from './generateTypes.ts'

await writeFile(join(import.meta.dirname, '../src/openapi.ts'), await generateTypes())
