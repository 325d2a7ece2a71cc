/**
 * What the sandbox and its page say to each other, over these routes on one loopback port:
 *
 * - `GET  /sandbox/events?as=U…`  server-sent events for that member: on connecting one whole `Snapshot`, then, at most
 *   every 50 ms, an event named `change` with a `SnapshotChange`. Whoever missed one connects again;
 * - `GET  /sandbox/state?as=U…`   one whole `Snapshot`;
 * - `POST /sandbox/act`           body `{ as, act }` as in `ActRequest`; answers an `ActResult`;
 * - `POST /sandbox/upload?as=U…&name=…`  body: the bytes of one file; answers an `UploadResult`. It is shared once a
 *   `say` or a `file_input` names its id;
 * - `POST /sandbox/suggest`       body `{ as, ask }` as in `SuggestRequest`; answers a `SuggestResult`;
 * - `GET  /sandbox/files/F…`      the bytes of a file: pictures to look at, everything else to keep;
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

/** An uploaded file, as the page needs it; its bytes are at `/sandbox/files/<id>`. */
export type FileInfo = {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly mimetype: string
  /** In bytes. */
  readonly size: number
  readonly user: string
  /** What it shows, for a screen reader; empty where nobody said. */
  readonly altText: string
}

/** Slack takes 1 GB; here everything stays in memory. */
export const fileBytesMax = 20 * 1024 * 1024

/** Who reacted with one emoji, by its name without colons, in the order they did. */
export type ReactionInfo = { readonly name: string; readonly users: readonly string[] }

export type MessageInfo = {
  readonly ts: string
  readonly channel: string
  readonly user: string
  readonly text: string
  readonly blocks: readonly Json[]
  readonly threadTs: string | null
  readonly replies: number
  readonly editedAt: string | null
  readonly files: readonly FileInfo[]
  readonly reactions: readonly ReactionInfo[]
  /** What is left of a deleted message that has replies. */
  readonly tombstone: boolean
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

/** What the app offers in the composer (`global`) or in the menu of each message (`message`). */
export type ShortcutInfo = {
  readonly name: string
  readonly kind: 'global' | 'message'
  readonly callbackId: string
  readonly description: string
}

export type ClockInfo = {
  readonly now: string
  /** Null where the sandbox runs without a time machine. */
  readonly machine: null | {
    /** Moments worth jumping to, earliest first. */
    readonly stops: readonly StopInfo[]
    /** True while a jump is under way. */
    readonly playing: boolean
    /** Seconds that pass by this clock in a second of real time; 0 where it stands still. */
    readonly speed: number
    /** What happened in the last jump, or since the clock was set to run this fast. */
    readonly happened: {
      readonly count: number
      /** Oldest first; of very many only the newest. */
      readonly newest: readonly HappenedInfo[]
    }
  }
}

export type StopInfo = {
  /** Names its button for as long as it means the same. */
  readonly id: string
  /** Which one it is: the next of its kind, or a day. */
  readonly label: string
  /** What is there. */
  readonly what: string
  readonly at: string
}

/** One thing that happened, as a line of mrkdwn, with the message that shows it where there is one. */
export type HappenedInfo = {
  readonly text: string
  readonly message: { readonly channel: string; readonly ts: string } | null
}

/** Seconds a second: halted, real time, a minute, ten minutes, an hour. */
export const speeds = [0, 1, 60, 600, 3600] as const

/** A walk through what there is, in steps that tick themselves off. */
export type TourInfo = {
  /** Another one for another beginning: what was skipped or finished once is offered again when all is new. */
  readonly id: string
  readonly title: string
  readonly steps: readonly TourStep[]
  /** What to do once every step is done, as mrkdwn. */
  readonly farewell: string
}

export type TourStep = {
  readonly id: string
  readonly title: string
  /** What to do, as mrkdwn. */
  readonly text: string
  readonly done: boolean
  /** Where it is done; null where there is nothing to point at. */
  readonly where: TourPlace | null
}

export type TourPlace = {
  readonly channel?: string
  readonly message?: string
  /** The parent of the thread that the message stands in. */
  readonly thread?: string
  /** The accessible name of a button or field: in the message, else anywhere on the page. */
  readonly control?: string
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
  readonly shortcuts: readonly ShortcutInfo[]
  /** Those switched on, oldest first, and spent ones until the next of their kind. */
  readonly faults: readonly FaultInfo[]
  readonly clock: ClockInfo
  /** Null where nobody gives one. */
  readonly tour: TourInfo | null
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

/** The message, open modal or Home that an element stands in. */
export type ElementPlace =
  | { readonly message: string; readonly channel: string; readonly ephemeral: boolean }
  | { readonly view: string }

export type Act =
  | {
      readonly kind: 'say'
      readonly channel: string
      readonly text: string
      readonly threadTs?: string
      /** Uploaded before; then the text may be empty. */
      readonly files?: readonly string[]
    }
  /** On one's own messages. */
  | { readonly kind: 'edit-message'; readonly channel: string; readonly ts: string; readonly text: string }
  | { readonly kind: 'delete-message'; readonly channel: string; readonly ts: string }
  | {
      readonly kind: 'react'
      readonly channel: string
      readonly ts: string
      /** An emoji's name without colons. */
      readonly name: string
      readonly on: boolean
    }
  | {
      readonly kind: 'shortcut'
      readonly callbackId: string
      /** For a shortcut of kind `message`: the message it was used on. */
      readonly on?: { readonly channel: string; readonly ts: string }
    }
  | { readonly kind: 'command'; readonly channel: string; readonly command: string; readonly text: string }
  | {
      /** A click or choice on an interactive element of a message, of the open modal or of Home. */
      readonly kind: 'element'
      readonly where: ElementPlace
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
  /** Ends a jump after the moment in progress. */
  | { readonly kind: 'stop-playing' }
  /** One of `speeds`. */
  | { readonly kind: 'set-speed'; readonly speed: number }
  | ToolAct

export type ActRequest = { readonly as: string; readonly act: Act }

/** `error` is a sentence for the member, as Slack's own client would show it. */
export type ActResult = { readonly ok: true } | { readonly ok: false; readonly error: string }

export type UploadResult =
  | { readonly ok: true; readonly file: FileInfo }
  | { readonly ok: false; readonly error: string }

/** What a member typed into a select whose options the app knows. */
export type SuggestRequest = {
  readonly as: string
  readonly ask: {
    readonly where: ElementPlace
    readonly blockId: string
    readonly actionId: string
    readonly value: string
  }
}

/** Options in Slack's shape; a group without a label holds options that the app did not group. */
export type SuggestedGroup = { readonly label: string | null; readonly options: readonly Json[] }

export type SuggestResult =
  | { readonly ok: true; readonly groups: readonly SuggestedGroup[] }
  | { readonly ok: false; readonly error: string }

/**
 * A clock that can be moved, handed to the sandbox by whoever owns the bot's clock.
 * The sandbox only asks; it never decides what is due.
 */
export type TimeMachine = {
  stops(): Promise<readonly (Omit<StopInfo, 'at'> & { readonly at: Date })[]>
  /** Plays every moment up to `at` in order. */
  playTo(at: Date, playing: Playing): Promise<void>
  /** Whether real time passes by this clock. */
  isRunning(): boolean
  run(running: boolean): void
}

export type Playing = {
  /** Once aborted, nothing is played after the moment in progress, and the clock stays there. */
  readonly signal: AbortSignal
  /** Takes what happened, while it happens. */
  readonly tell: (happened: readonly HappenedInfo[]) => void
}

/** The steps of a tour, handed to the sandbox by whoever knows what has been done. */
export type TourGuide = { look(): Promise<TourInfo | null> }
