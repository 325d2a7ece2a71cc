import { type Checklist, isAnswerable } from '../../../domain/checklist.ts'
import { nameOfItem } from '../../../domain/item.ts'
import { type Severity, type SeverityRules, severities } from '../../../domain/severity.ts'
import { bold, joined, type Mrkdwn, mrkdwn, plain, truncate } from '../../text/mrkdwn.ts'
import { dayTime, durationInWords } from '../../text/time.ts'
import { type PlacedItem, placed } from '../item-row.ts'
import { type Choice, type ChoiceGroup, groupsOf, mostChoices } from './inputs.ts'

/** `P1 High`, with when to choose it, or how soon it wants an answer. */
export function severityChoices(rules: SeverityRules): Choice[] {
  return severities.map((severity) => {
    const { name, when } = rules[severity]
    const description = when.length > 0 ? when.join(', ') : clocksOf(rules, severity)
    return { value: severity, text: `${severity} ${name}`, description }
  })
}

/** `respond within 15 min, resolve within 1 h` */
export function clocksOf(rules: SeverityRules, severity: Severity): string {
  const { respondMinutes, resolveMinutes, resolveBy } = rules[severity]
  const milestone = resolveBy === undefined ? '' : `, resolve by the ${resolveBy}`
  const resolve = resolveMinutes === null ? milestone : `, resolve within ${durationInWords(resolveMinutes)}`
  return `respond within ${durationInWords(respondMinutes)}${resolve}`
}

/** `P0 Critical: payments are down, data loss · respond within 15 min · alerts: error rate > 5%` */
export function severityGuide(rules: SeverityRules, severity: Severity): Mrkdwn {
  const { name, when, alerts = [] } = rules[severity]
  const listed = (words: readonly string[]) => truncate(plain(words.join(', ')), 300)
  const title = bold(mrkdwn`${plain(severity)} ${truncate(plain(name), 60)}`)
  const examples = when.length > 0 ? mrkdwn`${title}: ${listed(when)}` : title
  const limits = alerts.length > 0 ? mrkdwn`alerts: ${listed(alerts)}` : null
  return joined([examples, truncate(plain(clocksOf(rules, severity)), 200), limits], ' · ')
}

/** What is open, by position, under the names of its sections. */
export function openItemChoices(checklist: Checklist): ChoiceGroup[] {
  const open = placed(checklist).filter(({ item }) => isAnswerable(item))
  return checklist.sections.flatMap((section, index) =>
    groupsOf(
      open.filter(({ item }) => item.section === index),
      mostChoices.select,
    ).map((items) => ({ label: section.title || 'Items', choices: items.map(itemChoice) })),
  )
}

/** Which checklist a form is about: `Morning checklist · Fri 20 Nov 09:00`, with the section where an item is meant. */
export function whereFrom({ title, dueAt, zone, items, sections }: Checklist, item: number | null = null): Mrkdwn {
  const index = item === null ? undefined : items[item]?.section
  const section = index === undefined ? '' : (sections[index]?.title ?? '')
  return joined([name(title), dayTime(dueAt, zone), section.trim() === '' ? null : name(section)], ' · ')
}

function name(typed: string): Mrkdwn {
  return truncate(plain(typed), 150)
}

function itemChoice({ item, position }: PlacedItem): Choice {
  return { value: String(position), text: nameOfItem(item) }
}
