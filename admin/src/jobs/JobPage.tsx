import { Box } from '@mui/material'
import { useParams } from 'react-admin'
import { Facts } from '../components/Facts.tsx'
import { JsonView } from '../components/JsonView.tsx'
import { PageHead } from '../components/PageHead.tsx'
import { Panel } from '../components/Panel.tsx'
import { Problem } from '../components/Problem.tsx'
import { When } from '../components/When.tsx'
import { JobProgress } from './JobProgress.tsx'
import { jobTitle } from './jobWords.ts'
import { useJob } from './useJob.ts'

export function JobPage() {
  const id = Number(useParams()['id'])
  const { data: job, error, refetch } = useJob(id)
  if (error && job === undefined) {
    return (
      <>
        <PageHead title={`Job ${id}`} />
        <Problem error={error} retry={() => void refetch()} />
      </>
    )
  }
  return (
    <>
      <PageHead title={job ? `${jobTitle(job.kind)} (job ${id})` : `Job ${id}`} />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Panel title="Progress">
          <JobProgress id={id} isPage />
        </Panel>
        {job ? (
          <Panel title="Details">
            <Facts
              facts={[
                ['Begun by', job.created_by],
                ['Begun', <When key="begun" at={job.created_at} />],
                ['Taken up', <When key="taken" at={job.started_at} />],
                ['Ended', <When key="ended" at={job.finished_at} />],
                ['Chain', job.chain_id],
                ['Asked for', <JsonView key="asked" value={job.parameters} label="What was asked for" />],
              ]}
            />
          </Panel>
        ) : null}
      </Box>
    </>
  )
}
