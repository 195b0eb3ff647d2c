import type { campaignAbi, campaignFactoryAbi } from './abi.ts'

type ErrorName = Extract<(typeof campaignAbi | typeof campaignFactoryAbi)[number], { type: 'error' }>['name']

/** What to tell a person when a factory or a campaign reverts, by the error's name. */
export const campaignErrorMessages: Record<ErrorName, string> = {
  InvalidGoal: 'The goal must be more than zero.',
  InvalidDeadline: 'The deadline must lie in the future.',
  InvalidCID: 'The campaign needs the CID of its description.',
  CloneArgumentsTooLong: 'The CID of the description is too long.',
  FailedDeployment: 'The campaign could not be created on the chain.',
  Create2EmptyBytecode: 'The campaign could not be created, as its code was empty.',
  InsufficientBalance: 'The factory does not hold enough ether to create the campaign.',
  InvalidDonation: 'A donation must be more than zero.',
  CampaignClosed: 'The creator has withdrawn, so the campaign takes no more donations.',
  DeadlinePassed: 'The deadline has passed, so the campaign takes no more donations.',
  DeadlineNotPassed: 'Refunds are possible only after the deadline.',
  GoalNotMet: 'The goal has not been met, so the creator cannot withdraw.',
  GoalMet: 'The goal was met, so there are no refunds.',
  NotCreator: 'Only the creator of the campaign can withdraw.',
  AlreadyWithdrawn: 'The creator has already withdrawn.',
  NoContribution: 'This address has not given to the campaign.',
  AlreadyRefunded: 'This address has already had its refund.',
  TransferFailed: 'The receiving address refused the ether, so nothing was paid.',
  NotACampaign: 'This address holds the code that campaigns share and is not a campaign.',
  ReentrancyGuardReentrantCall: 'The campaign is in the middle of another payment.',
}
