import { describe, expect, test } from 'vitest'
import { limits } from '../../../src/sandbox/limits/check.ts'
import { platformRules, type RuleName } from '../../../src/sandbox/rules/platform-rules.ts'
import { startSandbox } from '../../../src/sandbox/sandbox.ts'
import { manifest } from '../manifest.ts'
import { accessScenarios } from './access-scenarios.ts'
import { deliveryScenarios } from './delivery-scenarios.ts'
import { fileScenarios } from './file-scenarios.ts'
import { channelScenarios, readingScenarios } from './place-scenarios.ts'
import { changeScenarios, ephemeralScenarios, metadataScenarios, postingScenarios } from './posting-scenarios.ts'
import { rateScenarios } from './rate-scenarios.ts'
import { reactionScenarios } from './reaction-scenarios.ts'
import { responseUrlScenarios } from './response-url-scenarios.ts'
import { play, type Scenario } from './stage.ts'
import { submissionScenarios } from './submission-scenarios.ts'
import { textScenarios } from './text-scenarios.ts'
import { triggerScenarios, viewScenarios } from './view-scenarios.ts'

/** One for each row: a row without a scenario does not compile. */
const scenarios: Readonly<Record<RuleName, Scenario>> = {
  ...accessScenarios,
  ...postingScenarios,
  ...changeScenarios,
  ...metadataScenarios,
  ...ephemeralScenarios,
  ...textScenarios,
  ...readingScenarios,
  ...channelScenarios,
  ...triggerScenarios,
  ...viewScenarios,
  ...submissionScenarios,
  ...responseUrlScenarios,
  ...deliveryScenarios,
  ...rateScenarios,
  ...fileScenarios,
  ...reactionScenarios,
}

const names = Object.keys(platformRules) as readonly RuleName[]

describe('each row of the table of platform rules holds, and is missed when it is off', () => {
  test.each(names)('%s', async (name) => {
    await play(name, scenarios[name], [])
    const missed = await play(name, scenarios[name], [name]).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(missed).toMatchObject({ name: 'AssertionError' })
  })
})

test('there is no scenario without a row', () => {
  expect(Object.keys(scenarios).filter((name) => !Object.hasOwn(platformRules, name))).toEqual([])
})

test('rows share one namespace', () => {
  const all = [...limits.map((rule) => rule.name), ...names]
  expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([])
})

test('a row that does not exist cannot be switched off', async () => {
  await expect(startSandbox({ manifest, rulesOff: ['a day has 25 hours'] })).rejects.toThrow(
    'No rule is called “a day has 25 hours”; docs/sandbox-rules.md lists them.',
  )
})
