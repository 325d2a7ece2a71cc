import { responseUrlRules } from './response-url-rules.ts'
import type { PlatformRule } from './rule.ts'
import { triggerRules } from './trigger-rules.ts'

const table = { ...triggerRules, ...responseUrlRules } as const

export type RuleName = keyof typeof table

/** Rows that refuse with a code of Slack's. */
export type RefusalName = { [Name in RuleName]: (typeof table)[Name]['error'] extends string ? Name : never }[RuleName]

/** What the platform refuses or does besides judging payloads, one row each. */
export const platformRules: Readonly<Record<RuleName, PlatformRule>> = table

/** The code that a row refuses with. */
export const codeOf = (name: RefusalName): string => table[name].error
