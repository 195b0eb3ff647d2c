/** What was typed cannot be done; the message says why in one sentence. */
export class UsageError extends Error {}
