import { api } from '../../api/api.ts'
import type { Chain } from '../../api/types.ts'
import { useDeskQuery } from '../../components/useDeskQuery.ts'

const LOOK_MS = 4000

export const useAdminChains = () =>
  useDeskQuery(
    ['admin chains'],
    async (signal) => (await api.GET('/api/v1/admin/chains/', { signal })).data.results as Chain[],
    { every: LOOK_MS },
  )
