import type { Timing } from './clocks.ts'
import type { FaultBoard } from './controls/faults.ts'
import type { TimeControl } from './controls/time-machine.ts'
import type { TrafficLog } from './controls/traffic.ts'
import type { Delivery } from './delivery/delivery.ts'
import type { InFlight } from './in-flight.ts'
import type { ResponseUrls } from './interaction/response-urls.ts'
import type { Suggestions } from './interaction/suggestions.ts'
import type { Triggers } from './interaction/triggers.ts'
import type { Views } from './interaction/views.ts'
import type { AppManifest } from './manifest.ts'
import type { TourGuide, TourInfo } from './protocol.ts'
import type { Rulebook } from './rules/rulebook.ts'
import type { RateLimits } from './web-api/rate-limits.ts'
import type { Uploads } from './web-api/uploads.ts'
import type { Notifications } from './workspace/posting.ts'
import type { Workspace } from './workspace/workspace.ts'

/** Everything one running sandbox is made of. */
export type Platform = {
  readonly workspace: Workspace
  readonly manifest: AppManifest
  readonly timing: Timing
  readonly tokens: { readonly bot: string; readonly app: string; readonly signingSecret: string }
  readonly views: Views
  readonly triggers: Triggers
  readonly responseUrls: ResponseUrls
  readonly suggestions: Suggestions
  readonly uploads: Uploads
  readonly notifications: Notifications
  /** What Slack's client told each member went wrong, newest last. */
  readonly warnings: Map<string, string[]>
  readonly board: FaultBoard
  readonly rateLimits: RateLimits
  readonly traffic: TrafficLog
  readonly inFlight: InFlight
  readonly delivery: Delivery
  /** The table of rules; each row can be switched off. */
  readonly rules: Rulebook
  readonly time: TimeControl
  readonly tour: { guide: TourGuide | null; info: TourInfo | null }
  /** `http://127.0.0.1:port`, once listening. */
  origin: string
}
