import { dateFormat, numberFormat, relativeFormat } from './intl.ts'

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
]

export function formatRelative(atMs: number, nowMs: number, locale: string): string {
  const seconds = Math.round((atMs - nowMs) / 1000)
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1]
  return relativeFormat(locale, { numeric: 'auto' }).format(Math.trunc(seconds / size), unit)
}

export function formatDateTime(atMs: number, locale: string, timeZone?: string): string {
  return dateFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(timeZone ? { timeZone } : {}),
  }).format(atMs)
}

export function formatDate(atMs: number, locale: string, timeZone?: string): string {
  return dateFormat(locale, { dateStyle: 'medium', ...(timeZone ? { timeZone } : {}) }).format(atMs)
}

export interface TimeLeft {
  amount: number
  unit: 'day' | 'hour' | 'minute' | 'second'
}

/** The largest whole unit that is left; null when nothing is. Two days are the threshold from hours to days. */
export function timeLeft(deadlineTs: number, nowMs: number): TimeLeft | null {
  const seconds = Math.floor(deadlineTs - nowMs / 1000)
  if (seconds <= 0) return null
  if (seconds >= 2 * 86_400) return { amount: Math.floor(seconds / 86_400), unit: 'day' }
  if (seconds >= 2 * 3600) return { amount: Math.floor(seconds / 3600), unit: 'hour' }
  if (seconds >= 2 * 60) return { amount: Math.floor(seconds / 60), unit: 'minute' }
  return { amount: seconds, unit: 'second' }
}

export const formatTimeLeft = ({ amount, unit }: TimeLeft, locale: string): string =>
  numberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount)
