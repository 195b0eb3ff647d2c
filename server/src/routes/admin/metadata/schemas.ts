import { Type } from 'typebox'
import { address, component, count, isoTime, listOf, nullable, optionalText, text } from '../../schemas.ts'
import { chainId, oneOf } from '../fields.ts'

export const METADATA_STATES = ['absent', 'pending', 'resolved', 'failed'] as const
export const metadataState = oneOf(METADATA_STATES, 'absent: the campaign names no CID')
const metadataFields = {
  id: text("The campaign's address"),
  chain_id: chainId,
  campaign_address: address('The campaign'),
  cid: text('The document, as the chain has it'),
  state: metadataState,
  verified: Type.Boolean({ description: "The bytes were proved to be the CID's" }),
  attempts: count('Of fetching it'),
  error_code: optionalText('The stable code of the error'),
  last_error: optionalText('Why it could not be had'),
  next_attempt_at: nullable(isoTime('When it is tried again; null: not by itself')),
  ipfs_fetched_at: nullable(isoTime('When it was fetched')),
  name: optionalText('Title of the campaign'),
  short_description: optionalText('One or two sentences'),
  category: optionalText('One of the categories'),
  image_url: optionalText('The picture, served here'),
  banner_url: optionalText('The wide picture, served here'),
  creator_avatar_url: optionalText("The creator's picture, served here"),
  hidden: Type.Boolean(),
  updated_at: nullable(isoTime('Of the stored row')),
}
export const AdminMetadata = component('AdminMetadata', metadataFields)
export const AdminMetadataDetail = component('AdminMetadataDetail', {
  ...metadataFields,
  description: optionalText('The story, as written: not sanitised'),
  image_cid: optionalText('A CID, or CID/path'),
  banner_cid: optionalText('A CID, or CID/path'),
  creator_avatar_cid: optionalText('A CID, or CID/path'),
  location: optionalText('Where it takes place'),
  creator_name: optionalText('Who asks'),
  website_url: optionalText(''),
  twitter_handle: optionalText(''),
  discord_url: optionalText(''),
  tags: Type.Array(Type.String()),
  raw_json: Type.Unknown({ description: 'The document as it was found; null before that' }),
  differences: Type.Array(
    Type.Object(
      {
        field: text('The column', 'image_cid'),
        document: Type.Unknown({ description: 'What the document says' }),
        stored: Type.Unknown({ description: 'What is stored and shown' }),
        why: text('What makes them differ'),
      },
      { additionalProperties: false },
    ),
    { description: 'Fields that are not stored as the document says them' },
  ),
  created_at: nullable(isoTime('Of the stored row')),
})
export const AdminMetadataList = listOf('AdminMetadataList', AdminMetadata)
