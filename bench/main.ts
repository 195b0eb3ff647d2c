import { parseArgs } from 'node:util'
import { benchmarks } from './benchmarks.ts'
import { UsageError } from './support/UsageError.ts'

const name = process.argv[2]
const rest = process.argv.slice(3)

function usage(): string {
  const width = Math.max(...Object.keys(benchmarks).map((key) => key.length))
  const list = Object.entries(benchmarks).map(([key, { summary }]) => `  ${key.padEnd(width)}  ${summary}`)
  return [
    'Usage: npm run bench -- NAME [options]',
    '',
    'Benchmarks (NAME --help tells the options of one):',
    ...list,
    '',
    'What the figures mean: bench/README.md',
  ].join('\n')
}

async function main(): Promise<void> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(usage())
    if (name === undefined) process.exitCode = 2
    return
  }
  const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined
  if (benchmark === undefined) {
    throw new UsageError(`There is no benchmark "${name}"; there is ${Object.keys(benchmarks).join(', ')}.`)
  }
  const values = readOptions(benchmark.options)
  if (values['help'] === true) console.log(benchmark.help)
  else await benchmark.run(values)
}

function readOptions(options: (typeof benchmarks)[string]['options']) {
  try {
    return parseArgs({ args: rest, options: { ...options, help: { type: 'boolean', short: 'h' } } }).values
  } catch (error) {
    // Node's own words name the option, in a sentence.
    throw new UsageError((error as Error).message)
  }
}

try {
  await main()
} catch (error) {
  if (error instanceof UsageError) console.error(`${error.message}\nTry: npm run bench -- --help`)
  else console.error(error)
  process.exitCode = error instanceof UsageError ? 2 : 1
}
