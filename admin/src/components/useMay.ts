import { usePermissions } from 'react-admin'
import { type Action, may, type Role } from '../api/permissions.ts'

/** Whether to offer something to whoever is signed in. */
export function useMay(resource: string, action: Action): boolean {
  const { permissions } = usePermissions<Role>()
  return permissions !== undefined && may(permissions, resource, action)
}
