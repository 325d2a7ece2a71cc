import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { type ImportOptions, importFile } from '../../src/cli/import.ts'
import { readPlan } from '../../src/plans/load.ts'

const opening = `# Corner kitchen

A word before.

## Opening (06:30, 20 min)

- [ ] Lights on
- [ ] Fridge: ____ °C (2-5 °C)

## Closing (11 PM)

- [ ] Gas off
`

let folder: string
let document: string
let plan: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rounds-'))
  document = join(folder, 'kitchen.md')
  plan = join(folder, 'kitchen.yaml')
  writeFileSync(document, opening)
})

async function imports(file: string, options: ImportOptions = {}) {
  const lines: string[] = []
  const faults: string[] = []
  const out = { line: (text: string) => void lines.push(text), fault: (text: string) => void faults.push(text) }
  return { code: await importFile(file, options, out), lines, faults }
}

describe('rounds import', () => {
  test('prints the plan, and tells of the lines that have no place in it', async () => {
    const { code, lines, faults } = await imports(document)
    expect(code).toBe(0)
    expect(readPlan(lines.join('\n'), 'kitchen.yaml').faults).toEqual([])
    expect(lines.join('\n')).toContain('every: day at 06:30')
    expect(faults).toEqual([`${document}:3:1: not placed: a sentence, and no task: A word before.`])
  })

  test('writes the plan into a file, and says what is in it', async () => {
    const { lines } = await imports(document, { output: plan })
    expect(lines[0]).toBe(`${plan}: 2 rituals, 0 sections, 3 items; 1 line without a place`)
    expect(readPlan(readFileSync(plan, 'utf8'), plan).faults).toEqual([])
  })

  test('says it in one object where that is asked for', async () => {
    const { lines } = await imports(document, { output: plan, json: true })
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        rituals: 2,
        sections: 0,
        items: 3,
        unplaced: [{ line: 3, text: 'A word before.', reason: 'a sentence, and no task' }],
      },
    ])
  })

  test('takes the name, the zone and the channel that the document does not say', async () => {
    const { lines } = await imports(document, { name: 'diner', timezone: 'Europe/Paris', channel: '#kitchen' })
    expect(lines.join('\n')).toMatch(/^plan: diner\n[\s\S]*^timezone: Europe\/Paris\n[\s\S]*^channel: "#kitchen"$/mu)
  })

  test('tells what an edited document changes, and replaces a file that nobody edited', async () => {
    await imports(document, { output: plan })
    writeFileSync(document, opening.replace('Gas off', 'Gas off at the red lever').replace('06:30', '06:45'))
    const { code, faults } = await imports(document, { output: plan })
    expect(code).toBe(0)
    expect(faults.slice(0, 5)).toEqual([
      '~ Opening: falls due at other times',
      '~ Closing',
      '    + Gas off at the red lever',
      '    - Gas off',
      '0 rituals as before',
    ])
    expect(readFileSync(plan, 'utf8')).toContain('Gas off at the red lever')
  })

  test('leaves a file alone that people edited, unless it may be replaced', async () => {
    await imports(document, { output: plan })
    const edited = readFileSync(plan, 'utf8').replace('timezone: UTC', 'timezone: Europe/Rome')
    writeFileSync(plan, edited)
    writeFileSync(document, opening.replace('Lights on', 'All lights on'))
    const left = await imports(document, { output: plan })
    expect(left.code).toBe(1)
    expect(left.faults.at(-1)).toMatch(/was edited since it was imported, so it is left as it is/u)
    expect(readFileSync(plan, 'utf8')).toBe(edited)
    expect((await imports(document, { output: plan, overwrite: true })).code).toBe(0)
    expect(readFileSync(plan, 'utf8')).toContain('All lights on')
  })

  test.each([
    ['no file', null, /cannot be read: there is no such file/u],
    ['an empty file', '', /has no checklist/u],
    ['a document without a checklist', '# Notes\n\nWe met and talked.\n', /has no checklist/u],
    ['what is no text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3]), /holds no text/u],
  ])('refuses %s in one sentence', async (_, content, sentence) => {
    const file = join(folder, 'other.md')
    if (content !== null) writeFileSync(file, content)
    const { code, lines, faults } = await imports(file)
    expect([code, lines, faults.length]).toEqual([1, [], 1])
    expect(faults[0]).toMatch(sentence)
  })

  test('wants a file for the plan where it is to say the rest as JSON', async () => {
    expect((await imports(document, { json: true })).code).toBe(2)
  })
})
