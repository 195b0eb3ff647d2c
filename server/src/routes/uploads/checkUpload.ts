import { cleanImage } from '../../ipfs/images/cleanImage.ts'
import { sniffContent } from '../../ipfs/images/sniffContent.ts'
import { DocumentError } from '../../metadata/DocumentError.ts'
import { readDocument } from '../../metadata/readDocument.ts'
import { ProblemError } from '../../plugins/problems.ts'
import { MAX_DOCUMENT_BYTES, MAX_IMAGE_BYTES } from './readUpload.ts'

export interface CheckedUpload {
  bytes: Uint8Array
  contentType: string
}

/**
 * What may be published of what was sent, told by its bytes: a picture made anew, so that nothing but the picture is
 * left, or a document as it is, if it can be read as one.
 * @throws ProblemError; IpfsError `bad_image`
 */
export async function checkUpload(bytes: Buffer, signal: AbortSignal): Promise<CheckedUpload> {
  const { image, contentType } = sniffContent(bytes)
  if (image) {
    const cleaned = await cleanImage(bytes, image, signal)
    assertSize(cleaned.byteLength, MAX_IMAGE_BYTES, 'picture, stored without its metadata,')
    return { bytes: cleaned, contentType: image }
  }
  if (!/^[\s\ufeff]*\{/.test(bytes.toString('utf8', 0, 64)))
    throw new ProblemError(
      'media_type_unsupported',
      'The file is neither a PNG, JPEG, GIF, WebP or AVIF image nor a JSON object.',
    )
  assertSize(bytes.byteLength, MAX_DOCUMENT_BYTES, 'document')
  try {
    readDocument(bytes)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    throw new ProblemError('content_unsuitable', error.message, { cause: error })
  }
  return { bytes, contentType: contentType.startsWith('application/json') ? contentType : 'application/json' }
}

function assertSize(bytes: number, max: number, what: string): void {
  if (bytes > max) throw new ProblemError('body_too_large', `The ${what} has ${bytes} bytes; at most ${max} are taken.`)
}
