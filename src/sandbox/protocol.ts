/**
 * What the sandbox and its page say to each other, over these routes on one loopback port:
 *
 * - `GET  /sandbox/events?as=U…`  server-sent events for that member: on connecting one whole `Snapshot`, then, at most
 *   every 50 ms, an event named `change` with a `SnapshotChange`. Whoever missed one connects again;
 * - `GET  /sandbox/state?as=U…`   one whole `Snapshot`;
 * - `POST /sandbox/act`           body `{ as, act }` as in `ActRequest`; answers an `ActResult`;
 * - `GET  /`, `/page.js`, `/page.css`  the page itself.
 *
 * Times are ISO strings in UTC; a message's `ts` is Slack's `seconds.micros` string.
 */

import type { FaultInfo, ToolAct } from './tools-protocol.ts'

/** A block, element or view exactly as the app sent it: JSON in Slack's own shape. */
export type Json = Readonly<Record<string, unknown>>

export type MemberInfo = {
  readonly id: string
  /** The handle without `@`. */
  readonly name: string
  readonly realName: string
  /** IANA zone; dates in messages are shown in the zone of whoever looks. */
  readonly timezone: string
  readonly isBot: boolean
  readonly isAdmin: boolean
}

export type ChannelInfo = {
  readonly id: string
  /** Without `#`; of a direct message, the other one's handle. */
  readonly name: string
  readonly kind: 'public' | 'private' | 'dm'
  readonly members: readonly string[]
  readonly archived: boolean
  readonly topic: string
  /** Messages since this member last looked; a mention of them counts in `mentions` too. */
  readonly unread: number
  readonly mentions: number
}

export type MessageInfo = {
  readonly ts: string
  readonly channel: string
  readonly user: string
  readonly text: string
  readonly blocks: readonly Json[]
  readonly threadTs: string | null
  readonly replies: number
  readonly editedAt: string | null
  /** Shown to this member only, and gone on reload of the page. */
  readonly ephemeral: boolean
}

export type ModalInfo = {
  readonly viewId: string
  /** The view as the app opened or updated it, with `state` as far as the member has typed. */
  readonly view: Json
  /** Sentences under inputs, by block_id, after a refused submission. */
  readonly errors: Readonly<Record<string, string>>
  /** True while a submission or click waits for the app's acknowledgement. */
  readonly busy: boolean
}

/** What Slack would show as a push notification: a mention, a direct message, a reply in a followed thread. */
export type PushNotification = {
  readonly id: string
  readonly at: string
  readonly channel: string
  readonly ts: string
  readonly title: string
  readonly text: string
}

export type CommandInfo = { readonly command: string; readonly description: string; readonly usageHint: string }

export type ClockInfo = {
  readonly now: string
  /** Null where the sandbox runs without a time machine. */
  readonly machine: null | {
    /** Moments worth jumping to, earliest first: the next ritual, the next clock, Friday's summary. */
    readonly stops: readonly { readonly label: string; readonly at: string }[]
    readonly playing: boolean
    /** One line for each thing that happened in the last jump, oldest first. */
    readonly lastJump: readonly string[]
  }
}

export type Snapshot = {
  readonly version: number
  readonly me: string
  readonly app: {
    readonly id: string
    readonly name: string
    readonly botUser: string
    /** False while no socket or HTTP endpoint of the app can be reached. */ readonly connected: boolean
  }
  readonly members: readonly MemberInfo[]
  readonly channels: readonly ChannelInfo[]
  /** Every message this member can see, oldest first; threads' replies among them. */
  readonly messages: readonly MessageInfo[]
  /** The modal stack, the visible one last. */
  readonly modals: readonly ModalInfo[]
  readonly home: Json | null
  readonly notifications: readonly PushNotification[]
  readonly commands: readonly CommandInfo[]
  /** Those switched on, oldest first, and spent ones until the next of their kind. */
  readonly faults: readonly FaultInfo[]
  readonly clock: ClockInfo
}

/** What became different between two versions of a snapshot. */
export type SnapshotChange = {
  /** The version that it changes. */
  readonly since: number
  readonly version: number
  readonly now: string
  /** Each whole, and only those that differ. */
  readonly sections: Partial<Sections>
  readonly messages: ListChange<MessageInfo>
  readonly notifications: ListChange<PushNotification>
}

/** What a change sends whole: everything but the two lists that grow, and the clock, of which only `now` always differs. */
export type Sections = Omit<Snapshot, 'version' | 'clock' | 'messages' | 'notifications'> & Pick<ClockInfo, 'machine'>

export type ListChange<Entry> = {
  /** New ones, and those that read differently now. */
  readonly put: readonly Entry[]
  /** The keys of those that are no longer there: of a message its `messageKey`, of a notification its `id`. */
  readonly gone: readonly string[]
}

export const messageKey = ({ channel, ts }: Pick<MessageInfo, 'channel' | 'ts'>): string => `${channel}-${ts}`

/** The value of one stateful element, as Slack puts it under `view.state.values[block_id][action_id]`. */
export type ElementState = Json

export type Act =
  | { readonly kind: 'say'; readonly channel: string; readonly text: string; readonly threadTs?: string }
  | { readonly kind: 'command'; readonly channel: string; readonly command: string; readonly text: string }
  | {
      /** A click or choice on an interactive element of a message, of the open modal or of Home. */
      readonly kind: 'element'
      readonly where:
        | { readonly message: string; readonly channel: string; readonly ephemeral: boolean }
        | { readonly view: string }
      readonly blockId: string
      readonly actionId: string
      /** What changed, in the shape of the payload's action: `{ value }`, `{ selected_option }`, `{ selected_user }` … */
      readonly action: ElementState
    }
  | {
      /** What the member has typed so far, kept over updates of the view whose block_id and action_id stay. */
      readonly kind: 'type'
      readonly view: string
      readonly blockId: string
      readonly actionId: string
      readonly value: ElementState
    }
  | { readonly kind: 'submit'; readonly view: string }
  /** `cancel` closes the visible view; `dismiss` (the ×) clears the stack. */
  | { readonly kind: 'close'; readonly view: string; readonly how: 'cancel' | 'dismiss' }
  | { readonly kind: 'open-home' }
  | { readonly kind: 'read'; readonly channel: string }
  | { readonly kind: 'dismiss-ephemeral'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'join' | 'leave'; readonly channel: string }
  | { readonly kind: 'invite'; readonly channel: string; readonly user: string }
  | { readonly kind: 'create-channel'; readonly name: string }
  /** Plays the clock forward to a moment. */
  | { readonly kind: 'play-to'; readonly at: string }
  | ToolAct

export type ActRequest = { readonly as: string; readonly act: Act }

/** `error` is a sentence for the member, as Slack's own client would show it. */
export type ActResult = { readonly ok: true } | { readonly ok: false; readonly error: string }

/**
 * A clock that can be moved, handed to the sandbox by whoever owns the bot's clock.
 * The sandbox only asks; it never decides what is due.
 */
export type TimeMachine = {
  stops(): Promise<readonly { readonly label: string; readonly at: Date }[]>
  /** Plays every moment up to `at` in order; resolves with one line for each thing that happened. */
  playTo(at: Date): Promise<readonly string[]>
}
