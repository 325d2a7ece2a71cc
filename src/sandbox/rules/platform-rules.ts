import { accessRules } from './access-rules.ts'
import { changeRules } from './change-rules.ts'
import { channelRules } from './channel-rules.ts'
import { deliveryRules } from './delivery-rules.ts'
import { ephemeralRules } from './ephemeral-rules.ts'
import { fileRules } from './file-rules.ts'
import { metadataRules } from './metadata-rules.ts'
import { postingRules } from './posting-rules.ts'
import { rateRules } from './rate-rules.ts'
import { reactionRules } from './reaction-rules.ts'
import { readingRules } from './reading-rules.ts'
import { responseUrlRules } from './response-url-rules.ts'
import type { PlatformRule } from './rule.ts'
import { submissionRules } from './submission-rules.ts'
import { textRules } from './text-rules.ts'
import { triggerRules } from './trigger-rules.ts'
import { viewRules } from './view-rules.ts'

const table = {
  ...accessRules,
  ...postingRules,
  ...changeRules,
  ...metadataRules,
  ...ephemeralRules,
  ...textRules,
  ...readingRules,
  ...channelRules,
  ...triggerRules,
  ...viewRules,
  ...submissionRules,
  ...responseUrlRules,
  ...deliveryRules,
  ...rateRules,
  ...fileRules,
  ...reactionRules,
} as const

export type RuleName = keyof typeof table

/** Rows that refuse: with a code of Slack's, or with words that a member sees. */
export type RefusalName = { [Name in RuleName]: (typeof table)[Name]['error'] extends string ? Name : never }[RuleName]

/** What the platform refuses or does besides judging payloads, one row each. */
export const platformRules: Readonly<Record<RuleName, PlatformRule>> = table

/** The code that a row refuses with. */
export const codeOf = (name: RefusalName): string => table[name].error
