let lastId = 0

/** One JSON-RPC call to a local anvil, its own methods (`anvil_…`, `evm_…`) among them. */
export async function anvilRpc<Result>(rpcUrl: string, method: string, params: unknown[] = []): Promise<Result> {
  const response = await fetch(rpcUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: ++lastId, method, params }),
  })
  const answer = (await response.json()) as { result?: Result; error?: { message: string } }
  if (answer.error) throw new Error(`${method} failed at ${rpcUrl}: ${answer.error.message}`)
  return answer.result as Result
}
