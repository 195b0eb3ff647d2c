import { useMessages } from '../i18n/messages.ts'

/** The figures behind a chart, for whoever cannot or would rather not read strokes. The first column names the row. */
export function ChartTable({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) {
  const t = useMessages()
  return (
    <details className="mt-4">
      <summary className="w-fit py-1.5 text-sm font-semibold">{t.stats.table}</summary>
      <div className="mt-2 max-h-96 overflow-auto" tabIndex={0} role="region" aria-label={t.stats.table}>
        <table className="figures w-full text-sm">
          <thead className="sticky top-0 border-b-2 border-ink bg-ground text-left">
            <tr>
              {head.map((name, index) => (
                <th key={name} scope="col" className={index === 0 ? 'py-2' : 'pl-4 text-right'}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row[0]} className="border-b border-line">
                {row.map((value, index) =>
                  index === 0 ? (
                    <th key={head[index]} scope="row" className="py-1.5 text-left font-normal">
                      {value}
                    </th>
                  ) : (
                    <td key={head[index]} className="pl-4 text-right">
                      {value}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
