import { createInterface } from 'node:readline/promises'
import { Argument, type Command, Option } from 'commander'
import { changeUser, findUserId, givePassword, makeUser, randomPassword } from '../../accounts/manageUsers.ts'
import { ROLES, type Role } from '../../accounts/users.ts'
import { CLI } from '../../audit/cliActor.ts'
import { ConfigError } from '../../lib/errors.ts'
import { openDatabase } from '../openDatabase.ts'
import { type ProcessContext, runProcess } from '../runProcess.ts'
import { say } from '../say.ts'

const CREATE_HELP = `
Examples:
  kindling user create ada --role admin --generate     the first admin; the password is shown this once
  kindling user create bob --role staff < password     moderates, and sees everything`

export function addUser(program: Command): void {
  const user = program.command('user').description('accounts that sign in: staff and admins use /admin')

  user
    .command('create')
    .description('make an account; the password is read from stdin, or made up with --generate')
    .argument('[username]', 'left out: the name of the role')
    .addArgument(new Argument('[role]', 'what the account may do; the same as --role').choices(ROLES))
    .addOption(new Option('--role <role>', 'what the account may do (user)').choices(ROLES))
    .option('--generate', 'make up a password and show it')
    .addHelpText('after', CREATE_HELP)
    .action((username: string | undefined, said: Role | undefined, options: { role?: Role; generate?: boolean }) =>
      run(async (context) => {
        const role = options.role ?? said ?? 'user'
        if (username === undefined && role === 'user')
          throw new ConfigError('Say the username: kindling user create NAME.')
        const name = username ?? role
        const password = options.generate ? randomPassword(name) : await askPassword()
        const given = { username: name, password, role }
        const made = await makeUser(await open(context), CLI, given)
        say(`Account ${made.id}: ${made.username}, role ${made.role}.`)
        if (options.generate) say(`Password: ${password}`)
      }),
    )

  user
    .command('set-role')
    .description('change what an account may do; it holds at once')
    .argument('<username>', 'or a wallet address')
    .addArgument(new Argument('<role>', 'what the account may do').choices(ROLES))
    .action((username: string, role: Role) =>
      run(async (context) => {
        const pool = await open(context)
        const id = await findUserId(pool, username)
        // Whoever has a shell here can make the next admin too.
        await changeUser(pool, CLI, id, { role }, { keepAdmin: false })
        say(`Account ${id}: ${username}, role ${role}.`)
      }),
    )

  for (const [name, disabled] of [
    ['disable', true],
    ['enable', false],
  ] as const) {
    user
      .command(name)
      .description(disabled ? 'keep an account from signing in; its sessions end' : 'let an account sign in again')
      .argument('<username>', 'or a wallet address')
      .action((username: string) =>
        run(async (context) => {
          const pool = await open(context)
          const id = await findUserId(pool, username)
          await changeUser(pool, CLI, id, { disabled }, { keepAdmin: false })
          say(`Account ${id}: ${username} is ${name}d.`)
        }),
      )
  }

  user
    .command('reset-password')
    .description('set a new password, read from stdin or made up with --generate; every session of the account ends')
    .argument('<username>')
    .option('--generate', 'make up a password and show it')
    .action((username: string, { generate }: { generate?: boolean }) =>
      run(async (context) => {
        const pool = await open(context)
        const id = await findUserId(pool, username)
        const { password } = await givePassword(pool, CLI, id, generate ? undefined : await askPassword())
        say(`Account ${id}: ${username} has a new password.`)
        if (generate) say(`Password: ${password}`)
      }),
    )
}

const run = (work: (context: ProcessContext) => Promise<void>) =>
  runProcess({ name: 'user', defaultLogLevel: 'warn' }, work)

const open = async ({ config, logger, shutdown }: ProcessContext) =>
  (await openDatabase(config, logger, shutdown, 'kindling user')).pool

/** Never an argument: those stand in the process table and in the shell's history. */
async function askPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin, terminal: false })
  if (process.stdin.isTTY) process.stderr.write('Password: ')
  try {
    for await (const line of lines) return line
    return ''
  } finally {
    lines.close()
  }
}
