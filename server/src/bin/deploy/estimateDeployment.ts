import { campaignFactoryBytecode } from '@kindling/contracts'
import { type Address, getContractAddress, type Hex, type PublicClient, parseAbi } from 'viem'

/** What a deployment will be, before anything is sent. */
export interface Deployment {
  chainId: number
  from: Address
  nonce: number
  /** Where the factory will be, if nothing else is sent from the account before. */
  factoryAddress: Address
  gas: bigint
  /** EIP-1559 where the chain has a base fee, else the one price. */
  fees: { maxFeePerGas: bigint; maxPriorityFeePerGas: bigint } | { gasPrice: bigint }
  /** What an OP Stack chain takes besides for its data on L1; null on other chains. */
  l1FeeWei: bigint | null
  /** At what is paid now, and at the most. */
  likelyWei: bigint
  mostWei: bigint
  balanceWei: bigint
  /** In what way this chain's price differs from the plain one. */
  note: string | null
}

/** The same address on every OP Stack chain. */
const GAS_PRICE_ORACLE = '0x420000000000000000000000000000000000000F'
const oracleAbi = parseAbi(['function getL1Fee(bytes data) view returns (uint256)'])
/** ArbSys, on every Arbitrum chain. */
const ARB_SYS = '0x0000000000000000000000000000000000000064'
const SPARE_PERCENT = 10n

export async function estimateDeployment(
  client: PublicClient,
  from: Address,
  maxFeePerGas?: bigint,
): Promise<Deployment> {
  const data: Hex = campaignFactoryBytecode
  const [chainId, block, nonce, balanceWei, estimated] = await Promise.all([
    client.getChainId(),
    client.getBlock(),
    client.getTransactionCount({ address: from, blockTag: 'pending' }),
    client.getBalance({ address: from }),
    client.estimateGas({ account: from, data }),
  ])
  const gas = estimated + (estimated * SPARE_PERCENT) / 100n
  const baseFee = block.baseFeePerGas
  const fees = await feesOf(client, baseFee, maxFeePerGas)
  const [l1FeeWei, isArbitrum] = await Promise.all([l1Fee(client, data), hasCode(client, ARB_SYS)])
  const likelyPrice = 'gasPrice' in fees ? fees.gasPrice : (baseFee ?? 0n) + fees.maxPriorityFeePerGas
  const mostPrice = 'gasPrice' in fees ? fees.gasPrice : fees.maxFeePerGas
  return {
    chainId,
    from,
    nonce,
    factoryAddress: getContractAddress({ from, nonce: BigInt(nonce) }),
    gas,
    fees,
    l1FeeWei,
    likelyWei: estimated * likelyPrice + (l1FeeWei ?? 0n),
    // The L1 price moves between now and then.
    mostWei: gas * mostPrice + 2n * (l1FeeWei ?? 0n),
    balanceWei,
    note:
      l1FeeWei !== null
        ? 'an OP Stack chain: its fee for data on L1 is in these figures, and moves with the price of gas there'
        : isArbitrum
          ? 'an Arbitrum chain: its price for data on L1 is part of the gas'
          : null,
  }
}

async function feesOf(
  client: PublicClient,
  baseFee: bigint | null,
  maxFeePerGas: bigint | undefined,
): Promise<Deployment['fees']> {
  if (baseFee === null) return { gasPrice: await client.getGasPrice() }
  const fees = await client.estimateFeesPerGas()
  const most = maxFeePerGas ?? fees.maxFeePerGas
  // A tip above the most that is paid is refused.
  const { maxPriorityFeePerGas } = fees.maxPriorityFeePerGas < most ? fees : { maxPriorityFeePerGas: most }
  return { maxFeePerGas: most, maxPriorityFeePerGas }
}

async function l1Fee(client: PublicClient, data: Hex): Promise<bigint | null> {
  if (!(await hasCode(client, GAS_PRICE_ORACLE))) return null
  return client.readContract({ address: GAS_PRICE_ORACLE, abi: oracleAbi, functionName: 'getL1Fee', args: [data] })
}

async function hasCode(client: PublicClient, address: Address): Promise<boolean> {
  return ((await client.getCode({ address })) ?? '0x') !== '0x'
}
