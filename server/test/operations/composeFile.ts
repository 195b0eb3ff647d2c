import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export const ROOT = join(import.meta.dirname, '../../..')

export interface ComposeService {
  image: string
  command?: string | string[]
  environment?: Record<string, string>
  env_file?: string
  depends_on?: Record<string, { condition: string }>
  healthcheck?: { disable?: boolean; test?: string[] }
  stop_grace_period?: string
  ports?: string[]
  volumes?: string[]
  restart?: string
}

/** compose.yaml with its variables filled in as `docker compose` does. */
export function readCompose(variables: Record<string, string>): Record<string, ComposeService> {
  const text = readFileSync(join(ROOT, 'compose.yaml'), 'utf8').replaceAll(
    /\$\{(\w+)(?::([-?])([^}]*))?\}/g,
    (_match, name: string, kind: string | undefined, rest: string) => {
      const value = variables[name]
      if (value) return value
      if (kind === '-') return rest
      throw new Error(`compose.yaml needs ${name}: ${rest}`)
    },
  )
  return (parse(text, { merge: true }) as { services: Record<string, ComposeService> }).services
}

/** The services that run Kindling's own image. */
export const kindlingServices = (services: Record<string, ComposeService>): [string, ComposeService][] =>
  Object.entries(services).filter(([, { image }]) => image.startsWith('kindling'))

/** What the image runs before a service's command, from the Dockerfile. */
export function readEntrypoint(): string[] {
  const line = /^ENTRYPOINT (\[.*\])$/m.exec(readFileSync(join(ROOT, 'Dockerfile'), 'utf8'))?.[1]
  if (line === undefined) throw new Error('the Dockerfile has no ENTRYPOINT')
  return JSON.parse(line)
}
