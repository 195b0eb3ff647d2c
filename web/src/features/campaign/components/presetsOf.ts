const STEPS = [1, 2.5, 5]

/** Three round amounts that fit the goal: about a five-hundredth, a hundredth and a twenty-fifth of it, within bounds. */
export function presetsOf(goalEth: string): string[] {
  const goal = Math.min(Math.max(Number(goalEth), 1), 1000)
  const presets = [goal / 500, goal / 100, goal / 25].map(roundDown)
  return [...new Set(presets)].map((amount) => String(amount))
}

function roundDown(amount: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(amount))
  const step = STEPS.findLast((candidate) => candidate * magnitude <= amount * 1.0001) ?? 1
  return Number((step * magnitude).toPrecision(2))
}
