/** Asks a node. Small enough to be loaded with any page; the wallet's code brings its own. @throws with the node's words */
export async function rpc<T>(url: string, method: string, params: readonly unknown[] = []): Promise<T> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  })
  const { result, error } = (await answer.json()) as { result?: T; error?: { message: string } }
  if (error) throw new Error(error.message)
  return result as T
}
