import { encodeFunctionData, parseEther } from 'viem'
import { waitFor } from '../../server/test/support/waitFor.ts'
import type { Kindling } from './kindling.ts'

const FACTORY_ABI = [
  {
    type: 'function',
    name: 'createCampaign',
    stateMutability: 'nonpayable',
    inputs: [
      { name: 'goal', type: 'uint256' },
      { name: 'deadline', type: 'uint256' },
      { name: 'cid', type: 'string' },
    ],
    outputs: [{ name: 'campaign', type: 'address' }],
  },
] as const

interface Terms {
  creator: string
  goalEth?: string
  /** As written into the contract: anything that is not empty. */
  cid: string
}

/** A campaign made on the chain alone, past the web app; answers its address when the index has it. */
export async function createCampaign(kindling: Kindling, { creator, goalEth = '10', cid }: Terms): Promise<string> {
  const { factoryAddress } = (await (await fetch(`${kindling.origin}/web/config`)).json()) as { factoryAddress: string }
  const { timestamp } = await kindling.rpc<{ timestamp: string }>('eth_getBlockByNumber', ['latest', false])
  const deadline = BigInt(timestamp) + 30n * 86_400n
  const hash = await kindling.rpc<string>('eth_sendTransaction', [
    {
      from: creator,
      to: factoryAddress,
      data: encodeFunctionData({
        abi: FACTORY_ABI,
        functionName: 'createCampaign',
        args: [parseEther(goalEth), deadline, cid],
      }),
    },
  ])
  const find = async () => {
    const { results } = await kindling.ask<{ results: { event_data_parsed: { campaign: string } }[] }>(
      `events/?tx_hash=${hash}`,
    )
    return results[0]?.event_data_parsed.campaign.toLowerCase()
  }
  await waitFor(`the campaign of transaction ${hash} is indexed`, async () => (await find()) !== undefined, 60_000)
  return (await find()) as string
}

const DONATE = '0xed88c68e'

/** A gift past the web app, from an account of the local chain; answers the transaction's hash. */
export const give = (kindling: Kindling, campaign: string, from: string, wei: bigint): Promise<string> =>
  kindling.rpc('eth_sendTransaction', [{ from, to: campaign, value: `0x${wei.toString(16)}`, data: DONATE }])
