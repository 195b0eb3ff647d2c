import { useQuery } from '@tanstack/react-query'
import { listCategories } from '../../../api/listCategories.ts'
import { useLanguage } from '../../../i18n/messages.ts'
import { CATEGORIES } from '../../../lib/categories.ts'
import { formatCount } from '../../../lib/formatAmount.ts'
import { Link } from '../../../routing/Link.tsx'

/** The categories as a line of words; how many campaigns each has stands beside it as an exponent. */
export function Categories() {
  const { code, t } = useLanguage()
  const { data } = useQuery(listCategories())
  const counts = new Map(data?.results.map((row) => [row.category, row.campaigns_count]))
  const shown = CATEGORIES.filter((category) => counts.size === 0 || (counts.get(category) ?? 0) > 0)
  return (
    <section className="later page mt-24 [--tall:27rem] md:[--tall:18rem]" aria-labelledby="categories">
      <h2 id="categories" className="eyebrow border-t-2 border-ink pt-4">
        {t.home.categories}
      </h2>
      <ul className="mt-4 flex flex-wrap gap-x-7 gap-y-1 font-display text-3xl font-bold tracking-tight">
        {shown.map((category) => (
          <li key={category}>
            <Link
              to={`/explore?category=${category}`}
              className="inline-block py-1 decoration-ember decoration-4 underline-offset-8 hover:underline"
            >
              {t.categoryName(category)}
              {counts.has(category) && (
                <sup className="figures ml-1 align-super font-sans text-xs font-semibold text-ink-3">
                  {formatCount(counts.get(category) ?? 0, code)}
                </sup>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
