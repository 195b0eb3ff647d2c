import type { Client } from '@kindling/client'

/** Puts a picture or a document on IPFS and answers its CID. */
export async function uploadFile(api: Client, token: string, file: Blob, name: string): Promise<string> {
  const form = new FormData()
  form.append('file', file, name)
  const { data } = await api.POST(
    '/api/v1/uploads/' as never,
    {
      body: form,
      // As it is: the browser writes the multipart body.
      bodySerializer: (body: FormData) => body,
      headers: { authorization: `Bearer ${token}` },
    } as never,
  )
  return (data as { cid: string }).cid
}
