import { Alert, Box, Button, LinearProgress, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import { Link } from 'react-admin'
import { api } from '../api/api.ts'
import type { Job } from '../api/types.ts'
import { Hash } from '../components/Hash.tsx'
import { Problem } from '../components/Problem.tsx'
import { StateChip } from '../components/StateChip.tsx'
import { campaignPath, metadataPath } from '../list/links.ts'
import { jobSentence, jobTitle } from './jobWords.ts'
import { isFinished, useJob } from './useJob.ts'

/** A job as it goes: bar, figures, and every failure with its reason. @param isPage on the page of the job itself */
export function JobProgress({ id, isPage = false }: { id: number; isPage?: boolean }) {
  const { data: job, error, refetch } = useJob(id)
  const cancel = useMutation({
    mutationFn: () => api.POST('/api/v1/admin/jobs/{id}/cancel/', { params: { path: { id } } }),
    onSettled: () => refetch(),
  })
  if (job === undefined) return error ? <Problem error={error} retry={() => void refetch()} /> : <LinearProgress />
  const through = job.done + job.failed
  const isWaiting = job.state === 'queued' || (job.total === 0 && !isFinished(job))
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <StateChip state={job.state} />
        <span role="status">{jobSentence(job)}</span>
      </Box>
      <LinearProgress
        aria-label={jobTitle(job.kind)}
        color={job.state === 'failed' ? 'error' : isFinished(job) && job.failed === 0 ? 'success' : 'primary'}
        {...(isWaiting
          ? { variant: 'indeterminate' as const }
          : {
              variant: 'determinate' as const, // Read out as it stands.
              value: job.total === 0 ? 100 : Math.round((through / job.total) * 100),
            })}
      />
      {job.error ? <Problem error={new Error(job.error)} /> : null}
      {error ? <Problem error={error} /> : null}
      {cancel.error ? <Problem error={cancel.error} /> : null}
      {job.failures.length > 0 ? <Failures job={job} isPage={isPage} /> : null}
      {isFinished(job) ? null : (
        <Box>
          <Button
            size="small"
            color="inherit"
            variant="outlined"
            loading={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            Cancel the rest
          </Button>
        </Box>
      )}
    </Box>
  )
}

function Failures({ job, isPage }: { job: Job; isPage: boolean }) {
  const pathOf = job.kind === 'refresh_metadata' ? metadataPath : campaignPath
  return (
    <Box sx={{ overflowX: 'auto', border: '1px solid var(--line)', borderRadius: '9px' }}>
      <Table size="small" aria-label="What failed">
        <TableHead>
          <TableRow>
            <TableCell>What failed</TableCell>
            <TableCell>Why</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {job.failures.map(({ subject, reason }) => (
            <TableRow key={subject}>
              <TableCell>
                {/^0x[0-9a-f]{40}$/.test(subject) ? (
                  <Hash value={subject} to={pathOf(subject, job.chain_id)} />
                ) : (
                  subject
                )}
              </TableCell>
              <TableCell sx={{ overflowWrap: 'anywhere' }}>{reason}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {job.failures.length < job.failed ? (
        <Alert severity="info">
          The first {job.failures.length} of {job.failed} are listed.
        </Alert>
      ) : null}
      {isPage ? null : (
        <Box sx={{ p: 1 }}>
          <Link to={`/jobs/${job.id}/show`}>This job’s page</Link>
        </Box>
      )}
    </Box>
  )
}
