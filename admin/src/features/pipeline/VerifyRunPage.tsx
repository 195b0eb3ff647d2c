import { Box } from '@mui/material'
import { useParams } from 'react-admin'
import { api } from '../../api/api.ts'
import type { VerifyRunDetail } from '../../api/types.ts'
import { Facts } from '../../components/Facts.tsx'
import { Hash } from '../../components/Hash.tsx'
import { PageHead } from '../../components/PageHead.tsx'
import { Panel } from '../../components/Panel.tsx'
import { RecordPage } from '../../components/RecordPage.tsx'
import { SmallTable } from '../../components/SmallTable.tsx'
import { When } from '../../components/When.tsx'
import { JobProgress } from '../../jobs/JobProgress.tsx'
import { campaignPath } from '../../list/links.ts'
import { VerifyResult } from './VerifyRunsPage.tsx'

const LOOK_MS = 2000

export function VerifyRunPage() {
  const id = Number(useParams()['id'])
  return (
    <RecordPage
      title={`Verify run ${id}`}
      queryKey={['verify run', id]}
      read={async (signal) =>
        (await api.GET('/api/v1/admin/verify-runs/{id}/', { params: { path: { id } }, signal })).data
      }
      every={(run) => (run?.finished_at ? false : LOOK_MS)}
    >
      {(run) => <Details run={run} />}
    </RecordPage>
  )
}

function Details({ run }: { run: VerifyRunDetail }) {
  return (
    <>
      <PageHead title={`Verify run ${run.id}`} about={<VerifyResult run={run} />} />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Panel title="Progress">
          <JobProgress id={run.id} />
        </Panel>
        <Panel title="Differences">
          <SmallTable
            label="Differences"
            rows={run.differences.map((row, index) => ({ ...row, key: `${row.subject} ${row.field} ${index}` }))}
            rowKey={({ key }) => key}
            empty={run.ok ? 'Everything agrees.' : 'None so far.'}
            columns={[
              { name: 'Where', render: ({ kind }) => kind },
              {
                name: 'What',
                render: ({ kind, subject }) =>
                  kind === 'contract' ? <Hash value={subject} to={campaignPath(subject, run.chain_id)} /> : subject,
              },
              { name: 'Field', render: ({ field }) => field },
              { name: 'Stored', render: ({ stored }) => stored ?? '–' },
              { name: 'Expected', render: ({ expected }) => expected ?? '–' },
            ]}
          />
        </Panel>
        <Panel title="Details">
          <Facts
            facts={[
              ['Chain', run.chain_id],
              ['Only a sample of', run.sample],
              [
                'Campaigns checked',
                `${run.campaigns_checked}${run.campaigns_total === null ? '' : ` of ${run.campaigns_total}`}`,
              ],
              ['Held at blocks', run.blocks.map(({ number }) => number).join(', ')],
              ['Contracts that hold more than was given', run.surplus],
              ['Error', run.error],
              ['Begun by', run.created_by],
              ['Begun', <When key="begun" at={run.created_at} />],
              ['Ended', <When key="ended" at={run.finished_at} />],
            ]}
          />
        </Panel>
      </Box>
    </>
  )
}
