import { Box, MenuItem, TextField } from '@mui/material'
import { useState } from 'react'
import { useGetIdentity } from 'react-admin'
import { api } from '../../api/api.ts'
import type { Role } from '../../api/permissions.ts'
import type { User } from '../../api/types.ts'
import { ActionButton } from '../../components/ActionButton.tsx'
import { Hash } from '../../components/Hash.tsx'
import { StateChip } from '../../components/StateChip.tsx'
import { When } from '../../components/When.tsx'
import type { Column } from '../../list/Column.ts'
import { DeskList } from '../../list/DeskList.tsx'
import { NewPasswordDialog } from './NewPasswordDialog.tsx'

const ROLES: readonly { id: Role; about: string }[] = [
  { id: 'user', about: 'user: signs in, nothing at this desk' },
  { id: 'staff', about: 'staff: sees everything and moderates' },
  { id: 'admin', about: 'admin: users, resync, dead letters too' },
]

const nameOf = ({ username, wallet_address, id }: User) => username ?? wallet_address ?? `Account ${id}`

export function UsersPage() {
  const { identity } = useGetIdentity()
  const [made, setMade] = useState<{ username: string; password: string } | undefined>()
  const columns: Column<User>[] = [
    {
      source: 'username',
      label: 'Account',
      render: (user) => `${nameOf(user)}${user.id === identity?.id ? ' (you)' : ''}`,
      isTitle: true,
    },
    { source: 'role', label: 'Role', render: ({ role }) => <StateChip state={role} /> },
    {
      source: 'disabled',
      label: 'May sign in',
      render: ({ disabled }) => (disabled ? <StateChip state="hidden" label="disabled" /> : 'yes'),
    },
    {
      source: 'wallet_address',
      label: 'Wallet',
      render: ({ wallet_address }) => wallet_address && <Hash value={wallet_address} />,
    },
    {
      source: 'last_login_at',
      label: 'Last sign-in',
      render: ({ last_login_at }) => last_login_at && <When at={last_login_at} />,
    },
    { source: 'created_at', label: 'Made', render: ({ created_at }) => <When at={created_at} />, sortBy: 'id' },
    {
      source: 'actions',
      label: 'Change',
      render: (user) => <UserActions user={user} isSelf={user.id === identity?.id} onMade={setMade} />,
    },
  ]
  return (
    <>
      <DeskList<User>
        title="Users"
        about="Accounts and what they may do. A change holds from an account’s next request on."
        columns={columns}
        filters={[
          { kind: 'search', source: 'q', label: 'Search username or wallet' },
          { kind: 'choice', source: 'role', label: 'Role', choices: ROLES.map(({ id }) => id) },
          { kind: 'flag', source: 'disabled', label: 'Disabled', width: 125 },
        ]}
        byChain={false}
        sort={{ field: 'id', order: 'DESC' }}
        actions={<AddUser />}
        empty="No account yet."
      />
      {made ? <NewPasswordDialog {...made} onClose={() => setMade(undefined)} /> : null}
    </>
  )
}

function AddUser() {
  return (
    <ActionButton
      label="Add an account"
      variant="contained"
      title="Add an account"
      text="Tell its password over another way than its name."
      confirm="Add"
      run={async ({ username = '', password = '', role = 'user' }) => {
        await api.POST('/api/v1/admin/users/', { body: { username, password, role: role as Role } })
        return `${username} can sign in.`
      }}
    >
      <TextField
        name="username"
        label="Username"
        required
        fullWidth
        autoComplete="off"
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
      <TextField name="password" label="Password" type="password" required fullWidth autoComplete="new-password" />
      <RoleField current="staff" />
    </ActionButton>
  )
}

function RoleField({ current }: { current: Role }) {
  return (
    <TextField select name="role" label="Role" defaultValue={current} fullWidth>
      {ROLES.map(({ id, about }) => (
        <MenuItem key={id} value={id}>
          {about}
        </MenuItem>
      ))}
    </TextField>
  )
}

interface UserActionsProps {
  user: User
  isSelf: boolean
  onMade: (made: { username: string; password: string }) => void
}

function UserActions({ user, isSelf, onMade }: UserActionsProps) {
  const params = { path: { id: user.id } }
  const name = nameOf(user)
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
      <ActionButton
        label="Role"
        variant="text"
        title={`What may ${name} do?`}
        text={
          isSelf
            ? 'This is your own account: you may lose access to this page.'
            : 'It holds from the account’s next request on.'
        }
        confirm="Change"
        run={async ({ role }) => {
          await api.PATCH('/api/v1/admin/users/{id}/', { params, body: { role: role as Role } })
          return `${name} is now ${role}.`
        }}
      >
        <RoleField current={user.role} />
      </ActionButton>
      <ActionButton
        label={user.disabled ? 'Enable' : 'Disable'}
        variant="text"
        danger={!user.disabled}
        title={user.disabled ? `Let ${name} sign in again?` : `Disable ${name}?`}
        text={
          user.disabled
            ? 'The account can sign in again with its password or wallet.'
            : 'It cannot sign in any more, and its sessions end at once. What it did stays in the audit log.'
        }
        confirm={user.disabled ? 'Enable' : 'Disable'}
        run={async () => {
          await api.PATCH('/api/v1/admin/users/{id}/', { params, body: { disabled: !user.disabled } })
          return user.disabled ? `${name} can sign in again.` : `${name} is disabled.`
        }}
      />
      {user.username === null ? null : (
        <ActionButton
          label="Reset password"
          variant="text"
          title={`Give ${name} a new password?`}
          text="Every session of the account ends. The new password is made up and shown once."
          confirm="Reset"
          run={async () => {
            const { data } = await api.POST('/api/v1/admin/users/{id}/reset-password/', { params, body: {} })
            if (data.password !== null) onMade({ username: data.username, password: data.password })
            return undefined
          }}
        />
      )}
    </Box>
  )
}
