import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, LinearProgress, Paper } from '@mui/material'
import { createContext, type ReactNode, use, useCallback, useEffect, useId, useMemo, useState } from 'react'
import { useLocation, useRefresh, useStore } from 'react-admin'
import { JobProgress } from './JobProgress.tsx'
import { jobSentence, jobTitle } from './jobWords.ts'
import { isFinished, useJob } from './useJob.ts'

interface Followed {
  id: number
  kind: string
}

const FollowJob = createContext<(job: Followed) => void>(() => {})

/** Shows a job that was just begun; it can be put aside and goes on. */
export const useFollowJob = () => use(FollowJob)

/** The jobs that were begun here: one in a dialog, those put aside in the corner; they outlive a reload. */
export function JobsProvider({ children }: { children: ReactNode }) {
  const [followed, setFollowed] = useStore<Followed[]>('jobs.followed', [])
  const [openId, setOpenId] = useState<number | undefined>()
  const follow = useCallback(
    ({ id, kind }: Followed) => {
      setFollowed((before: Followed[]) => [...before.filter((job) => job.id !== id), { id, kind }])
      setOpenId(id)
    },
    [setFollowed],
  )
  const putAside = useCallback(() => setOpenId(undefined), [])
  const forget = (id: number) => {
    setFollowed((before: Followed[]) => before.filter((job) => job.id !== id))
    setOpenId(undefined)
  }
  const open = useMemo(() => followed.find(({ id }) => id === openId), [followed, openId])
  const aside = followed.filter(({ id }) => id !== openId)
  return (
    <FollowJob value={follow}>
      {children}
      {open ? <JobDialog key={open.id} job={open} onAside={putAside} onForget={() => forget(open.id)} /> : null}
      {aside.length > 0 ? (
        <Box
          component="aside"
          aria-label="Jobs begun here"
          sx={{
            position: 'fixed',
            right: 16,
            bottom: 16,
            zIndex: 1150,
            display: 'grid',
            gap: 1,
            width: 300,
            maxWidth: 'calc(100vw - 32px)',
          }}
        >
          {aside.map((job) => (
            <JobAside key={job.id} job={job} onOpen={() => setOpenId(job.id)} onForget={() => forget(job.id)} />
          ))}
        </Box>
      ) : null}
    </FollowJob>
  )
}

/** When a job has ended, the lists show what it did. */
function useRefreshAtEnd(id: number): ReturnType<typeof useJob>['data'] {
  const refresh = useRefresh()
  const { data } = useJob(id)
  const ended = data !== undefined && isFinished(data)
  useEffect(() => {
    if (ended) refresh()
  }, [ended, refresh])
  return data
}

interface JobDialogProps {
  job: Followed
  onAside: () => void
  onForget: () => void
}

function JobDialog({ job, onAside, onForget }: JobDialogProps) {
  const titleId = useId()
  const data = useRefreshAtEnd(job.id)
  const ended = data !== undefined && isFinished(data)
  const { pathname } = useLocation()
  const [begunAt] = useState(pathname)
  // Whoever follows a link out of the report wants to see where it leads; the report waits in the corner.
  useEffect(() => {
    if (pathname !== begunAt) onAside()
  }, [pathname, begunAt, onAside])
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby={titleId} onClose={ended ? onForget : onAside}>
      <DialogTitle id={titleId}>{jobTitle(job.kind)}</DialogTitle>
      <DialogContent>
        <JobProgress id={job.id} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button variant="contained" onClick={ended ? onForget : onAside}>
          {ended ? 'Close' : 'Go on in the background'}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function JobAside({ job, onOpen, onForget }: { job: Followed; onOpen: () => void; onForget: () => void }) {
  const data = useRefreshAtEnd(job.id)
  const ended = data !== undefined && isFinished(data)
  const through =
    data === undefined || data.total === 0 ? 0 : Math.round(((data.done + data.failed) / data.total) * 100)
  return (
    <Paper sx={{ p: 1.5, border: '1px solid var(--line-strong)', boxShadow: '0 8px 24px var(--shade)' }}>
      <Box sx={{ fontWeight: 600 }}>{jobTitle(job.kind)}</Box>
      <Box sx={{ color: 'var(--ink-2)', fontSize: '0.9rem', mb: 0.5 }} role="status">
        {data === undefined ? 'Asking …' : jobSentence(data)}
      </Box>
      <LinearProgress aria-label={jobTitle(job.kind)} variant="determinate" value={ended ? 100 : through} />
      <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
        <Button size="small" onClick={onOpen}>
          Show
        </Button>
        <Button size="small" color="inherit" onClick={onForget}>
          {ended ? 'Close' : 'Stop showing'}
        </Button>
      </Box>
    </Paper>
  )
}
