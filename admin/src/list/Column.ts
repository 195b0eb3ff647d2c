import type { ReactNode } from 'react'

export interface Column<Row> {
  source: string
  label: string
  render: (row: Row) => ReactNode
  /** The name that the server orders by; without it the column cannot be ordered by. */
  sortBy?: string
  align?: 'right'
  /** Sentences, which may hold words longer than a column is wide. */
  isText?: boolean
  /** The words that name a row: its link, and the first line of its card on a phone. */
  isTitle?: boolean
  /** Not shown on a phone. */
  wideOnly?: boolean
}

export interface DeskTableProps<Row> {
  columns: readonly Column<Row>[]
  bulkActions: ReactNode
  /** Where a row leads. */
  to: ((row: Row) => string | false) | undefined
  /** Of a row, in plain words, for its checkbox. */
  nameOf: (row: Row) => string
  label: string
}
