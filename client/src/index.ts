export { type Client, type ClientOptions, createClient } from './createClient.ts'
export {
  ApiError,
  ConflictError,
  errorOf,
  ForbiddenError,
  HiddenError,
  InvalidRequestError,
  NotFoundError,
  type Problem,
  type ProblemCode,
  TryLaterError,
  UnauthenticatedError,
  UnexpectedAnswerError,
} from './errors.ts'
export type { components, operations, paths } from './openapi.ts'
export { createSession, type Session, type Tokens } from './session.ts'
export { type ListPath, type RowOf, walk } from './walk.ts'
