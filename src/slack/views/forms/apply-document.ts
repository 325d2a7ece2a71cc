import type { KnownBlock, ModalView } from '@slack/types'
import type { PlanDocument } from '../../../domain/document.ts'
import type { Person } from '../../../domain/plan.ts'
import type { PlanPreview } from '../../../domain/plan-preview.ts'
import { forms, inputs } from '../../controls.ts'
import { bold, joined, mrkdwn } from '../../text/mrkdwn.ts'
import { counted, sentence } from '../../text/words.ts'
import { context, section } from '../blocks.ts'
import { named } from '../document-state.ts'
import {
  type ChoiceGroup,
  channelSelect,
  groupedSelect,
  groupsOf,
  input,
  mostChoices,
  peopleSelect,
  personSelect,
  textInput,
} from './inputs.ts'
import { modal } from './modal.ts'

export type ApplyFormState = {
  readonly document: PlanDocument
  readonly preview: PlanPreview
  /** Whoever looks it over: what names nobody else is theirs until they choose otherwise. */
  readonly person: Person
  /** The channel's ID, where what was chosen or what the document says is one. */
  readonly channel: string | null
  /** Those whom the document names for a role, as IDs. */
  readonly people: Readonly<Record<string, readonly Person[]>>
  readonly zones: readonly string[]
}

/** Everything that a document leaves open, with what is most likely filled in. */
export function applyForm(state: ApplyFormState): ModalView {
  const { document, preview, person, channel, zones } = state
  const { choices } = document
  const roles = preview.roles.slice(0, mostRoles)
  const version = preview.before?.version ?? null
  const about = { document: document.id, name: preview.name, version }
  return modal({
    title: 'Apply a plan',
    submit: 'Apply',
    form: { id: forms.applyDocument.id, about },
    blocks: [
      section(summaryOf(preview)),
      input(inputs.name, 'What is the plan called?', textInput({ initial: preview.name, max: 60 }), {
        hint: 'Small letters, digits and hyphens. A plan of the same name gets a new version.',
      }),
      input(inputs.channel, 'Where do its checklists appear?', channelSelect(channel), {
        hint: 'Rounds must be in that channel.',
      }),
      input(
        inputs.timezone,
        'In which time zone are its times?',
        groupedSelect(zoneGroups(zones, preview.zone), preview.zone),
      ),
      ...(preview.wantsOwner
        ? [input(inputs.owner, ownerLabel(roles.length), personSelect(choices.owner ?? person))]
        : []),
      ...roles.map((role, index) =>
        input(inputs.role(index), `Who is ${role.title || role.name}?`, peopleSelect(holdersOf(state, role.name))),
      ),
      ...leftOut(preview.roles.length - roles.length),
      context(mrkdwn`From now on each checklist is posted when it falls due. What is open already stays as it is.`),
    ],
  })
}

/** Slack takes 100 blocks. */
const mostRoles = 80

function leftOut(roles: number): KnownBlock[] {
  return roles > 0
    ? [context(mrkdwn`There is no room for ${counted(roles, 'more role')}: the owner has them, or you.`)]
    : []
}

function ownerLabel(roles: number): string {
  return roles === 0 ? 'Who owns its checklists?' : 'Who owns what names nobody?'
}

function summaryOf({ title, counts, before }: PlanPreview) {
  const { rituals, items } = counts
  const what = joined([counted(rituals, 'ritual'), counted(items, 'item')], ', ')
  const then =
    before === null
      ? mrkdwn`A new plan.`
      : mrkdwn`The next version of ${bold(named(before.title))}, after version ${before.version}.`
  return joined([bold(named(title)), mrkdwn`${sentence(what)}. ${then}`], '\n')
}

function holdersOf({ document, people, person }: ApplyFormState, role: string): readonly Person[] {
  return document.choices.people?.[role] ?? (people[role]?.length ? people[role] : [person])
}

/** By the part of the world that their names begin with; a part with many is parted again. */
function zoneGroups(zones: readonly string[], chosen: string): readonly ChoiceGroup[] {
  const all = zones.includes(chosen) ? zones : [chosen, ...zones]
  const worlds = [...new Set(all.map(partOf))]
  return worlds.flatMap((world) =>
    groupsOf(
      all.filter((zone) => partOf(zone) === world),
      mostChoices.select,
    ).map((some) => ({
      label: world,
      choices: some.map((zone) => ({ value: zone, text: zone.replaceAll('_', ' ') })),
    })),
  )
}

const partOf = (zone: string): string => (zone.includes('/') ? (zone.split('/')[0] ?? zone) : 'Others')
