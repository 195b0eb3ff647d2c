/** As wide as "29. Nov." and the room to the next. */
const APART_PX = 58

/** The days that an axis names, without those that would write into the one before. */
export function ticksApart(days: Date[], x: (day: Date) => number): Date[] {
  let last = Number.NEGATIVE_INFINITY
  return days.filter((day) => {
    if (x(day) - last < APART_PX) return false
    last = x(day)
    return true
  })
}
