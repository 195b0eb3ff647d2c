import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from '../../plugins/problems.ts'
import { parameterProblem } from '../ipfs/contentProblem.ts'

export const MAX_IMAGE_BYTES = 10 * 1024 * 1024
export const MAX_DOCUMENT_BYTES = 256 * 1024

/** For the routes of this scope. The parser has no limit on the whole, so the parts have: one file and nothing else. */
export async function addMultipart(app: FastifyInstance): Promise<void> {
  await app.register(multipart, {
    limits: {
      fileSize: MAX_IMAGE_BYTES,
      files: 1,
      fields: 0,
      parts: 1,
      fieldNameSize: 100,
      headerPairs: 20,
    },
  })
}

/** The one file of a multipart/form-data body. What the client says of its name and type is not looked at. */
export async function readUpload(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart())
    throw new ProblemError('media_type_unsupported', 'The body must be multipart/form-data with one part named file.')
  let found: Buffer | undefined
  try {
    for await (const part of request.files()) {
      if (part.fieldname !== 'file') {
        part.file.resume()
        throw parameterProblem(
          'file',
          `must be the name of the one part, not ${JSON.stringify(part.fieldname.slice(0, 50))}`,
        )
      }
      found = await bytesOf(part)
    }
  } catch (error) {
    throw bodyProblem(error)
  }
  if (found === undefined) throw parameterProblem('file', 'is missing: the body must have one part of this name')
  return found
}

const bytesOf = (part: MultipartFile): Promise<Buffer> => part.toBuffer()

/** The parser's errors by their codes. */
function bodyProblem(error: unknown): unknown {
  if (error instanceof ProblemError) return error
  const { code, message = '' } = error as Partial<FastifyError>
  if (code === 'FST_REQ_FILE_TOO_LARGE')
    return new ProblemError('body_too_large', `The file is larger than ${MAX_IMAGE_BYTES} bytes.`, { cause: error })
  if (code === 'FST_PARTS_LIMIT' || code === 'FST_FILES_LIMIT' || code === 'FST_FIELDS_LIMIT')
    return parameterProblem('file', 'must be the only part of the body', error)
  if (code?.startsWith('FST_') || /multipart|boundary|part/i.test(message))
    return new ProblemError('body_invalid', 'The body is not valid multipart/form-data.', { cause: error })
  return error
}
