import { act } from '../interaction/act.ts'
import { runCommand } from '../interaction/commands.ts'
import { holdsMany, stateValues, valueName } from '../interaction/element-state.ts'
import { findView } from '../interaction/views.ts'
import { records, string } from '../json.ts'
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
import { closeOpenModal, fillModal, type ModalSight, seeModal, submitModal } from './modal-driver.ts'
import {
  type Control,
  captionOf,
  controlsOf,
  missing,
  optionTexts,
  placeNamed,
  readBlocksAs,
  readTextAs,
  type Where,
} from './surfaces.ts'

export type Within = { readonly in?: Where }

/** One person using Slack's client. Every deed resolves once the app has acknowledged it. */
export type MemberDriver = {
  readonly id: string
  readonly name: string
  /** Clicks the newest button of this text, in the row that says `near`. */
  clicks(button: string, near?: string, within?: Within): Promise<ActResult>
  /** Chooses an option of an overflow menu, select, radio or checkboxes; for checkboxes it toggles. */
  chooses(option: string, near?: string, within?: Within): Promise<ActResult>
  runs(line: string, at: { readonly in: Where }): Promise<ActResult>
  says(text: string, at: { readonly in: Where; readonly threadTs?: string }): Promise<ActResult>
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
    id,
    name: member.name,
    clicks: async (button, near, within) => use(platform, id, findButton(platform, id, button, near, within?.in), {}),
    chooses: async (option, near, within) => choose(platform, id, option, near, within?.in),
    runs: async (line, at) => {
      const [command = '', ...rest] = line.split(' ')
      return runCommand(platform, id, place(at.in), command, rest.join(' '))
    },
    says: async (text, at) => {
      const thread = at.threadTs === undefined ? {} : { threadTs: at.threadTs }
      return act(platform, id, { kind: 'say', channel: place(at.in), text, ...thread })
    },
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

export function readMessage(platform: Platform, member: string, message: Message): string {
  return message.blocks.length > 0
    ? readBlocksAs(platform, member, message.blocks)
    : readTextAs(platform, member, message.text)
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
  const buttons = controls.filter((one) => one.element.text !== undefined && captionOf(one) === button)
  const found = buttons.find((one) => near === undefined || one.near.includes(near))
  if (found === undefined) throw missing(`button [${button}]`, near, controls)
  return found
}

function choose(
  platform: Platform,
  member: string,
  option: string,
  near: string | undefined,
  where: Where | undefined,
): Promise<ActResult> {
  const controls = controlsOf(platform, member, where).filter((one) => one.element.text === undefined)
  const rows = controls.filter((one) => near === undefined || one.near.includes(near))
  const listed = rows.find((one) => optionTexts(one.element).includes(option))
  const picker = rows.find((one) => optionTexts(one.element).length === 0 && valueName(one.element) !== undefined)
  const control = listed ?? picker
  if (control === undefined) throw missing(`option “${option}”`, near, controls)
  return use(platform, member, control, chosenIn(platform, member, control, option))
}

function chosenIn(platform: Platform, member: string, control: Control, option: string): Json {
  const { element } = control
  if (element.type === 'overflow') return { selected_option: optionCalled(element, option) }
  if (element.type !== 'checkboxes') return answerFor(platform, element, holdsMany(element) ? [option] : option)
  return { selected_options: toggled(ticked(platform, member, control), optionCalled(element, option)) }
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

async function use(
  platform: Platform,
  member: string,
  { where, block, element }: Control,
  action: Json,
): Promise<ActResult> {
  const place = 'view' in where ? where : { ...where, ephemeral: false }
  const ids = { blockId: string(block.block_id), actionId: string(element.action_id) }
  return act(platform, member, { kind: 'element', where: place, ...ids, action })
}
