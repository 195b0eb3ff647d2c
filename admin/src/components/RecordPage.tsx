import { Skeleton } from '@mui/material'
import type { QueryKey } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { PageHead } from './PageHead.tsx'
import { Problem } from './Problem.tsx'
import { type DeskQueryOptions, useDeskQuery } from './useDeskQuery.ts'

interface RecordPageProps<Row> {
  /** Until the record is there, and where there is none. */
  title: string
  queryKey: QueryKey
  read: (signal: AbortSignal) => Promise<Row>
  every?: DeskQueryOptions<Row>['every']
  children: (row: Row) => ReactNode
}

/** A page on one record. */
export function RecordPage<Row>({ title, queryKey, read, every, children }: RecordPageProps<Row>) {
  const { data, error, refetch, isPlaceholderData } = useDeskQuery(queryKey, read, every === undefined ? {} : { every })
  if (data !== undefined && !isPlaceholderData) {
    return (
      <>
        {error ? <Problem error={error} retry={() => void refetch()} /> : null}
        {children(data)}
      </>
    )
  }
  return (
    <>
      <PageHead title={title} />
      {error ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <Skeleton variant="rectangular" height={320} aria-label="Loading" />
      )}
    </>
  )
}
