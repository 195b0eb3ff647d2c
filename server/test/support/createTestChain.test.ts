import { campaignAbi, campaignFactoryAbi } from '@kindling/contracts'
import { parseEther } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestChain, type TestChain } from './createTestChain.ts'

let chain: TestChain
beforeAll(async () => {
  chain = await createTestChain()
})
afterAll(() => chain.stop())

const raised = (address: `0x${string}`) =>
  chain.client.readContract({ abi: campaignAbi, address, functionName: 'totalRaised' })
const blocks = async () => {
  const head = Number(await chain.client.getBlockNumber())
  return Promise.all(Array.from({ length: head + 1 }, (_, n) => chain.client.getBlock({ blockNumber: BigInt(n) })))
}

test('a campaign is created, given to and withdrawn from', async () => {
  const [, creator, donor] = chain.accounts
  const { address } = await chain.createCampaign({ creator: creator! })
  await chain.donate({ campaign: address, donor: donor!, amountWei: parseEther('1') })
  const { receipt } = await chain.withdraw({ campaign: address })
  expect(receipt!.from).toBe(creator!.toLowerCase())
  expect(await raised(address)).toBe(parseEther('1'))
})

test('a donor is refunded once the time has passed', async () => {
  const [, , donor] = chain.accounts
  const { address } = await chain.createCampaign({ durationSeconds: 3600 })
  await chain.donate({ campaign: address, donor: donor!, amountWei: 5n })
  await expect(chain.refund({ campaign: address, donor: donor! })).rejects.toThrow('DeadlineNotPassed')
  await chain.increaseTime(3601)
  await chain.refund({ campaign: address, donor: donor! })
  expect(await chain.client.getBalance({ address })).toBe(0n)
})

test('two campaigns and gifts to them share one block, in the order they were sent', async () => {
  const [, one, other] = chain.accounts
  const receipts = await chain.inOneBlock(async () => {
    const first = await chain.createCampaign()
    const second = await chain.createCampaign({ creator: one! })
    await chain.donate({ campaign: first.address, donor: other!, amountWei: 1n })
    await chain.donate({ campaign: second.address, donor: one!, amountWei: 2n })
  })
  expect(new Set(receipts.map((receipt) => receipt.blockNumber)).size).toBe(1)
  expect(receipts.map((receipt) => receipt.transactionIndex)).toEqual([0, 1, 2, 3])
  expect(await raised(receipts[3]!.logs[0]!.address)).toBe(2n)
})

test('a reorg replaces blocks, and what was in them can be mined again', async () => {
  const { address } = await chain.createCampaign()
  const gift = { campaign: address, donor: chain.accounts[3]!, amountWei: 7n }
  const { hash } = await chain.donate(gift)
  await chain.donate(gift)
  await chain.mine(1)
  const before = await blocks()
  await chain.reorg(3, [await chain.minedAgain(hash, 1)])
  const after = await blocks()
  expect(after.length).toBe(before.length)
  expect(after.slice(0, -3)).toEqual(before.slice(0, -3))
  for (const [index, block] of after.entries()) {
    if (index > 0) expect(block.parentHash).toBe(after[index - 1]!.hash)
    if (index >= after.length - 3) expect(block.hash).not.toBe(before[index]!.hash)
  }
  expect(after.map((block) => block.transactions.length).slice(-3)).toEqual([0, 1, 0])
  expect(await raised(address)).toBe(7n)
})

test('the chain goes back to a snapshot', async () => {
  const id = await chain.snapshot()
  const head = await chain.client.getBlockNumber()
  const { address } = await chain.createCampaign()
  await chain.mine(3)
  await chain.revert(id)
  expect(await chain.client.getBlockNumber()).toBe(head)
  expect(await chain.client.getCode({ address })).toBeUndefined()
})

test('a second factory counts for itself', async () => {
  const second = await chain.deployFactory()
  await chain.createCampaign({ factoryAddress: second.address })
  const count = (address: `0x${string}`) =>
    chain.client.readContract({ abi: campaignFactoryAbi, address, functionName: 'getCampaignCount' })
  expect(await count(second.address)).toBe(1n)
})
