import { ProblemError } from '../../plugins/problems.ts'

export const notThere = (): never => {
  throw new ProblemError('not_found', 'There is nothing here yet.')
}
