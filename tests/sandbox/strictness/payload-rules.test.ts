import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkSurface, limits } from '../../../src/sandbox/limits/check.ts'
import { shapes } from '../../../src/sandbox/limits/shapes.ts'
import { walk } from '../../../src/sandbox/limits/walk.ts'
import { charts, home, message, modal, pie } from '../specimens.ts'
import { type Broken, brokenByHand } from './broken-by-hand.ts'
import { brokenByMachine, type Specimen } from './broken-by-machine.ts'
import { fullManifest } from './full-manifest.ts'
import { openBooth, type PayloadBooth } from './payload-booth.ts'

const specimens: readonly Specimen[] = [
  { root: message, surface: 'message' },
  ...charts.map((root): Specimen => ({ root, surface: 'message' })),
  { root: { blocks: [pie()] }, surface: 'message' },
  { root: modal, surface: 'modal' },
  { root: home, surface: 'home' },
  { root: fullManifest, surface: 'manifest' },
]

const broken: readonly Broken[] = [...brokenByMachine(specimens), ...brokenByHand]

let booth: PayloadBooth

beforeAll(async () => {
  booth = await openBooth()
})
afterAll(() => booth.close())

test('healthy payloads with every shape are accepted', async () => {
  for (const { root, surface } of specimens) {
    expect(checkSurface(root, surface)).toEqual([])
    expect(await booth.offer(root, surface)).toEqual({ error: null, findings: [] })
  }
})

test('the healthy payloads meet every shape there is', () => {
  const met = new Set(specimens.flatMap(({ root, surface }) => walk(root, surface).map((node) => node.shape)))
  expect(Object.keys(shapes).filter((shape) => !met.has(shape))).toEqual([])
})

describe('each row refuses a payload that only it forbids, and lets it pass when it is off', () => {
  test.each(broken.map((one) => [one.row, one] as const))('%s', async (row, { root, surface, pointer, error }) => {
    const refused = await booth.offer(root, surface)
    const without = await booth.without(row, () => booth.offer(root, surface))
    expect(refused.error).toBe(error ?? booth.usualError(root, surface))
    const own = refused.findings.filter((one) => !without.findings.includes(one))
    expect(own).not.toEqual([])
    expect(without.findings.filter((one) => !refused.findings.includes(one))).toEqual([])
    expect(without.error === null).toBe(without.findings.length === 0)
    for (const one of own)
      expect(one).toMatch(
        new RegExp(`^\\[ERROR\\] .+ \\[json-pointer:${booth.prefix(root, surface)}${pointer}(/[^\\]]*)?\\]$`),
      )
  })

  test('no row is left without such a payload', () => {
    const met = new Set(broken.map((one) => one.row))
    expect(limits.map((rule) => rule.name).filter((name) => !met.has(name))).toEqual([])
    expect([...met].filter((name) => !limits.some((rule) => rule.name === name))).toEqual([])
  })
})
