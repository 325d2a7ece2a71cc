import { expect } from 'vitest'
import type { FillValue } from '../../src/sandbox/drivers/answers.ts'
import type { MemberDriver } from '../../src/sandbox/drivers/member-driver.ts'
import type { Team } from '../support/team.ts'
import { notSavedYet } from './desk.ts'

/** What is answered where nothing happens; any other reading is 97, any other choice the first. */
const asUsual: Readonly<Record<string, string>> = {
  'Error count': '3',
  'Forwards to GHL': '1.2',
  'Failed payments': '0',
  'Average rating': '4.8',
  'Post-Job Review: Average rating': '4.8',
  'Any negative reviews': 'No',
}

export const sectionsOf = {
  morning: [
    'System Health Check',
    'Review Overnight Metrics',
    'Check Critical Alerts',
    'Verify Call Forwarding',
    'Review AI Agent Activity',
    'Check Payment Processing',
    'Review Customer Feedback',
    'Daily Checklist Summary',
  ],
  evening: [
    "Review Day's Performance",
    'Check Pending Items',
    'Prepare for Tomorrow',
    'Backup Verification',
    'Evening Checklist Summary',
  ],
  monday: [
    'Weekly Performance Review',
    'AI Agent Performance Review',
    'Google Ads Campaign Review',
    'GHL Workflow Performance',
    'Mobile App Analytics',
    'Weekly Monday Checklist',
  ],
  friday: ['Week Wrap-Up', 'Prepare Weekly Report', 'Plan Next Week', 'System Cleanup', 'Friday Checklist'],
} as const

/**
 * Fills in whole sections through their forms, as the page does, without a browser: the dull rest of the week.
 * Everything else about it is real: the form, the app that takes it, the database.
 */
export async function fillsIn(
  team: Team,
  member: MemberDriver,
  sections: readonly string[],
  otherwise: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const section of sections) {
    await member.clicks('Fill in', `Fill in: ${section}`, { in: '#ops' })
    await expect.poll(() => member.modal(), { interval: 5 }).toBeDefined()
    const inputs = inputsOf(member)
    await member.fills(Object.fromEntries(inputs.map((each) => [each.label, answerTo(each, otherwise)])))
    await submits(member)
    // A missed card offers the next section once this one is saved.
    await team.settled()
  }
}

/** Sends the open form, and again where a busy machine had not saved it within two seconds. */
export async function submits(member: MemberDriver): Promise<void> {
  const notYet = (errors: Readonly<Record<string, string>> | undefined) =>
    Object.values(errors ?? {}).some((sentence) => sentence.startsWith(notSavedYet))
  let errors = await member.submits()
  while (notYet(errors)) errors = await member.submits()
  expect(errors).toBeUndefined()
}

type Input = { readonly label: string; readonly ticks: boolean; readonly options: readonly string[] }

function answerTo({ label, ticks, options }: Input, otherwise: Readonly<Record<string, string>>): FillValue {
  if (ticks) return options
  return otherwise[label] ?? asUsual[label] ?? options[0] ?? '97'
}

type Block = {
  readonly type: string
  readonly label: { readonly text: string }
  readonly element: {
    readonly type: string
    readonly options?: readonly { readonly text: { readonly text: string } }[]
  }
}

function inputsOf(member: MemberDriver): readonly Input[] {
  const view = member.modal()?.view as { readonly blocks: readonly Block[] } | undefined
  return (view?.blocks ?? [])
    .filter(({ type }) => type === 'input')
    .map(({ label, element }) => ({
      label: label.text,
      ticks: element.type === 'checkboxes',
      options: (element.options ?? []).map(({ text }) => text.text),
    }))
}
