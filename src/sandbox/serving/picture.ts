import type { Platform } from '../platform.ts'
import { messageKey, type Sections } from '../protocol.ts'
import { snapshot } from './snapshot.ts'

/** One member's snapshot as JSON, in the pieces of which a change sends only those that differ. */
export type Picture = {
  readonly version: number
  readonly now: string
  readonly sections: ReadonlyMap<string, string>
  readonly lists: Readonly<Record<'messages' | 'notifications', ReadonlyMap<string, string>>>
}

const lastTaken = new WeakMap<Platform, Map<string, Picture>>()

/** Taken once for all the windows of a member; time passes also where nothing happens. */
export function pictureOf(platform: Platform, member: string): Picture {
  const taken = lastTaken.get(platform) ?? new Map<string, Picture>()
  lastTaken.set(platform, taken)
  const known = taken.get(member)
  if (known?.version === platform.workspace.version) return { ...known, now: platform.workspace.now().toISOString() }
  const picture = takePicture(platform, member)
  taken.set(member, picture)
  return picture
}

function takePicture(platform: Platform, member: string): Picture {
  const { messages, notifications, version, clock, ...others } = snapshot(platform, member)
  const sections = Object.entries({ ...others, machine: clock.machine } satisfies Sections)
  return {
    version,
    now: clock.now,
    sections: new Map(sections.map(([name, section]) => [name, JSON.stringify(section)])),
    lists: {
      messages: new Map(messages.map((one) => [messageKey(one), jsonOf(one)])),
      notifications: new Map(notifications.map((one) => [one.id, jsonOf(one)])),
    },
  }
}

const written = new WeakMap<object, string>()

/** Of hundreds of messages only those that changed are written again: each is told as the same object until then. */
function jsonOf(told: object): string {
  const json = written.get(told) ?? JSON.stringify(told)
  written.set(told, json)
  return json
}

/** A `Snapshot` as JSON. */
export function wholeOf({ version, now, sections, lists }: Picture): string {
  const { machine = 'null', ...others } = Object.fromEntries(sections)
  return objectOf({
    version: String(version),
    ...others,
    clock: objectOf({ now: JSON.stringify(now), machine }),
    messages: `[${[...lists.messages.values()]}]`,
    notifications: `[${[...lists.notifications.values()]}]`,
  })
}

/** A `SnapshotChange` as JSON. */
export function changeBetween(before: Picture, after: Picture): string {
  const changed = [...after.sections].filter(([name, json]) => before.sections.get(name) !== json)
  return objectOf({
    since: String(before.version),
    version: String(after.version),
    now: JSON.stringify(after.now),
    sections: objectOf(Object.fromEntries(changed)),
    messages: listChange(before.lists.messages, after.lists.messages),
    notifications: listChange(before.lists.notifications, after.lists.notifications),
  })
}

function listChange(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string {
  const put = [...after].filter(([key, json]) => before.get(key) !== json).map(([, json]) => json)
  const gone = [...before.keys()].filter((key) => !after.has(key))
  return objectOf({ put: `[${put}]`, gone: JSON.stringify(gone) })
}

const objectOf = (members: Readonly<Record<string, string>>): string =>
  `{${Object.entries(members).map(([name, json]) => `${JSON.stringify(name)}:${json}`)}}`
