import type { Platform } from '../platform.ts'
import { deleteMessage } from './deleting.ts'
import { isHeard, sendEvent } from './events.ts'
import type { StoredFile } from './files.ts'
import { type Draft, postMessage } from './posting.ts'
import { type Channel, changed, findMessage, type Message } from './workspace.ts'

/** Posts one message that shows the files, and tells the app where it is a member. */
export function shareFiles(
  platform: Platform,
  channel: Channel,
  draft: Draft & { readonly files: readonly StoredFile[] },
): Message {
  const message = postMessage(platform.workspace, platform.notifications, channel, draft)
  for (const file of draft.files) {
    file.shares.push({ channel: channel.id, ts: message.ts, threadTs: message.threadTs })
    tellShared(platform, channel, file)
  }
  return message
}

function tellShared(platform: Platform, channel: Channel, file: StoredFile): void {
  if (!isHeard(platform, channel)) return
  const named = { file_id: file.id, file: { id: file.id } }
  void sendEvent(platform, { type: 'file_shared', ...named, user_id: file.user, channel_id: channel.id })
}

/** Deletes a file: it leaves every message, and those that showed nothing else go with it. */
export function takeBack(platform: Platform, file: StoredFile): void {
  file.deleted = true
  for (const share of file.shares) {
    const message = findMessage(platform.workspace, share.channel, share.ts)
    const channel = platform.workspace.channels.get(share.channel)
    if (message === undefined || channel === undefined) continue
    message.files = message.files.filter((one) => one !== file)
    const isEmpty = message.files.length === 0 && message.text === '' && message.blocks.length === 0
    if (isEmpty) deleteMessage(platform, channel, message)
  }
  changed(platform.workspace)
}
