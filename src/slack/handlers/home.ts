import type { App } from '@slack/bolt'
import { showHome } from '../../operations/show-home.ts'
import type { Slack } from '../slack.ts'

/** Home is drawn like every other surface: opening it only says that it is wanted. */
export function handleHome(app: App, slack: Slack): void {
  app.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'home') await slack.inFlight.during(showHome(slack.deps, event.user))
  })
}
