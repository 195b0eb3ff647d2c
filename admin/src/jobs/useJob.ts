import { api } from '../api/api.ts'
import type { Job } from '../api/types.ts'
import { useDeskQuery } from '../components/useDeskQuery.ts'

const LOOK_MS = 1000

export const isFinished = ({ finished_at }: Pick<Job, 'finished_at'>): boolean => finished_at !== null

/** A job, looked at every second until it has ended. */
export const useJob = (id: number) =>
  useDeskQuery(
    ['job', id],
    async (signal) => (await api.GET('/api/v1/admin/jobs/{id}/', { params: { path: { id } }, signal })).data as Job,
    { every: (job) => (job !== undefined && isFinished(job) ? false : LOOK_MS) },
  )
