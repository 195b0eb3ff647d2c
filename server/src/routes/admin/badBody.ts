import { ProblemError } from '../../plugins/problems.ts'

/** A body whose members do not go together. */
export function badBody(path: string, message: string): ProblemError {
  return new ProblemError('validation_failed', `${path} ${message}.`, { members: { errors: [{ path, message }] } })
}
