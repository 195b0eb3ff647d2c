import { buttonClasses } from '../../../components/Button.tsx'
import { useMessages } from '../../../i18n/messages.ts'
import { Link } from '../../../routing/Link.tsx'
import { type ExploreSearch, exploreHref } from '../exploreSearch.ts'

export function NoResults({ search }: { search: ExploreSearch }) {
  const t = useMessages()
  return (
    <div className="py-16">
      <p className="font-display text-2xl font-bold">{t.explore.none}</p>
      <p className="mt-2 max-w-md text-ink-2">{t.explore.noneText}</p>
      <p className="mt-6 flex flex-wrap gap-3">
        {search.status === null && (
          <Link to={exploreHref({ ...search, status: 'any' })} className={buttonClasses('ember')}>
            {t.explore.alsoEnded}
          </Link>
        )}
        <Link to="/explore" className={buttonClasses('outline')}>
          {t.explore.clear}
        </Link>
      </p>
    </div>
  )
}
