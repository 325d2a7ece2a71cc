import { isDate } from '../../domain/cadence/time.ts'
import type { LaterTargets } from '../../domain/item.ts'
import { type Read, unreadable } from '../fault.ts'

type From = LaterTargets['from']

const daysIn = { d: 1, w: 7 } as const

/** Reads `2026-01-01`, or `T+1w` after the plan's launch. */
export function parseFrom(text: string): Read<From> {
  const said = text.trim()
  if (isDate(said)) return { ok: true, value: said }
  const [, count, unit] = /^T\+(\d{1,4})([dw])$/u.exec(said) ?? []
  if (count === undefined) return unreadable(`"${text}" is not a day such as 2026-01-01, or T+1w after the launch`)
  return { ok: true, value: { afterLaunch: Number(count) * daysIn[unit as keyof typeof daysIn] } }
}

/** The text that `parseFrom` reads back. */
export function printFrom(from: From): string {
  if (typeof from === 'string') return from
  const { afterLaunch } = from
  return afterLaunch > 0 && afterLaunch % 7 === 0 ? `T+${afterLaunch / 7}w` : `T+${afterLaunch}d`
}
