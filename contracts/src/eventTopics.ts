import { type Hex, toEventSelector } from 'viem'
import { campaignAbi, campaignFactoryAbi } from './abi.ts'

type EventName = Extract<(typeof campaignAbi | typeof campaignFactoryAbi)[number], { type: 'event' }>['name']

/** The first topic of every event that a factory or a campaign emits, by the event's name. */
export const eventTopics = Object.fromEntries(
  [...campaignFactoryAbi, ...campaignAbi]
    .filter((item) => item.type === 'event')
    .map((item) => [item.name, toEventSelector(item)]),
) as Record<EventName, Hex>
