import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { strange } from './strange.ts'

/** Documents of other trades and other hands, which nobody looked at while the rules were written. */
const folder = 'tests/import/strangers'
const names = readdirSync(folder).filter((name) => /\.(?:md|txt)$/u.test(name))

describe.each(names)('%s', (name) => {
  const { checkboxes, placedBoxes, faults, forgotten } = strange(`${folder}/${name}`)

  test('becomes a plan without a fault', () => {
    expect(faults).toEqual([])
  })

  test('has 9 of 10 of its checkbox lines among the items', () => {
    expect(placedBoxes / Math.max(1, checkboxes)).toBeGreaterThan(checkboxes === 0 ? -1 : 0.9)
  })

  test('has every other line listed as unplaced', () => {
    expect(forgotten).toEqual([])
  })
})

test('there are ten of them, and each says what a careful person would make of it', () => {
  expect(names.length).toBe(10)
  for (const name of names)
    expect(() => JSON.parse(readFileSync(`${folder}/${name.replace(/\.\w+$/u, '.json')}`, 'utf8'))).not.toThrow()
})
