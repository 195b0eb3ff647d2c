import { type ReactNode, Suspense } from 'react'

/**
 * A part of a page below the fold, which becomes alive after what stands above it, in steps of its own; at once when somebody
 * touches it. Links work before that.
 */
export const Later = ({ children }: { children: ReactNode }) => <Suspense fallback={null}>{children}</Suspense>
