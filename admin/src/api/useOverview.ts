import { useDeskQuery } from '../components/useDeskQuery.ts'
import { api } from './api.ts'

const LOOK_MS = 4000

/** The figures of the whole deployment; one query feeds the overview, the pipeline's pages and the menu. */
export const useOverview = () =>
  useDeskQuery(['overview'], async (signal) => (await api.GET('/api/v1/admin/overview/', { signal })).data, {
    every: LOOK_MS,
  })
