import { jumpTo, setSpeed, stopPlaying } from '../controls/time-machine.ts'
import { toolDeeds } from '../controls/tool-acts.ts'
import type { Platform } from '../platform.ts'
import type { Act, ActResult } from '../protocol.ts'
import { addToChannel, removeFromChannel } from '../workspace/membership.ts'
import { markRead } from '../workspace/posting.ts'
import {
  addChannel,
  type Channel,
  changed,
  findChannel,
  findMember,
  findMessage,
  memberNamed,
} from '../workspace/workspace.ts'
import { runCommand } from './commands.ts'
import { openHome } from './home.ts'
import { failed, typeInto, useElement } from './interactions.ts'
import { deleteOwnMessage, editMessage, sayMessage } from './own-messages.ts'
import { react } from './reacting.ts'
import { runShortcut } from './shortcuts.ts'
import { closeModal, submitView } from './submissions.ts'

/** The act of one kind; `join` and `leave` share theirs. */
type Deed<Kind> = Act extends infer One
  ? One extends { readonly kind: infer Kinds }
    ? Kind extends Kinds
      ? One
      : never
    : never
  : never

type Do<Kind> = (platform: Platform, member: string, act: Deed<Kind>) => ActResult | Promise<ActResult>

const done: ActResult = { ok: true }

const deeds: { readonly [Kind in Act['kind']]: Do<Kind> } = {
  say: sayMessage,
  'edit-message': (platform, member, { text, ...at }) => editMessage(platform, member, at, text),
  'delete-message': deleteOwnMessage,
  react,
  shortcut: runShortcut,
  command: (platform, member, { channel, command, text }) => runCommand(platform, member, channel, command, text),
  element: (platform, member, { where, blockId, actionId, action }) =>
    useElement(platform, member, { where, blockId, actionId, action }),
  type: (platform, member, { view, blockId, actionId, value }) =>
    typeInto(platform, member, view, blockId, actionId, value),
  submit: (platform, member, { view }) => submitView(platform, member, view),
  close: (platform, member, { view, how }) => closeModal(platform, member, view, how),
  'open-home': async (platform, member) => {
    await openHome(platform, member)
    return done
  },
  read: (platform, member, { channel }) => {
    markRead(platform.workspace, channel, member)
    return done
  },
  'dismiss-ephemeral': dismissEphemeral,
  join: (platform, member, { channel }) =>
    inPublic(platform, channel, (found) => addToChannel(platform, found, member, member)),
  leave: (platform, member, { channel }) =>
    inPublic(platform, channel, (found) => removeFromChannel(platform, found, member)),
  invite: (platform, member, { channel, user }) => invite(platform, member, channel, user),
  'create-channel': (platform, member, { name }) => createChannel(platform, member, name),
  'play-to': (platform, _, { at }) => jumpTo(platform, at),
  'stop-playing': (platform) => stopPlaying(platform),
  'set-speed': (platform, _, { speed }) => setSpeed(platform, speed),
  ...toolDeeds,
}

/** Does what a member does in Slack's client; the page and the drivers both come through here. */
export function act(platform: Platform, member: string, deed: Act): ActResult | Promise<ActResult> {
  if (!Object.hasOwn(deeds, deed.kind)) return failed('The sandbox does not know this action.')
  const run = deeds[deed.kind] as Do<Act['kind']>
  return run(platform, member, deed as never)
}

function dismissEphemeral(
  platform: Platform,
  member: string,
  { channel, ts }: { channel: string; ts: string },
): ActResult {
  const message = findMessage(platform.workspace, channel, ts)
  if (message?.ephemeralFor !== member) return failed('This message is no longer here.')
  const all = platform.workspace.messages.get(channel) ?? []
  all.splice(all.indexOf(message), 1)
  changed(platform.workspace)
  return done
}

function inPublic(platform: Platform, name: string, then: (channel: Channel) => void): ActResult {
  const channel = findChannel(platform.workspace, name)
  if (channel === undefined || channel.kind !== 'public' || channel.archived)
    return failed('You cannot do this in that channel.')
  then(channel)
  return done
}

function invite(platform: Platform, member: string, name: string, user: string): ActResult {
  const channel = findChannel(platform.workspace, name)
  if (channel === undefined || channel.kind === 'dm' || !channel.members.has(member))
    return failed('You are not in that channel.')
  if (channel.archived) return failed('This channel is archived.')
  const invited = findMember(platform.workspace, user)
  if (invited === undefined) return failed('This person is not in the workspace.')
  addToChannel(platform, channel, invited.id, member)
  return done
}

function createChannel(platform: Platform, member: string, name: string): ActResult {
  if (!/^[a-z0-9_-]{1,80}$/.test(name)) return failed('Channel names use lower-case letters, digits, - and _ only.')
  if (findChannel(platform.workspace, name) !== undefined) return failed('That name is already taken.')
  addChannel(platform.workspace, { name, members: [memberNamed(platform.workspace, member).name] })
  return done
}
