import type { Platform } from '../platform.ts'
import { sendEvent } from '../workspace/events.ts'
import { openDirectMessage } from '../workspace/workspace.ts'
import { describeView } from './view-payload.ts'

/** Opening the app's Home tells the app, which then publishes what it shows. */
export async function openHome(platform: Platform, member: string): Promise<void> {
  const { manifest, rules, views } = platform
  if (!manifest.homeEnabled && rules.holds('only a Home that is on is opened')) return
  const home = views.homes.get(member)
  await sendEvent(platform, {
    type: 'app_home_opened',
    user: member,
    channel: openDirectMessage(platform.workspace, member).id,
    tab: 'home',
    ...(home === undefined ? {} : { view: describeView(platform, home) }),
  })
}
