import { type Address, parseEther } from 'viem'
import { deployFactory } from '../test/deployFactory.ts'
import type { Outcome, TestChain } from '../test/startTestChain.ts'

/** Gas used by whole transactions, the 21,000 of every transaction included, by what the transaction does. */
export type GasTable = Record<string, number>

/** Measures each kind of transaction on a chain of its own, with a CIDv1 of 59 characters. */
export async function measureGas(chain: TestChain): Promise<GasTable> {
  const kindling = await deployFactory(chain)
  const [, alice, bob, carol] = chain.accounts as [Address, Address, Address, Address]
  const one = { value: parseEther('1') }
  const terms = { goal: parseEther('2000'), deadline: chain.now() + 1_000n }
  const table: GasTable = {}
  const note = (what: string, { receipt, revertedWith }: Outcome) => {
    if (revertedWith !== undefined) throw new Error(`"${what}" reverted with ${revertedWith}.`)
    table[what] = Number(receipt.gasUsed)
  }

  note('create, the first campaign of a factory', await kindling.tryCreateCampaign(alice, terms))
  note("create, a creator's first", await kindling.tryCreateCampaign(bob, terms))
  note("create, a creator's next", await kindling.tryCreateCampaign(bob, terms))

  const failing = await kindling.createCampaign(alice, terms)
  note("donate, a campaign's first", await kindling.donate(alice, failing, one))
  note("donate, a donor's first", await kindling.donate(bob, failing, one))
  note("donate, a donor's next", await kindling.donate(bob, failing, one))
  await kindling.donate(carol, failing, one)

  const funded = await kindling.createCampaign(alice, { ...terms, goal: 1n })
  await kindling.donate(bob, funded, one)
  note('withdraw', await kindling.withdraw(alice, funded))

  note("refund, a campaign's first", await kindling.refund(alice, failing, { at: terms.deadline }))
  note("refund, a campaign's next", await kindling.refund(bob, failing))
  return table
}

export function renderGasTable(table: GasTable): string {
  const rows = Object.entries(table).map(([what, gas]) => `| ${what} | ${gas.toLocaleString('en-US')} |`)
  return ['| transaction | gas |', '| --- | ---: |', ...rows].join('\n')
}
