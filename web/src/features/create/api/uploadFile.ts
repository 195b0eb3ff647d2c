import { ApiError, type Problem } from '@kindling/client'

/** Puts a picture or a document on IPFS and answers its CID. `onProgress` hears the part that has left, from 0 to 1. */
export function uploadFile(
  token: string,
  file: Blob,
  name: string,
  onProgress: (part: number) => void = () => {},
): Promise<string> {
  const form = new FormData()
  form.append('file', file, name)
  // Not fetch, which tells nothing of what has left.
  const request = new XMLHttpRequest()
  return new Promise((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new Error('The server could not be reached.'))
    request.onload = () => {
      try {
        const answer: unknown = JSON.parse(request.responseText)
        if (request.status < 300) resolve((answer as { cid: string }).cid)
        else reject(new ApiError(answer as Problem))
      } catch {
        reject(new Error(`The server answered ${request.status} without saying why.`))
      }
    }
    request.open('POST', '/api/v1/uploads/')
    request.setRequestHeader('authorization', `Bearer ${token}`)
    request.send(form)
  })
}
