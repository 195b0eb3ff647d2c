import { keepPreviousData, type QueryKey, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLogoutIfAccessDenied } from 'react-admin'

export interface DeskQueryOptions<Answer> {
  /** Milliseconds between two looks; a function stops it by giving false. */
  every?: number | ((answer: Answer | undefined) => number | false)
  enabled?: boolean
}

/** A read outside of the lists; a session that has ended leads to the sign-in as it does there. */
export function useDeskQuery<Answer>(
  key: QueryKey,
  read: (signal: AbortSignal) => Promise<Answer>,
  { every, enabled = true }: DeskQueryOptions<Answer> = {},
): UseQueryResult<Answer> {
  const logoutIfDenied = useLogoutIfAccessDenied()
  const query = useQuery<Answer>({
    queryKey: key,
    queryFn: ({ signal }) => read(signal),
    enabled,
    placeholderData: keepPreviousData,
    refetchInterval: typeof every === 'function' ? ({ state }) => every(state.data) : (every ?? false),
  })
  const { error } = query
  useEffect(() => {
    if (error !== null) void logoutIfDenied(error)
  }, [error, logoutIfDenied])
  return query
}
