import { fork } from 'node:child_process'

/**
 * Runs a script in a Node process of its own, as cold as a process that has just been started, and returns what it
 * hands to `handIn`. Each measured side gets one, so that neither warms the compiler for the other.
 *
 * @param task handed to the script as its first argument, in JSON
 * @param options.profileDir where to write a CPU profile of it
 */
export async function measureInChild<Result>(
  script: string,
  task: unknown,
  options: { profileDir?: string | undefined } = {},
): Promise<Result> {
  const profile = options.profileDir === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profileDir}`]
  const child = fork(script, [JSON.stringify(task)], { execArgv: profile, stdio: ['ignore', 2, 2, 'ipc'] })
  return new Promise((resolve, reject) => {
    let result: { value: Result } | undefined
    child.once('message', (message) => {
      result = { value: message as Result }
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      if (code === 0 && result) resolve(result.value)
      else reject(new Error(`${script} ended with ${signal ?? `code ${code}`}${result ? '' : ' and no result'}.`))
    })
  })
}

/** The child's side: the task it was given. It ends when its parent does. */
export function readTask<Task>(): Task {
  process.once('disconnect', () => process.exit(1))
  return JSON.parse(process.argv[2]!) as Task
}

/** The child's side: hands in the result; the process then ends by itself. */
export function handIn(result: unknown): void {
  process.send!(result, () => {
    process.removeAllListeners('disconnect')
    process.disconnect()
  })
}
