import { type ReactNode, useSyncExternalStore } from 'react'
import { session } from '../api/api.ts'
import { SignInPage } from '../features/signIn/SignInPage.tsx'

/**
 * The desk while somebody is signed in, and the sign-in in its place otherwise, at the same address: signing in goes on where one
 * was. Signing out in one tab is signing out in all of them.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  return useSyncExternalStore(watch, session.isOpen) ? children : <SignInPage />
}

function watch(listener: () => void): () => void {
  const stop = session.watch(listener)
  addEventListener('storage', listener)
  return () => {
    stop()
    removeEventListener('storage', listener)
  }
}
