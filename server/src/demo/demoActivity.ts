import { campaignAbi, campaignFactoryAbi } from '@kindling/contracts'
import { type Address, createPublicClient, createWalletClient, type Hex, http, numberToHex, parseEther } from 'viem'
import { callRpc } from './callRpc.ts'
import { chooseGift, type OpenCampaign } from './chooseGift.ts'
import { DEMO_DONORS, demoAccount, FIRST_DONOR_INDEX } from './demoAccounts.ts'
import { createRandom } from './random.ts'

export interface DemoDonation {
  readonly campaign: Address
  readonly donor: Address
  readonly amountWei: bigint
  readonly txHash: Hex
}

export interface DemoActivityOptions {
  readonly rpcUrl: string
  readonly factoryAddress: Address
  /** Time between two donations; left out, between 2 and 6 s at random. */
  readonly intervalMs?: number
  readonly signal: AbortSignal
  readonly onDonation?: (donation: DemoDonation) => void
  /** A donation that did not come about. The next is tried at its time. */
  readonly onError?: (error: unknown) => void
}

/**
 * Lets demo donors go on giving to the open campaigns of a local anvil until `signal` aborts. Reads what is open from the chain alone.
 * Never rejects; the promise settles once nothing of it runs any more.
 */
export async function startDemoActivity({
  rpcUrl,
  factoryAddress,
  intervalMs,
  signal,
  onDonation,
  onError,
}: DemoActivityOptions): Promise<void> {
  const random = createRandom(`activity ${Date.now()}`)
  let donorCount = DEMO_DONORS
  while (!signal.aborted) {
    await pause(intervalMs ?? random.range(2_000, 6_000), signal)
    if (signal.aborted) return
    try {
      if (random.chance(0.02)) donorCount++
      const newcomer = donorCount > DEMO_DONORS && random.chance(0.1)
      const donorIndex = FIRST_DONOR_INDEX + (newcomer ? donorCount - 1 : random.int(0, DEMO_DONORS - 1))
      const gift = chooseGift(await readOpenCampaigns(rpcUrl, factoryAddress, signal), random)
      if (!gift) continue
      const donation = await donate(rpcUrl, donorIndex, gift.campaign, gift.amountWei, signal)
      onDonation?.(donation)
    } catch (error) {
      if (!signal.aborted) onError?.(error)
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end, { once: true })
  })
}

function transport(rpcUrl: string, signal: AbortSignal) {
  return http(rpcUrl, { fetchOptions: { signal }, retryCount: 0 })
}

async function readOpenCampaigns(
  rpcUrl: string,
  factoryAddress: Address,
  signal: AbortSignal,
): Promise<OpenCampaign[]> {
  const client = createPublicClient({ transport: transport(rpcUrl, signal) })
  const { timestamp } = await client.getBlock()
  const addresses = await client.readContract({
    address: factoryAddress,
    abi: campaignFactoryAbi,
    functionName: 'getCampaigns',
  })
  const summaries = await Promise.all(
    addresses.map(async (address) => ({
      address,
      ...(await client.readContract({ address, abi: campaignAbi, functionName: 'getSummary' })),
    })),
  )
  // a minute's margin: the donation's block comes after the one that was read
  return summaries.filter(({ active, deadline }) => active && deadline > timestamp + 60n)
}

async function donate(
  rpcUrl: string,
  donorIndex: number,
  campaign: Address,
  amountWei: bigint,
  signal: AbortSignal,
): Promise<DemoDonation> {
  const account = demoAccount(donorIndex)
  const client = createPublicClient({ transport: transport(rpcUrl, signal) })
  if ((await client.getBalance({ address: account.address })) < amountWei + parseEther('1')) {
    await callRpc(rpcUrl, 'anvil_setBalance', [account.address, numberToHex(amountWei + parseEther('50'))], signal)
  }
  const wallet = createWalletClient({ account, transport: transport(rpcUrl, signal) })
  const txHash = await wallet.writeContract({
    address: campaign,
    abi: campaignAbi,
    functionName: 'donate',
    value: amountWei,
    chain: null,
  })
  return { campaign, donor: account.address, amountWei, txHash }
}
