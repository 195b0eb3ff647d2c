import { campaignFactoryAbi, campaignFactoryBytecode } from '@kindling/contracts'
import { type Account, type Address, createPublicClient, createWalletClient, type Hex, http } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { KindlingError } from '../lib/errors.ts'

const ANVIL_MNEMONIC = 'test test test test test test test test test test test junk'

export interface DeployedFactory {
  address: Address
  /** Number of the block that holds the deployment: where an index starts. */
  block: number
  transaction: Hex
  gasUsed: bigint
}

/** Deploys the factory (which deploys the campaigns' implementation itself); by anvil's first account where none is given. */
export async function deployFactory(
  rpcUrl: string,
  account: Account = mnemonicToAccount(ANVIL_MNEMONIC),
): Promise<DeployedFactory> {
  const transport = http(rpcUrl, { retryCount: 0 })
  const publicClient = createPublicClient({ transport, pollingInterval: 200 })
  const wallet = createWalletClient({ account, transport })
  const hash = await wallet.deployContract({
    abi: campaignFactoryAbi,
    bytecode: campaignFactoryBytecode,
    account,
    chain: null,
  })
  const receipt = await publicClient.waitForTransactionReceipt({ hash })
  if (receipt.status !== 'success' || !receipt.contractAddress) {
    throw new KindlingError('deployment_failed', `The transaction ${hash} that deploys the factory was reverted.`)
  }
  return {
    address: receipt.contractAddress,
    block: Number(receipt.blockNumber),
    transaction: hash,
    gasUsed: receipt.gasUsed,
  }
}
