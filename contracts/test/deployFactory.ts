import { type Address, encodeFunctionData, getAddress, parseEther, parseEventLogs } from 'viem'
import { campaignAbi, campaignFactoryAbi } from '../src/abi.ts'
import { campaignFactoryBytecode } from '../src/bytecode.ts'
import type { Outcome, TestChain } from './startTestChain.ts'

/** A CIDv1 of the usual length, 59 characters. */
export const exampleCid = 'bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi'

export type Terms = { goal: bigint; deadline: bigint; cid: string }

export type DeployedFactory = Awaited<ReturnType<typeof deployFactory>>

/** Deploys a factory, and gives the calls that people make to it and to its campaigns. */
export async function deployFactory(chain: TestChain) {
  const deployer = chain.accounts[0] as Address
  const deployment = await chain.send({ from: deployer, data: campaignFactoryBytecode })
  const factory = getAddress(deployment.receipt.contractAddress as Address)

  /** By default the goal is 10 ETH and the deadline 1,000 seconds away. */
  function withDefaults(terms: Partial<Terms>): Terms {
    return { goal: parseEther('10'), deadline: chain.now() + 1_000n, cid: exampleCid, ...terms }
  }

  function tryCreateCampaign(from: Address, terms: Partial<Terms> = {}, at?: bigint): Promise<Outcome> {
    const { goal, deadline, cid } = withDefaults(terms)
    const data = encodeFunctionData({
      abi: campaignFactoryAbi,
      functionName: 'createCampaign',
      args: [goal, deadline, cid],
    })
    return chain.send({ from, to: factory, data, ...(at !== undefined && { at }) })
  }

  async function createCampaign(from: Address, terms: Partial<Terms> = {}): Promise<Address> {
    const outcome = await tryCreateCampaign(from, terms)
    const [event] = parseEventLogs({
      abi: campaignFactoryAbi,
      eventName: 'CampaignCreated',
      logs: outcome.receipt.logs,
    })
    if (!event) throw new Error(`The campaign was not created: the factory reverted with ${outcome.revertedWith}.`)
    return event.args.campaign
  }

  const call = (functionName: 'donate' | 'withdraw' | 'refund') => {
    const data = encodeFunctionData({ abi: campaignAbi, functionName })
    return (from: Address, campaign: Address, given: { value?: bigint; at?: bigint } = {}) =>
      chain.send({ from, to: campaign, data, ...given })
  }

  const read = (campaign: Address) =>
    chain.client.readContract({ address: campaign, abi: campaignAbi, functionName: 'getSummary' })

  return {
    factory,
    tryCreateCampaign,
    createCampaign,
    donate: call('donate'),
    withdraw: call('withdraw'),
    refund: call('refund'),
    getSummary: read,
  }
}
