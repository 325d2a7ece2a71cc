import { describe, expect, test } from 'vitest'
import { type Measured, measured } from './measure.ts'

/** The five documents beside the plans that people made of them. */
const names = ['schedulo', 'plomberie', 'post-launch', 'bookedbarber', 'drainpro']

describe('of the five documents together', () => {
  const all = names.map(measured)
  const share = (right: keyof Measured, of: keyof Measured) =>
    sum(all.map((one) => one[right] as number)) / sum(all.map((one) => one[of] as number))

  test('19 of 20 lines that are items become items of the right ritual and section', () => {
    expect(share('rightPlace', 'lines')).toBeGreaterThanOrEqual(0.95)
  })

  test('9 of 10 have the right kind', () => {
    expect(share('rightKind', 'lines')).toBeGreaterThanOrEqual(0.9)
  })

  test('9 of 10 targets are right', () => {
    expect(share('rightTargets', 'targets')).toBeGreaterThanOrEqual(0.9)
  })

  test('9 of 10 rituals fall due when they should', () => {
    expect(share('rightCadences', 'cadences')).toBeGreaterThanOrEqual(0.9)
  })

  test('every other line is listed as unplaced', () => {
    expect(all.flatMap(({ forgotten }) => forgotten)).toEqual([])
  })
})

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
