import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Admin, CustomRoutes, Resource } from 'react-admin'
import { Route } from 'react-router'
import { authProvider } from './api/authProvider.ts'
import { dataProvider } from './api/dataProvider.ts'
import { AuditPage } from './features/audit/AuditPage.tsx'
import { CampaignPage } from './features/campaigns/CampaignPage.tsx'
import { CampaignsPage } from './features/campaigns/CampaignsPage.tsx'
import { ContributionsPage } from './features/chainFacts/ContributionsPage.tsx'
import { EventsPage } from './features/chainFacts/EventsPage.tsx'
import { MetadataPage } from './features/metadata/MetadataPage.tsx'
import { MetadataRecordPage } from './features/metadata/MetadataRecordPage.tsx'
import { BlockedCreatorsPage } from './features/moderation/BlockedCreatorsPage.tsx'
import { FeaturedPage } from './features/moderation/FeaturedPage.tsx'
import { ReportsPage } from './features/moderation/ReportsPage.tsx'
import { OverviewPage } from './features/overview/OverviewPage.tsx'
import { ChainPage } from './features/pipeline/ChainPage.tsx'
import { ChainsPage } from './features/pipeline/ChainsPage.tsx'
import { DeadLetterPage } from './features/pipeline/DeadLetterPage.tsx'
import { DeadLettersPage } from './features/pipeline/DeadLettersPage.tsx'
import { QueuesPage } from './features/pipeline/QueuesPage.tsx'
import { VerifyRunPage } from './features/pipeline/VerifyRunPage.tsx'
import { VerifyRunsPage } from './features/pipeline/VerifyRunsPage.tsx'
import { UsersPage } from './features/users/UsersPage.tsx'
import { DeskFrame } from './frame/DeskFrame.tsx'
import { NotFoundPage } from './frame/NotFoundPage.tsx'
import { SessionGate } from './frame/SessionGate.tsx'
import { JobPage } from './jobs/JobPage.tsx'
import { JobsPage } from './jobs/JobsPage.tsx'
import { createDeskTheme } from './theme/createDeskTheme.ts'
import { deskStore } from './theme/deskStore.ts'

const light = createDeskTheme('light')
const dark = createDeskTheme('dark')

// What failed once is shown at once, with its reason; asking again is a button, or the next look.
const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <SessionGate>
        <Admin
          title="Kindling desk"
          disableTelemetry
          authProvider={authProvider}
          dataProvider={dataProvider}
          queryClient={queryClient}
          store={deskStore}
          lightTheme={light}
          darkTheme={dark}
          layout={DeskFrame}
          loginPage={false}
          dashboard={OverviewPage}
          catchAll={NotFoundPage}
        >
          <Resource name="campaigns" list={CampaignsPage} show={CampaignPage} />
          <Resource name="contributions" list={ContributionsPage} />
          <Resource name="events" list={EventsPage} />
          <Resource name="metadata" list={MetadataPage} show={MetadataRecordPage} />
          <Resource name="reports" list={ReportsPage} />
          <Resource name="blocked-creators" list={BlockedCreatorsPage} />
          <Resource name="chains" list={ChainsPage} show={ChainPage} />
          <Resource name="dead-letters" list={DeadLettersPage} show={DeadLetterPage} />
          <Resource name="verify-runs" list={VerifyRunsPage} show={VerifyRunPage} />
          <Resource name="users" list={UsersPage} />
          <Resource name="audit" list={AuditPage} />
          <Resource name="jobs" list={JobsPage} show={JobPage} />
          <CustomRoutes>
            <Route path="/featured" element={<FeaturedPage />} />
            <Route path="/queues" element={<QueuesPage />} />
          </CustomRoutes>
        </Admin>
      </SessionGate>
    </QueryClientProvider>
  )
}
