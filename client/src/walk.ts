import type { Client } from './createClient.ts'
import type { paths } from './openapi.ts'

interface ListOf<Row> {
  results: Row[]
  next_cursor: string | null
}

type OkJson<Operation> = Operation extends { responses: { 200: { content: { 'application/json': infer Body } } } }
  ? Body
  : never

type GetOf<Path extends keyof paths> = paths[Path] extends { get: infer Operation } ? Operation : never

/** The paths that answer a list with a cursor. */
export type ListPath = {
  [Path in keyof paths]: OkJson<GetOf<Path>> extends ListOf<unknown> ? Path : never
}[keyof paths]

export type RowOf<Path extends ListPath> = OkJson<GetOf<Path>> extends ListOf<infer Row> ? Row : never
export type ListParameters<Path extends ListPath> = GetOf<Path> extends { parameters: infer P } ? P : never

/**
 * Every row of a list, page after page by its cursor, at the same price however long the list is.
 *
 * @example for await (const campaign of walk(client, '/api/v1/campaigns/', { query: { status: ['ACTIVE'] } })) …
 */
export async function* walk<Path extends ListPath>(
  client: Client,
  path: Path,
  params?: Partial<ListParameters<Path>>,
): AsyncGenerator<RowOf<Path>, void, undefined> {
  // Which list it is cannot be seen through here: what all have in common is said by hand.
  const get = client.GET as unknown as (path: string, init: object) => Promise<{ data: ListOf<RowOf<Path>> }>
  const { query, ...others } = (params ?? {}) as { query?: Record<string, unknown> }
  let cursor: string | null = null
  do {
    const { data } = await get(path, {
      params: { ...others, query: { page_size: 100, ...query, ...(cursor === null ? {} : { cursor }) } },
    })
    yield* data.results
    cursor = data.next_cursor
  } while (cursor !== null)
}
