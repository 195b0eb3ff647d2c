import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { Argument, type Command } from 'commander'
import { createUser, ROLES, type Role, resetPassword, setRole } from '../../accounts/users.ts'
import { openDatabase } from '../openDatabase.ts'
import { type ProcessContext, runProcess } from '../runProcess.ts'
import { say } from '../say.ts'

export function addUser(program: Command): void {
  const user = program.command('user').description('accounts that sign in: staff and admins use /admin')
  const role = (name: string) => new Argument(name, 'what the account may do').choices(ROLES)

  user
    .command('create')
    .description('make an account; the password is read from stdin, or made up with --generate')
    .argument('<username>')
    .addArgument(role('[role]').default('user'))
    .option('--generate', 'make up a password and show it')
    .action((username: string, chosen: Role, { generate }: { generate?: boolean }) =>
      run(async (context) => {
        const password = await askPassword(generate)
        const made = await createUser(await open(context), { username, password, role: chosen })
        say(`Account ${made.id}: ${made.username}, role ${made.role}.`)
        if (generate) say(`Password: ${password}`)
      }),
    )

  user
    .command('set-role')
    .description('change what an account may do; it holds at once')
    .argument('<username>', 'or a wallet address')
    .addArgument(role('<role>'))
    .action((username: string, chosen: Role) =>
      run(async (context) => {
        const changed = await setRole(await open(context), username, chosen)
        say(`Account ${changed.id}: ${changed.username ?? changed.walletAddress}, role ${changed.role}.`)
      }),
    )

  user
    .command('reset-password')
    .description('set a new password, read from stdin or made up with --generate; every session of the account ends')
    .argument('<username>')
    .option('--generate', 'make up a password and show it')
    .action((username: string, { generate }: { generate?: boolean }) =>
      run(async (context) => {
        const password = await askPassword(generate)
        const changed = await resetPassword(await open(context), username, password)
        say(`Account ${changed.id}: ${changed.username} has a new password.`)
        if (generate) say(`Password: ${password}`)
      }),
    )
}

const run = (work: (context: ProcessContext) => Promise<void>) =>
  runProcess({ name: 'user', defaultLogLevel: 'warn' }, work)

const open = async ({ config, logger, shutdown }: ProcessContext) =>
  (await openDatabase(config, logger, shutdown, 'kindling user')).pool

/** Never an argument: those stand in the process table and in the shell's history. */
async function askPassword(generate: boolean | undefined): Promise<string> {
  if (generate) return randomBytes(15).toString('base64url')
  const lines = createInterface({ input: process.stdin, terminal: false })
  if (process.stdin.isTTY) process.stderr.write('Password: ')
  try {
    for await (const line of lines) return line
    return ''
  } finally {
    lines.close()
  }
}
