import { userInfo } from 'node:os'
import type { Actor } from './recordAction.ts'

/**
 * Whoever has a shell on the machine: the operating system's user, behind `sudo` the one who asked for it. No account's name
 * has a colon, so none can be taken for it.
 */
export const CLI: Actor = { name: `cli:${process.env['SUDO_USER'] || systemUser()}`, id: null }

function systemUser(): string {
  try {
    return userInfo().username
  } catch {
    // A container may run under a number that no user has.
    return `uid-${process.getuid?.() ?? 'unknown'}`
  }
}
