/** What each side is told: index this chain into this empty database. */
export interface IndexTask {
  databaseUrl: string
  /** The product's messages go through this RabbitMQ, its consumer being a process of its own; else through the embedded broker. */
  rabbitmqUrl?: string | undefined
  rpcUrl: string
  chainId: number
  factoryAddress: string
  head: { number: number; hash: string }
  /** Blocks per `eth_getLogs`: the product's default, for both sides. */
  blockBatchSize: number
}

export interface IndexResult {
  seconds: number
  /** Seconds by phase. The pipeline's phases overlap, the floor's follow one another. */
  phases: Record<string, number>
  /** CPU seconds of the Node processes between the same two moments. */
  nodeCpuSeconds: number
}
