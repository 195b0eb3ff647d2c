import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { getCampaign, listCampaigns } from '../../../api/queries.ts'
import { Icon } from '../../../components/Icon.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { isAddress } from '../../../lib/shortAddress.ts'
import { useNavigation } from '../../../routing/location.ts'
import { defaultSort, type ExploreSearch, exploreHref } from '../exploreSearch.ts'

const DEBOUNCE_MS = 220
const isCid = (text: string): boolean => /^(?:ipfs:\/\/)?(?:Qm[1-9A-HJ-NP-Za-km-z]{44}|b[a-z2-7]{50,})$/.test(text)

/** The campaign whose document has this CID; undefined when it is none's, or that of several. */
async function findByCid(client: QueryClient, cid: string): Promise<string | undefined> {
  const found = await client.fetchQuery(listCampaigns({ q: cid, page_size: 2 })).catch(() => undefined)
  return found?.results.length === 1 ? found.results[0]?.address : undefined
}

/** Searches as one types; a whole address goes straight to its campaign, or to the profile of whoever it is. */
export function SearchBox({ search }: { search: ExploreSearch }) {
  const t = useMessages()
  const client = useQueryClient()
  const { navigate } = useNavigation()
  const [text, setText] = useState(search.q)
  const sent = useRef(search.q)

  // Back and cleared filters change the search from outside.
  useEffect(() => {
    if (search.q === sent.current) return
    sent.current = search.q
    setText(search.q)
  }, [search.q])

  const go = async (q: string) => {
    if (q === sent.current) return
    sent.current = q
    const named = isCid(q) ? await findByCid(client, q) : undefined
    if (named !== undefined) return navigate(`/campaigns/${named}`)
    if (!isAddress(q))
      return navigate(
        exploreHref({
          ...search,
          q,
          ordering: search.ordering === defaultSort(search.q) ? defaultSort(q) : search.ordering,
        }),
        { keepScroll: true, replace: search.q !== '' },
      )
    const address = q.toLowerCase()
    const isCampaign = await client.fetchQuery(getCampaign(address)).then(
      () => true,
      () => false,
    )
    navigate(`/${isCampaign ? 'campaigns' : 'profiles'}/${address}`)
  }

  useEffect(() => {
    const timer = setTimeout(() => void go(text.trim()), DEBOUNCE_MS)
    return () => clearTimeout(timer)
  })

  return (
    <form
      role="search"
      className="relative mt-6 max-w-3xl"
      onSubmit={(event) => {
        event.preventDefault()
        void go(text.trim())
      }}
    >
      <Icon name="search" className="pointer-events-none absolute top-4 left-4 size-6 text-ink-3" />
      <input
        id="search"
        type="search"
        name="q"
        aria-label={t.explore.search}
        placeholder={t.explore.placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="h-14 w-full rounded-lg border-[1.5px] border-line-strong bg-raised pr-4 pl-13 text-base"
      />
    </form>
  )
}
