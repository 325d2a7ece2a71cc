import type { FaultInfo, FaultWish } from '../../../tools-protocol.ts'
import type { Choice, Choices } from './choices.ts'
import type { FaultRow } from './fault-rows.ts'

export const often: readonly Choice[] = [
  { value: '1', label: 'once' },
  { value: '3', label: '3 times' },
  { value: '10', label: '10 times' },
  { value: '', label: 'until switched off' },
]

/** What a fault would be if it were switched on now. */
export function wishWords(row: FaultRow, wish: FaultWish, choices: Choices): string {
  const lasts = often.find(({ value }) => value === `${wish.times ?? ''}`)?.label ?? `${wish.times} times`
  const canEnd = row.settings.some(({ name }) => name === 'times')
  const { scope = null, value = null } = wish
  return [...about(row, { scope, value }, choices), canEnd ? lasts : ''].filter(Boolean).join(' · ')
}

/** What a fault is about, how long it lasts, and what it has met so far. */
export function faultWords(row: FaultRow, fault: FaultInfo, choices: Choices): string {
  const { left, hits } = fault
  const lasts = left === null ? '' : left === 0 ? 'over' : `${left} more`
  const met = row.meets === null ? '' : `${hits} ${row.meets[hits === 1 ? 0 : 1]}`
  return [...about(row, fault, choices), lasts, met].filter(Boolean).join(' · ') || 'on'
}

type About = Pick<FaultInfo, 'scope' | 'value'>

function about({ settings }: FaultRow, { scope, value }: About, choices: Choices): readonly string[] {
  return settings.flatMap((setting) => {
    if (setting.name === 'scope')
      return choices[setting.of].find((choice) => choice.value === (scope ?? ''))?.label ?? scope ?? []
    if (setting.name === 'times') return []
    return 'codes' in setting ? `${value}` : `${setting.label} ${value} s`
  })
}
