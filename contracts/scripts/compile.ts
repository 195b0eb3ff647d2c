import { writeFile } from 'node:fs/promises'
import { compileContracts } from './compileContracts.ts'
import { renderGenerated } from './renderGenerated.ts'

for (const [name, text] of Object.entries(await renderGenerated(await compileContracts({ cache: false })))) {
  await writeFile(new URL(`../src/${name}`, import.meta.url), text)
  console.log(`contracts/src/${name}: ${text.length} characters`)
}
