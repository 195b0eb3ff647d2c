import { createPublicClient, custom, type Hex, parseGwei, toHex } from 'viem'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createTestChain, type TestChain } from '../../../test/support/createTestChain.ts'
import { estimateDeployment } from './estimateDeployment.ts'

const ORACLE = '0x420000000000000000000000000000000000000F'
const ARB_SYS = '0x0000000000000000000000000000000000000064'

let chain: TestChain
beforeAll(async () => {
  chain = await createTestChain()
})
afterEach(async () => {
  for (const address of [ORACLE, ARB_SYS] as const) await chain.client.setCode({ address, bytecode: '0x' })
})
afterAll(() => chain.stop())

/** A contract that answers every call with this number. */
const answering = (value: bigint): Hex => `0x7f${toHex(value, { size: 32 }).slice(2)}60005260206000f3`

/** The chain as a client sees it whose blocks have no base fee, as before London. */
const withoutBaseFee = () =>
  createPublicClient({
    transport: custom({
      request: async (asked: { method: string; params?: unknown }) => {
        const answer: unknown = await chain.client.request(asked as never)
        if (asked.method !== 'eth_getBlockByNumber') return answer
        const { baseFeePerGas: _, ...block } = answer as Record<string, unknown>
        return block
      },
    }),
  })

const estimate = (maxFeePerGas?: bigint) => estimateDeployment(chain.client as never, chain.accounts[1]!, maxFeePerGas)

describe('what a deployment costs', () => {
  test('is gas by price on a plain chain, with room in what may be paid at most', async () => {
    const plan = await estimate()
    const { maxFeePerGas } = plan.fees as { maxFeePerGas: bigint }
    expect(plan).toMatchObject({ chainId: chain.chainId, l1FeeWei: null, note: null })
    expect(plan.mostWei).toBe(plan.gas * maxFeePerGas)
    expect(plan.likelyWei).toBeGreaterThan(0n)
    expect(plan.likelyWei).toBeLessThan(plan.mostWei)
  })

  test('has the fee for data on L1 in it on an OP Stack chain, and room for twice of it', async () => {
    const plain = await estimate(parseGwei('9'))
    const l1FeeWei = 1_234_567_890_123_456n
    await chain.client.setCode({ address: ORACLE, bytecode: answering(l1FeeWei) })
    const plan = await estimate(parseGwei('9'))
    expect(plan.l1FeeWei).toBe(l1FeeWei)
    expect(plan.mostWei - plain.mostWei).toBe(2n * l1FeeWei)
    expect(plan.likelyWei - plain.likelyWei).toBe(l1FeeWei)
    expect(plan.note).toContain('OP Stack')
  })

  test('has it within the gas on an Arbitrum chain', async () => {
    await chain.client.setCode({ address: ARB_SYS, bytecode: '0xfe' })
    const plan = await estimate()
    expect(plan).toMatchObject({ l1FeeWei: null, note: expect.stringContaining('Arbitrum') })
  })

  test('is the one price where blocks have no base fee', async () => {
    const plan = await estimateDeployment(withoutBaseFee(), chain.accounts[1]!)
    const gasPrice = await chain.client.getGasPrice()
    expect(plan.fees).toEqual({ gasPrice })
    expect(plan.mostWei).toBe(plan.gas * gasPrice)
  })

  test('never has a tip above the most that is to be paid', async () => {
    const plan = await estimate(1n)
    expect(plan.fees).toEqual({ maxFeePerGas: 1n, maxPriorityFeePerGas: 1n })
  })
})
