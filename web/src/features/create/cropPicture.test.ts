import { describe, expect, it } from 'vitest'
import { CENTRED, placeOf } from './cropPicture.ts'

describe('the place of a picture in its frame', () => {
  it.each([
    [4000, 3000],
    [3000, 4000],
    [300, 20],
    [1600, 1067],
  ])('of %i by %i leaves no edge of the frame empty, wherever the cut lies', (width, height) => {
    for (const zoom of [1, 1.7, 3]) {
      for (const x of [0, 0.3, 1]) {
        for (const y of [0, 0.8, 1]) {
          const place = placeOf(width, height, { x, y, zoom })
          expect(place.left).toBeLessThanOrEqual(0)
          expect(place.top).toBeLessThanOrEqual(0)
          expect(place.left + place.width).toBeGreaterThanOrEqual(1600 - 1e-6)
          expect(place.top + place.height).toBeGreaterThanOrEqual(1067 - 1e-6)
          expect(place.width / place.height).toBeCloseTo(width / height)
        }
      }
    }
  })

  it('is in the middle at first', () => {
    expect(placeOf(3200, 1067, CENTRED)).toMatchObject({ left: -800, top: 0 })
  })
})
