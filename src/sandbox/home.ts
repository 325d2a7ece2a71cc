import { sendEvent } from './events.ts'
import type { Platform } from './platform.ts'
import { describeView } from './view-payload.ts'
import { openDirectMessage } from './workspace.ts'

/** Opening the app's Home tells the app, which then publishes what it shows. */
export async function openHome(platform: Platform, member: string): Promise<void> {
  const home = platform.views.homes.get(member)
  await sendEvent(platform, {
    type: 'app_home_opened',
    user: member,
    channel: openDirectMessage(platform.workspace, member).id,
    tab: 'home',
    ...(home === undefined ? {} : { view: describeView(platform, home) }),
  })
}
