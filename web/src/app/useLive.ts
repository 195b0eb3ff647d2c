import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSiteConfig } from '../lib/siteConfig.ts'
import { matchRoute } from '../routes.ts'

const KINDS = ['donation', 'campaign', 'withdrawal', 'refund', 'reorg', 'metadata', 'reset'] as const
const FALLBACK_MS = 15_000
/** Several donations in one block are one refresh. */
const GATHER_MS = 250

/** A campaign's page is about that campaign; what happens at others can wait until somebody goes there. */
function concernsPage(data: string): boolean {
  const { name, params } = matchRoute(location.pathname)
  if (name !== 'campaign') return true
  const { campaign_address: address } = JSON.parse(data) as { campaign_address?: string }
  return address === undefined || address === params['address']
}

/**
 * Keeps what is on the page as the chain has it: whatever the stream tells of is asked again. A reorg takes back by the
 * same way, as the answer then no longer holds it. Without the stream, the page asks every 15 s.
 */
export function useLive(): void {
  const client = useQueryClient()
  const { streamId } = useSiteConfig()
  useEffect(() => {
    let polling: ReturnType<typeof setInterval> | undefined
    let gathering: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      gathering ??= setTimeout(() => {
        gathering = undefined
        if (document.visibilityState === 'visible')
          void client.invalidateQueries({ queryKey: ['api'], refetchType: 'active' })
      }, GATHER_MS)
    }
    const poll = (on: boolean) => {
      if (on) polling ??= setInterval(refresh, FALLBACK_MS)
      else {
        clearInterval(polling)
        polling = undefined
      }
    }
    // What happened between the server's rendering and now is told first.
    const stream = new EventSource(`/api/v1/stream/${streamId === null ? '' : `?after=${streamId}`}`)
    let isTold = streamId !== null
    stream.onopen = () => {
      // Where the server could not say how far the page is, what happened before the stream was open is not told.
      if (!isTold) refresh()
      isTold = true
      poll(false)
    }
    stream.onerror = () => poll(true)
    for (const kind of KINDS) {
      stream.addEventListener(kind, (event: MessageEvent<string>) => {
        if (concernsPage(event.data)) refresh()
      })
    }
    return () => {
      stream.close()
      poll(false)
      clearTimeout(gathering)
    }
  }, [client, streamId])
}
