import { Type } from 'typebox'
import { CampaignDetail, Metadata, MetadataSummary } from '../../campaigns/schemas.ts'
import { bigInteger, component, count, isoTime, listOf, nullable, optionalText, ref, text } from '../../schemas.ts'
import { metadataState } from '../metadata/schemas.ts'

const { metadata: _, ...campaignFacts } = CampaignDetail.properties
const moderationFields = {
  metadata_state: metadataState,
  last_error: optionalText('Why the metadata could not be had, or could not be read again'),
  hidden: Type.Boolean({ description: 'By itself or with its creator' }),
  hidden_reason: optionalText('What visitors are told'),
  hidden_at: nullable(isoTime('When it was hidden, or its creator blocked')),
  featured_position: nullable(count('Its place on the home page, from 1; null: none')),
  reports_open: count('Reports of visitors that nobody has looked at'),
  creator_blocked: Type.Boolean({ description: 'All campaigns of its creator are hidden' }),
  countdown_seconds: bigInteger('Until the deadline; 0 when it has passed'),
}
export const AdminCampaign = component('AdminCampaign', {
  id: text('The address'),
  ...campaignFacts,
  ...moderationFields,
  metadata: nullable(ref(MetadataSummary)),
})
export const AdminCampaignDetail = component('AdminCampaignDetail', {
  id: text('The address'),
  ...campaignFacts,
  ...moderationFields,
  metadata: nullable(ref(Metadata)),
})
export const AdminCampaignList = listOf('AdminCampaignList', AdminCampaign)
