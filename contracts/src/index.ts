export { campaignAbi, campaignFactoryAbi } from './abi.ts'
export { campaignFactoryBytecode } from './bytecode.ts'
export { campaignErrorMessages } from './campaignErrorMessages.ts'
export { eventTopics } from './eventTopics.ts'
