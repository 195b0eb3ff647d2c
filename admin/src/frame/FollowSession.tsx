import { useEffect } from 'react'
import { useLogoutIfAccessDenied } from 'react-admin'
import { session } from '../api/api.ts'
import { SessionEndedError } from '../api/authProvider.ts'
import { SESSION_KEY } from '../api/deskSession.ts'

/** Signing out in one tab is signing out in all of them. */
export function FollowSession() {
  const logoutIfDenied = useLogoutIfAccessDenied()
  useEffect(() => {
    const follow = ({ key }: StorageEvent) => {
      if ((key === SESSION_KEY || key === null) && !session.isOpen()) void logoutIfDenied(new SessionEndedError())
    }
    addEventListener('storage', follow)
    return () => removeEventListener('storage', follow)
  }, [logoutIfDenied])
  return null
}
