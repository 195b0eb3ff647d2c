import { KindlingError } from './errors.ts'

export type Refusal =
  | 'already_reported'
  | 'campaign_hidden'
  | 'campaign_not_found'
  | 'campaign_not_hidden'
  | 'chain_not_found'
  | 'creator_not_blocked'
  | 'dead_letter_not_found'
  | 'dead_letter_outdated'
  | 'job_ended'
  | 'job_not_found'
  | 'report_not_found'
  | 'report_resolved'

/** What a person asked for and cannot have, as things stand. Nothing was changed. */
export class RefusedError extends KindlingError {
  declare readonly code: Refusal

  constructor(code: Refusal, message: string) {
    super(code, message)
  }
}
