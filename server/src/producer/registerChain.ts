import type pg from 'pg'

/** What a deployment says of a chain it follows. */
export interface ChainSettings {
  chainId: number
  name: string
  nativeSymbol: string
  explorerUrl: string | null
  /** Lower-case; only campaigns from these are vouched for. */
  factoryAddresses: string[]
  startBlock: number
}

/** Writes the chain's row, or brings it to what the configuration says now. */
export async function registerChain(pool: pg.Pool, chain: ChainSettings): Promise<void> {
  await pool.query(
    `insert into chains (chain_id, name, native_symbol, explorer_url, factory_addresses, start_block)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (chain_id) do update set
       name = excluded.name, native_symbol = excluded.native_symbol, explorer_url = excluded.explorer_url,
       factory_addresses = excluded.factory_addresses, start_block = excluded.start_block, updated_at = now()
     where (chains.name, chains.native_symbol, chains.explorer_url, chains.factory_addresses, chains.start_block)
       is distinct from
           (excluded.name, excluded.native_symbol, excluded.explorer_url, excluded.factory_addresses, excluded.start_block)`,
    [chain.chainId, chain.name, chain.nativeSymbol, chain.explorerUrl, chain.factoryAddresses, chain.startBlock],
  )
}
