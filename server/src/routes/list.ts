import type { FastifyRequest } from 'fastify'
import { originOf } from '../plugins/originOf.ts'
import { ProblemError } from '../plugins/problems.ts'
import { decodeCursor, type Ordering, type Page, type PageRequest } from '../queries/paging.ts'
import { DEFAULT_PAGE_SIZE } from './parameters.ts'

interface PageQuery {
  page?: number
  page_size?: number
  cursor?: string
}

/** Which part of a list is asked for. @throws ProblemError for a cursor of another list, or beside a page */
export function pageOf(query: PageQuery, ordering: Ordering): PageRequest {
  const pageSize = query.page_size ?? DEFAULT_PAGE_SIZE
  if (query.cursor === undefined) return { pageSize, at: { page: query.page ?? 1 } }
  if (query.page !== undefined) {
    const message = 'must not stand beside page; give one of them'
    throw new ProblemError('validation_failed', `cursor ${message}.`, {
      members: { errors: [{ path: 'cursor', message }] },
    })
  }
  const position = decodeCursor(ordering, query.cursor)
  if (position === undefined) {
    const message = 'must be the next_cursor of an answer with the same path and ordering'
    throw new ProblemError('cursor_invalid', `cursor ${message}.`, {
      members: { errors: [{ path: 'cursor', message }] },
    })
  }
  return { pageSize, at: position }
}

/** A page with the addresses of its neighbours. */
export function toList<Row>(request: FastifyRequest, page: PageRequest, found: Page<Row>) {
  const more = found.nextCursor !== null
  const links =
    'page' in page.at
      ? {
          next: more ? urlWith(request, 'page', String(page.at.page + 1)) : null,
          previous: page.at.page > 1 ? urlWith(request, 'page', String(page.at.page - 1)) : null,
        }
      : { next: more ? urlWith(request, 'cursor', found.nextCursor!) : null, previous: null }
  return { count: found.count, ...links, next_cursor: found.nextCursor, results: found.rows }
}

function urlWith(request: FastifyRequest, parameter: string, value: string): string {
  const url = new URL(request.url, originOf(request))
  url.searchParams.set(parameter, value)
  return url.href
}
