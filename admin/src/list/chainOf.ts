/** The chain that a list is of, as the API takes it: none is the deployment's first. */
export const chainOf = (filterValues: Record<string, unknown>): { chain_id?: number } =>
  filterValues['chain_id'] === undefined ? {} : { chain_id: Number(filterValues['chain_id']) }
