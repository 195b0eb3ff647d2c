import type { FastifyReply } from 'fastify'
import { fetchFile, openFile } from '../../ipfs/fetchFile.ts'
import { RECIPE, type ResizedImages } from '../../ipfs/images/createResizedImages.ts'
import type { ImageWidth } from '../../ipfs/images/resizeImage.ts'
import { sniffContent } from '../../ipfs/images/sniffContent.ts'
import type { ContentRequest } from './ContentRequest.ts'
import { parameterProblem } from './contentProblem.ts'
import { sendHeaders } from './sendHeaders.ts'

/** A picture at one of the widths. */
export async function answerImage(
  asked: ContentRequest,
  { width, resized }: { width: ImageWidth; resized: ResizedImages },
): Promise<FastifyReply> {
  const { request, reply, root, fetching, intime } = asked
  const { cid: file } = await intime(openFile(root, fetching))
  const avif = /\bimage\/avif\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(request.headers.accept ?? '')
  const { type, bytes } = await intime(
    resized.get({
      file,
      width,
      avif,
      signal: fetching.signal ?? request.signal,
      async bring(signal) {
        const file = await openFile(root, { ...fetching, signal })
        for await (const _ of file.read());
      },
      async read(signal) {
        const { bytes } = await fetchFile(root, { ...fetching, signal })
        const { image } = sniffContent(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
        if (!image) throw parameterProblem('w', 'is for images, which this content is not')
        return bytes
      },
    }),
  )
  const etag = `"${file.toV1()}.w${width}.${type.slice('image/'.length)}.${RECIPE}"`
  sendHeaders(asked, { etag, type, inline: true })
  return reply.send(bytes)
}
