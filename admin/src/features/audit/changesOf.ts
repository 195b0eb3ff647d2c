import type { DiffRow } from '../../components/DiffTable.tsx'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The members that are not the same before and after; values that are no objects are one row. */
export function changesOf(before: unknown, after: unknown): DiffRow[] {
  const same = (left: unknown, right: unknown) => JSON.stringify(left ?? null) === JSON.stringify(right ?? null)
  if (!isObject(before ?? {}) || !isObject(after ?? {})) {
    return same(before, after) ? [] : [{ field: 'value', left: before, right: after }]
  }
  const [left, right] = [(before ?? {}) as Record<string, unknown>, (after ?? {}) as Record<string, unknown>]
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .filter((field) => !same(left[field], right[field]))
    .map((field) => ({ field, left: left[field], right: right[field] }))
}
