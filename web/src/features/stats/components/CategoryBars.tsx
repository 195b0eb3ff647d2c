import { useQuery } from '@tanstack/react-query'
import { listCategories } from '../../../api/listCategories.ts'
import { Amount } from '../../../components/Amount.tsx'
import { useLanguage } from '../../../i18n/messages.ts'
import { formatCount } from '../../../lib/formatAmount.ts'
import { Link } from '../../../routing/Link.tsx'

export function CategoryBars() {
  const { code, t } = useLanguage()
  const { data } = useQuery(listCategories())
  const rows = [...(data?.results ?? [])].sort((a, b) => Number(b.total_raised_eth) - Number(a.total_raised_eth))
  const most = Number(rows[0]?.total_raised_eth ?? 0) || 1
  if (data && rows.length === 0) return null
  return (
    <section className="mt-16" aria-labelledby="by-category">
      <h2 id="by-category" className="border-t-2 border-ink pt-4 text-2xl">
        {t.stats.categories}
      </h2>
      <table className="mt-4 w-full">
        <tbody>
          {rows.map((row) => (
            <tr key={row.category} className="border-b border-line text-sm">
              <th scope="row" className="w-36 py-2.5 text-left font-semibold">
                <Link
                  to={`/explore?category=${row.category}&status=any`}
                  className="hover:underline underline-offset-4"
                >
                  {t.categoryName(row.category)}
                </Link>
              </th>
              <td className="hidden px-4 sm:table-cell" aria-hidden="true">
                <span
                  className="block h-3 bg-ember"
                  style={{ width: `${Math.max(0.5, (Number(row.total_raised_eth) / most) * 100)}%` }}
                />
              </td>
              <td className="figures w-32 text-right text-ink-3">
                {t.stats.campaignsOf(row.campaigns_count, formatCount(row.campaigns_count, code))}
              </td>
              <td className="w-32 text-right font-semibold">
                <Amount eth={row.total_raised_eth} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
