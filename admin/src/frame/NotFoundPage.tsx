import { Link } from 'react-admin'
import { PageHead } from '../components/PageHead.tsx'

export function NotFoundPage() {
  return (
    <>
      <PageHead title="There is no such page" />
      <Link to="/">To the overview</Link>
    </>
  )
}
