import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { measureGas, renderGasTable } from '../scripts/measureGas.ts'
import { startTestChain } from './startTestChain.ts'

test('creating a campaign costs less than 250,000 gas, and the README tells what everything costs', async () => {
  const chain = await startTestChain()
  const table = await measureGas(chain).finally(() => chain.stop())
  console.log(renderGasTable(table))
  for (const [what, gas] of Object.entries(table)) {
    if (what.startsWith('create')) expect(gas, what).toBeLessThan(250_000)
  }
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  // The formatter pads the columns of a Markdown table.
  const unpadded = (text: string) => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---')
  expect(unpadded(readme), 'contracts/README.md is stale: run npm run gas --workspace contracts').toContain(
    unpadded(renderGasTable(table)),
  )
}, 60_000)
