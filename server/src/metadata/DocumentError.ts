import { KindlingError } from '../lib/errors.ts'

export type DocumentErrorCode =
  | 'document_too_large'
  | 'document_not_utf8'
  | 'document_not_json'
  | 'document_too_deep'
  | 'document_too_many_values'
  | 'document_not_object'

/** The bytes are what the CID names, and they are no metadata document: nobody else can have better ones. */
export class DocumentError extends KindlingError {
  declare readonly code: DocumentErrorCode

  constructor(code: DocumentErrorCode, message: string, cause?: unknown) {
    super(code, message, { cause })
  }
}
