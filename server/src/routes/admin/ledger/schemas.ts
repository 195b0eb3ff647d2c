import { Contribution } from '../../campaigns/schemas.ts'
import { component, listOf, optionalText } from '../../schemas.ts'
import { chainId } from '../fields.ts'

export const AdminContribution = component('AdminContribution', {
  ...Contribution.properties,
  chain_id: chainId,
  campaign_name: optionalText('Title of the campaign'),
})
export const AdminContributionList = listOf('AdminContributionList', AdminContribution)
