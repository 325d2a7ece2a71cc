import type { Platform } from '../platform.ts'
import { type Channel, changed, type Message, repliesTo } from './workspace.ts'

/** A parent with replies leaves a placeholder behind. */
export function deleteMessage({ workspace, rules }: Platform, channel: Channel, message: Message): void {
  const hasReplies = repliesTo(workspace, channel.id, message.ts).length > 0
  if (hasReplies && rules.holds('a deleted parent leaves a placeholder')) {
    message.tombstone = true
    message.text = 'This message was deleted.'
    message.blocks = []
    message.files = []
    message.reactions = []
    message.metadata = null
  } else {
    const all = workspace.messages.get(channel.id) ?? []
    all.splice(all.indexOf(message), 1)
  }
  changed(workspace)
}
