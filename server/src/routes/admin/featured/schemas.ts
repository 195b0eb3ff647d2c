import { Type } from 'typebox'
import { address, component, count, isoTime, listOf, optionalText, text } from '../../schemas.ts'
import { chainId } from '../fields.ts'

export const Featured = component('Featured', {
  id: text('The address'),
  chain_id: chainId,
  campaign_address: address('The campaign'),
  position: count('From 1'),
  name: optionalText('Title of the campaign'),
  hidden: Type.Boolean({ description: 'Hidden ones are not shown on the home page' }),
  featured_by: text('Who put it there'),
  featured_at: isoTime('When'),
})
export const FeaturedList = listOf('FeaturedList', Featured)
