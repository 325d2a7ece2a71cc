import { act } from '../interaction/act.ts'
import { runCommand } from '../interaction/commands.ts'
import { buttonsOf, holdsMany, stateValues, valueName } from '../interaction/element-state.ts'
import { isExternal, suggest } from '../interaction/suggestions.ts'
import { findView } from '../interaction/views.ts'
import { record, records, string } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { ActResult, Json, PushNotification } from '../protocol.ts'
import { forgetShownEphemerals } from '../serving/page-server.ts'
import { snapshot, visibleMessages } from '../serving/snapshot.ts'
import { unreadOf } from '../workspace/posting.ts'
import {
  type Channel,
  channelNamed,
  findMessage,
  type Member,
  type Message,
  memberNamed,
} from '../workspace/workspace.ts'
import { answerFor, type FillValue, optionCalled } from './answers.ts'
import { type ChatDriver, chatDriver } from './chat-driver.ts'
import { closeOpenModal, fillModal, type ModalSight, seeModal, submitModal } from './modal-driver.ts'
import {
  type Control,
  captionOf,
  controlsOf,
  missing,
  optionTexts,
  placeNamed,
  readBlocksAs,
  readMessage,
  type Where,
} from './surfaces.ts'

export type Within = { readonly in?: Where }

/** One person using Slack's client. Every deed resolves once the app has acknowledged it. */
export type MemberDriver = ChatDriver & {
  readonly id: string
  readonly name: string
  /** Clicks the newest button of this text, in the row that says `near`. */
  clicks(button: string, near?: string, within?: Within): Promise<ActResult>
  /** Chooses an option of an overflow menu, select, radio or checkboxes; for checkboxes it toggles. */
  chooses(option: string, near?: string, within?: Within): Promise<ActResult>
  runs(line: string, at: { readonly in: Where }): Promise<ActResult>
  /** What the select in the row that says `near` offers for what was typed into it. */
  searches(query: string, near?: string, within?: Within): Promise<readonly string[]>
  fills(values: Readonly<Record<string, FillValue>>): Promise<void>
  submits(): Promise<Readonly<Record<string, string>> | undefined>
  cancels(): Promise<ActResult>
  dismisses(): Promise<ActResult>
  modal(): ModalSight | undefined
  opensHome(): Promise<void>
  home(): string | undefined
  /** Messages of a channel as this member reads them, oldest first, without threads. */
  sees(where: Where): readonly string[]
  /** Replies under the newest message that contains the text. */
  seesThread(where: Where, parent: string): readonly string[]
  ephemerals(where: Where): readonly string[]
  notifications(): readonly PushNotification[]
  /** What Slack's client told them went wrong, oldest first. */
  warnings(): readonly string[]
  unread(where: Where): { readonly unread: number; readonly mentions: number }
  reads(where: Where): Promise<ActResult>
  joins(channel: string): Promise<ActResult>
  leaves(channel: string): Promise<ActResult>
  invites(who: string, channel: string): Promise<ActResult>
  /** Reloads the client: every ephemeral message is gone. */
  reloads(): void
  snapshot(): ReturnType<typeof snapshot>
}

export function memberDriver(platform: Platform, member: Member): MemberDriver {
  const { id } = member
  const place = (where: Where) => placeNamed(platform, id, where)
  const mine = (where: Where) => visibleMessages(platform, id).filter((one) => one.channel === place(where))
  const read = (one: Message) => readMessage(platform, id, one)
  return {
    ...chatDriver(platform, member),
    id,
    name: member.name,
    clicks: async (button, near, within) => {
      const control = findButton(platform, id, button, near, within?.in)
      return use(platform, id, control, pressed(control.element, button))
    },
    chooses: async (option, near, within) => choose(platform, id, option, near, within?.in),
    runs: async (line, at) => {
      const [command = '', ...rest] = line.split(' ')
      return runCommand(platform, id, place(at.in), command, rest.join(' '))
    },
    searches: (query, near, within) => search(platform, id, query, near, within?.in),
    fills: (values) => fillModal(platform, id, values),
    submits: () => submitModal(platform, id),
    cancels: async () => closeOpenModal(platform, id, 'cancel'),
    dismisses: async () => closeOpenModal(platform, id, 'dismiss'),
    modal: () => seeModal(platform, id),
    opensHome: async () => void (await act(platform, id, { kind: 'open-home' })),
    home: () => {
      const home = platform.views.homes.get(id)
      return home === undefined ? undefined : readBlocksAs(platform, id, records(home.json.blocks))
    },
    sees: (where) =>
      mine(where)
        .filter((one) => one.ephemeralFor === null && (one.threadTs === null || one.broadcast))
        .map(read),
    seesThread: (where, parent) => {
      const root = mine(where).findLast((one) => one.threadTs === null && read(one).includes(parent))
      if (root === undefined) throw new Error(`@${member.name} sees no message with “${parent}” in ${where}.`)
      return mine(where)
        .filter((one) => one.threadTs === root.ts)
        .map(read)
    },
    ephemerals: (where) =>
      mine(where)
        .filter((one) => one.ephemeralFor === id)
        .map(read),
    notifications: () => platform.notifications.get(id) ?? [],
    warnings: () => platform.warnings.get(id) ?? [],
    unread: (where) => unreadOf(platform.workspace, channelAt(platform, place(where)), id),
    reads: async (where) => act(platform, id, { kind: 'read', channel: place(where) }),
    joins: async (channel) => act(platform, id, { kind: 'join', channel }),
    leaves: async (channel) => act(platform, id, { kind: 'leave', channel }),
    invites: async (who, channel) =>
      act(platform, id, {
        kind: 'invite',
        channel: channelNamed(platform.workspace, channel).id,
        user: memberNamed(platform.workspace, who).id,
      }),
    reloads: () => {
      for (const one of visibleMessages(platform, id)) if (one.ephemeralFor === id) one.shown = true
      forgetShownEphemerals(platform, id)
    },
    snapshot: () => snapshot(platform, id),
  }
}

function channelAt(platform: Platform, id: string): Channel {
  return channelNamed(platform.workspace, id)
}

function findButton(
  platform: Platform,
  member: string,
  button: string,
  near: string | undefined,
  where: Where | undefined,
): Control {
  const controls = controlsOf(platform, member, where)
  const buttons = controls.filter(
    (one) =>
      (one.element.text !== undefined && captionOf(one) === button) ||
      feedbackCalled(one.element, button) !== undefined,
  )
  const found = buttons.find((one) => near === undefined || one.near.includes(near))
  if (found === undefined) throw missing(`button [${button}]`, near, controls)
  return found
}

const feedbackCalled = (element: Json, name: string): Json | undefined =>
  buttonsOf(element).find((button) => string(record(button.text).text) === name)

function pressed(element: Json, name: string): Json {
  const feedback = feedbackCalled(element, name)
  return feedback === undefined ? {} : { value: feedback.value }
}

async function choose(
  platform: Platform,
  member: string,
  option: string,
  near: string | undefined,
  where: Where | undefined,
): Promise<ActResult> {
  const control = findPicker(platform, member, option, near, where)
  return use(platform, member, control, await chosenIn(platform, member, control, option))
}

/** One that lists the option; else one whose options a person would search or type. */
function findPicker(
  platform: Platform,
  member: string,
  option: string,
  near: string | undefined,
  where: Where | undefined,
): Control {
  const controls = controlsOf(platform, member, where).filter((one) => one.element.text === undefined)
  const rows = controls.filter((one) => near === undefined || one.near.includes(near))
  const listed = rows.find((one) => optionTexts(one.element).includes(option))
  const picker = rows.find((one) => optionTexts(one.element).length === 0 && valueName(one.element) !== undefined)
  const control = listed ?? picker
  if (control === undefined) throw missing(`option “${option}”`, near, controls)
  return control
}

async function chosenIn(platform: Platform, member: string, control: Control, option: string): Promise<Json> {
  const { element } = control
  if (element.type === 'overflow') return { selected_option: optionCalled(element, option) }
  if (element.type === 'checkboxes')
    return { selected_options: toggled(ticked(platform, member, control), optionCalled(element, option)) }
  return answerFor(platform, { ...spotOf(control), member, element }, holdsMany(element) ? [option] : option)
}

const spotOf = ({ where, block, element }: Control) => ({
  where,
  blockId: string(block.block_id),
  actionId: string(element.action_id),
})

async function search(
  platform: Platform,
  member: string,
  query: string,
  near: string | undefined,
  where: Where | undefined,
): Promise<readonly string[]> {
  const controls = controlsOf(platform, member, where).filter((one) => isExternal(one.element))
  const control = controls.find((one) => near === undefined || one.near.includes(near))
  if (control === undefined) throw missing('select whose options the app loads', near, controls)
  const result = await suggest(platform, member, { ...spotOf(control), value: query })
  if (!result.ok) throw new Error(result.error)
  return result.groups.flatMap((group) => group.options.map((one) => string(record(one.text).text)))
}

/** Checkboxes report the whole set after the click. */
function toggled(before: readonly Json[], option: Json): readonly Json[] {
  const without = before.filter((one) => one.value !== option.value)
  return without.length < before.length ? without : [...before, option]
}

function ticked(platform: Platform, member: string, { where, block, element }: Control): readonly Json[] {
  const state =
    'view' in where
      ? findView(platform.views, { id: where.view })?.state
      : findMessage(platform.workspace, where.channel, where.message)?.choices.get(member)
  const values = stateValues([block], state ?? {})
  return records(values[string(block.block_id)]?.[string(element.action_id)]?.selected_options)
}

async function use(platform: Platform, member: string, control: Control, action: Json): Promise<ActResult> {
  const { where, ...ids } = spotOf(control)
  const place = 'view' in where ? where : { ...where, ephemeral: false }
  return act(platform, member, { kind: 'element', where: place, ...ids, action })
}
