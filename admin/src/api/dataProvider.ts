import type { ListPath } from '@kindling/client'
import { type DataProvider, HttpError } from 'react-admin'
import { api } from './api.ts'

type AdminList = Extract<ListPath, `/api/v1/admin/${string}`>

const LISTS: Record<string, AdminList> = {
  audit: '/api/v1/admin/audit/',
  'blocked-creators': '/api/v1/admin/blocked-creators/',
  campaigns: '/api/v1/admin/campaigns/',
  contributions: '/api/v1/admin/contributions/',
  'dead-letters': '/api/v1/admin/dead-letters/',
  events: '/api/v1/admin/events/',
  jobs: '/api/v1/admin/jobs/',
  metadata: '/api/v1/admin/metadata/',
  reports: '/api/v1/admin/reports/',
  users: '/api/v1/admin/users/',
  'verify-runs': '/api/v1/admin/verify-runs/',
}

// Which list it is cannot be seen through here: what all have in common is said by hand.
const get = api.GET as unknown as (
  path: AdminList,
  init: object,
) => Promise<{ data: { count: number; results: never[] } }>

/** As the API takes it. */
export const orderingOf = ({ field, order }: { field: string; order: 'ASC' | 'DESC' }): string =>
  order === 'DESC' ? `-${field}` : field

async function refuse(resource: string): Promise<never> {
  throw new HttpError(`${resource}: the desk changes records by actions of their own.`, 405)
}

/**
 * The lists. Single records and everything that the desk does go through the typed client where they are used: so a chain
 * fact has no way to be written, and an action sends what it means instead of a changed record.
 */
export const dataProvider: DataProvider = {
  async getList(resource, { pagination, sort, filter, signal }) {
    const path = LISTS[resource]
    if (path === undefined) throw new HttpError(`The desk has no list ${resource}.`, 404)
    const { page = 1, perPage = 25 } = pagination ?? {}
    const ordering = sort ? { ordering: orderingOf(sort) } : {}
    const query = { page, page_size: perPage, ...ordering, ...filter }
    const { data } = await get(path, { params: { query }, signal })
    return { data: data.results, total: data.count }
  },
  getOne: refuse,
  getMany: refuse,
  getManyReference: refuse,
  create: refuse,
  update: refuse,
  updateMany: refuse,
  delete: refuse,
  deleteMany: refuse,
  supportAbortSignal: true,
}
