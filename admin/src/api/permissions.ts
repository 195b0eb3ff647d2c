import type { components } from '@kindling/client'

export type Account = components['schemas']['Account']
export type Role = Account['role']
export type Action = 'list' | 'show' | 'create' | 'edit' | 'delete' | 'moderate' | 'operate'

/** What only an admin sees. */
const ADMIN_RESOURCES = new Set(['users'])
/** What staff sees and only an admin does. */
const ADMIN_ACTIONS = new Set(['chains operate', 'dead-letters operate', 'metadata delete', 'verify-runs create'])

/** What the desk offers to a role; the server holds to the same by itself. */
export function may(role: Role, resource: string, action: Action): boolean {
  if (role === 'admin') return true
  if (role !== 'staff') return false
  return !ADMIN_RESOURCES.has(resource) && !ADMIN_ACTIONS.has(`${resource} ${action}`)
}
