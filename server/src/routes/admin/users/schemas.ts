import { Type } from 'typebox'
import { address, component, isoTime, listOf, nullable, optionalText, text } from '../../schemas.ts'
import { oneOf, rowId } from '../fields.ts'

export const AdminUser = component('AdminUser', {
  id: rowId,
  username: optionalText('Null for an account that has a wallet alone'),
  wallet_address: nullable(address('The wallet that signs in as this account')),
  role: oneOf(['user', 'staff', 'admin'], 'What the account may do'),
  disabled: Type.Boolean({ description: 'It cannot sign in, and what it was signed in with does not count' }),
  disabled_at: nullable(isoTime('')),
  last_login_at: nullable(isoTime('')),
  created_at: isoTime('Of the account'),
  updated_at: isoTime('Of the account'),
})
export const NewPassword = component('NewPassword', {
  id: rowId,
  username: text('The account'),
  password: optionalText('The one that was made up, shown this once; null where one was given'),
})
export const AdminUserList = listOf('AdminUserList', AdminUser)
