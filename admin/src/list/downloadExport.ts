import { errorOf } from '@kindling/client'
import { fetchSigned } from '../api/api.ts'

const REPORT_BYTES = 100_000

/** Saves every row that fits the query as a file. The bearer token keeps it from being a plain link. */
export async function downloadExport(
  resource: string,
  format: 'csv' | 'ndjson',
  given: Record<string, string>,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const query = new URLSearchParams(given).toString()
  const url = `${location.origin}/api/v1/admin/${resource}/export.${format}${query ? `?${query}` : ''}`
  const response = await fetchSigned(new Request(url))
  if (!response.ok) throw await errorOf(response)
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  let told = 0
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array<ArrayBuffer>>) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes - told > REPORT_BYTES) {
      told = bytes
      onBytes(bytes)
    }
  }
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob(chunks, { type: response.headers.get('content-type') ?? '' }))
  link.download = `${resource}.${format}`
  link.click()
  URL.revokeObjectURL(link.href)
}
