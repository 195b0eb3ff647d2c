/** A log as `eth_getLogs` returns it (EIP-1474), as far as it is read here. */
export interface RpcLog {
  address: string
  topics: string[]
  data: string
  blockNumber: string
  blockHash: string
  /** Not every node sends it. */
  blockTimestamp?: string
  transactionHash: string
  logIndex: string
  removed?: boolean
}
