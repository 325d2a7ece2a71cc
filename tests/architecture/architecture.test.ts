import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { arrows, exceptions, type Part } from './arrows.ts'
import { importsOf } from './imports.ts'
import { breachesIn, ruleNames } from './rules.ts'
import { readTree } from './source.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const fixtures = fileURLToPath(new URL('fixtures', import.meta.url))
const ours = readTree(repository, ['src', 'tests', 'bench'])

test('what we wrote keeps every rule', () => {
  expect(ours.length).toBeGreaterThan(100)
  expect(breachesIn(ours)).toEqual([])
})

test('every exception is still needed', () => {
  const taken = ours.flatMap((source) => importsOf(source).map(({ to }) => ({ from: source.path, to })))
  const isTaken = (from: string, wanted: string) =>
    taken.some(({ from: path, to }) => path === from && to && ('file' in to ? to.file : to.package) === wanted)
  expect(exceptions.filter(({ from, to }) => !isTaken(from, to))).toEqual([])
})

test('the arrows make no circle', () => {
  const reaches = (part: Part, seen: readonly Part[] = []): readonly Part[] =>
    seen.includes(part)
      ? [part]
      : arrows[part].from.filter((each) => each !== part).flatMap((each) => reaches(each, [...seen, part]))
  expect((Object.keys(arrows) as Part[]).flatMap((part) => reaches(part))).toEqual([])
})

test('each rule has a fixture that breaks it', () => {
  expect(readdirSync(fixtures).sort()).toEqual(ruleNames.map(folderOf).sort())
})

describe.each(ruleNames.map((rule) => ({ rule })))('$rule', ({ rule }) => {
  for (const fixture of readdirSync(join(fixtures, folderOf(rule)))) {
    test(`and “${fixture.replaceAll('-', ' ')}” breaks that rule and no other`, () => {
      const broken = readTree(join(fixtures, folderOf(rule), fixture), ['src', 'tests'])
      expect(breachesIn(broken).map((breach) => breach.rule)).toEqual([rule])
    })
  }
})

function folderOf(rule: string): string {
  return rule.replaceAll(' ', '-')
}
