/**
 * Words before a command that end its process with ours, however ours ends: SIGTERM and SIGKILL call no handler of `exit`. The
 * process id stays that of the command. Linux alone can do this; elsewhere what a killed run started stays.
 */
export const WITH_US: readonly string[] = process.platform === 'linux' ? ['setpriv', '--pdeathsig', 'KILL', '--'] : []
