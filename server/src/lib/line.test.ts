import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLine } from './line.ts'

const patient = new AbortController().signal

test('no more are inside than there are places, and the first to come is the first to get one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.constantFrom('come', 'leave', 'give up'), { maxLength: 60 }),
      async (places, acts) => {
        const line = createLine(places)
        const gotIn: number[] = []
        const waiting: { n: number; gone: AbortController }[] = []
        let inside = 0
        let came = 0
        for (const act of acts) {
          if (act === 'come') {
            const n = came++
            const gone = new AbortController()
            const isFull = inside === places
            const entering = line.enter(gone.signal).then(
              (hadToWait) => {
                expect(hadToWait).toBe(isFull)
                gotIn.push(n)
              },
              (reason) => expect(reason).toBe(gone.signal.reason),
            )
            if (isFull) waiting.push({ n, gone })
            else {
              inside++
              await entering
            }
          } else if (act === 'leave' && inside > 0) {
            line.leave()
            const next = waiting.shift()
            await Promise.resolve()
            await new Promise(setImmediate)
            if (next) expect(gotIn.at(-1)).toBe(next.n)
            else inside--
          } else if (act === 'give up' && waiting.length > 0) {
            const [{ n, gone }] = waiting.splice(Math.floor(waiting.length / 2), 1) as [(typeof waiting)[0]]
            gone.abort()
            await new Promise(setImmediate)
            expect(gotIn).not.toContain(n)
          }
          expect(line.count()).toEqual({ inside, waiting: waiting.length })
        }
      },
    ),
    { numRuns: 200 },
  )
})

test('who has gone before does not enter', async () => {
  const line = createLine(1)
  await expect(line.enter(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone')
  expect(await line.enter(patient)).toBe(false)
})
