import { Icon } from '../../../components/Icon.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { useSiteConfig } from '../../../lib/siteConfig.ts'
import { Link } from '../../../routing/Link.tsx'
import { type ExploreSearch, exploreHref } from '../exploreSearch.ts'
import { goalLabel } from './Filters.tsx'

/** What narrows the list, each to be taken away on its own. */
export function ActiveFilters({ search }: { search: ExploreSearch }) {
  const t = useMessages()
  const { nativeSymbol } = useSiteConfig()
  const e = t.explore
  const filters: { label: string; without: Partial<ExploreSearch> }[] = []
  if (search.q) filters.push({ label: `“${search.q}”`, without: { q: '' } })
  for (const category of search.categories) {
    filters.push({
      label: t.categoryName(category),
      without: { categories: search.categories.filter((name) => name !== category) },
    })
  }
  if (search.status !== null) {
    filters.push({
      label: search.status === 'any' ? e.statusAny : t.status[search.status],
      without: { status: null },
    })
  }
  if (search.tag) filters.push({ label: e.tag(search.tag), without: { tag: null } })
  if (search.days !== null)
    filters.push({ label: `${e.deadline} ${e.deadlineDays(search.days)}`, without: { days: null } })
  if (search.progress !== null)
    filters.push({ label: e.progressFrom(`${search.progress} %`), without: { progress: null } })
  if (search.goal) {
    filters.push({ label: goalLabel(search.goal, e, (amount) => `${amount} ${nativeSymbol}`), without: { goal: null } })
  }
  if (filters.length === 0) return null
  return (
    <ul className="mt-4 flex flex-wrap gap-2">
      {filters.map(({ label, without }) => (
        <li key={label}>
          <Link
            to={exploreHref({ ...search, ...without })}
            keepScroll
            aria-label={e.remove(label)}
            className="inline-flex min-h-9 items-center gap-1.5 rounded-sm bg-sunken px-3 text-sm font-medium hover:bg-line"
          >
            {label} <Icon name="close" className="size-3.5 text-ink-3" />
          </Link>
        </li>
      ))}
      <li>
        <Link to="/explore" keepScroll className="link inline-flex min-h-9 items-center px-1 text-sm">
          {e.clear}
        </Link>
      </li>
    </ul>
  )
}
