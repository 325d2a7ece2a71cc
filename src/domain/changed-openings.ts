import { addDays } from 'date-fns/addDays'

/** When something comes, and until when it is open. */
export type Opening = { readonly at: Date; readonly closesAt: Date }

/** What comes by one plan; `ahead` falls due before what is asked for, and comes in it all the same. */
export type Openings = {
  readonly ahead: readonly Opening[]
  /** After the first instant, and up to the second itself. */
  readonly between: (since: Date, until: Date) => readonly Opening[]
}

/** In order; it goes on where there are more than these, without an end that anybody would count. */
export type Row<One> = { readonly all: readonly One[]; readonly goesOn: boolean }

/** What comes otherwise; what is moved is neither added nor dropped. */
export type ChangedOpenings = {
  readonly moved: Row<{ readonly before: Date; readonly after: Date }>
  readonly added: Row<Date>
  readonly dropped: Row<Date>
  /** Where nothing else changes: the first that closes at another time. */
  readonly closing: { readonly of: Date; readonly before: Date; readonly after: Date } | null
}

type Span = { readonly first: number; readonly last: number }

type Look = {
  readonly since: Date
  readonly until: Date
  /** Where nothing has differed by then, and they do not go on alike, what comes up to this is looked at, too. */
  readonly untilFirst: Date
  /** Round what they count from, in milliseconds. */
  readonly spans: readonly Span[]
  /** Whether nothing differs from an instant outside all spans to where the next one begins. */
  readonly goesOnAlike: (at: number) => boolean
  /** They move one by one; else, what comes no more and what comes anew have nothing to do with each other. */
  readonly areCarriedAlong: boolean
  /** Where they differ behind this, they do so without an end; in milliseconds. */
  readonly endlessBehind: number
}

type Both = { readonly was: Openings; readonly is: Openings }

/** What comes otherwise by one plan than by another; null where nothing does. */
export function changedOpenings(both: Both, look: Look): ChangedOpenings | null {
  const { dropped, added, closing } = differences(both, look)
  const none = { all: [], goesOn: false }
  if (dropped.all.length + added.all.length === 0) {
    return closing && { moved: none, added: none, dropped: none, closing }
  }
  const [first, later] = [dropped.all[0], added.all[0]]
  if (!look.areCarriedAlong || !first || !later) return { moved: none, added, dropped, closing: null }
  if (dropped.goesOn || added.goesOn) {
    return {
      moved: { all: [{ before: first, after: later }], goesOn: true },
      added: none,
      dropped: none,
      closing: null,
    }
  }
  return { ...paired(dropped.all, added.all), closing: null }
}

/** The last stays the last: of the first ones, some may be over by now in one of the plans. */
function paired(dropped: readonly Date[], added: readonly Date[]): Omit<ChangedOpenings, 'closing'> {
  const pairs = Math.min(dropped.length, added.length)
  const [over, anew] = [dropped.length - pairs, added.length - pairs]
  const afters = added.slice(anew)
  return {
    moved: {
      all: dropped.slice(over).flatMap((before, place) => {
        const after = afters[place]
        return after ? [{ before, after }] : []
      }),
      goesOn: false,
    },
    added: { all: added.slice(0, anew), goesOn: false },
    dropped: { all: dropped.slice(0, over), goesOn: false },
  }
}

/** More than any interval has; what goes on for longer is looked at again where it may change. */
const most = 3000
const daysAtOnce = 31

function differences({ was, is }: Both, look: Look) {
  const told: Told = { dropped: [], added: [], closing: null }
  const waiting = { old: byTime(was.ahead), next: byTime(is.ahead) }
  const end = look.until.getTime()
  const farthest = look.untilFirst.getTime()
  const isWanted = (from: number) => from < end || (from < farthest && isNothing(told) && !look.goesOnAlike(from))
  for (let from = look.since.getTime(); isWanted(from); ) {
    const { last, isSpan } = stretchAt(from, look.spans, from < end ? end : farthest)
    const isAlike = !isSpan && look.goesOnAlike(from)
    if (isAlike && haveSameTimes(waiting)) {
      from = last
    } else {
      const enough = isAlike ? Math.max(from, latest(waiting)) : last
      const until = Math.min(addDays(from, daysAtOnce).getTime(), enough, last)
      byTime(was.between(new Date(from), new Date(until)), waiting.old)
      byTime(is.between(new Date(from), new Date(until)), waiting.next)
      const isMore = settleUntil(until, waiting, told)
      from = isMore || isSpan || isAlike ? until : last
    }
  }
  settleUntil(Number.POSITIVE_INFINITY, waiting, told)
  const row = (all: readonly Date[]): Row<Date> => ({
    all,
    goesOn: all.length > most || (all.at(-1)?.getTime() ?? Number.NEGATIVE_INFINITY) > look.endlessBehind,
  })
  return { dropped: row(told.dropped), added: row(told.added), closing: told.closing }
}

/** Each in order; none is kept of a row that has more than enough. */
type Told = { readonly dropped: Date[]; readonly added: Date[]; closing: ChangedOpenings['closing'] }

/** What may still be matched: a holiday moves it behind what has been looked through. */
type Waiting = { readonly old: ByTime; readonly next: ByTime }

function isNothing({ dropped, added, closing }: Told): boolean {
  return dropped.length + added.length === 0 && closing === null
}

/** The span that an instant lies in, or what lies between it and the next one. */
function stretchAt(at: number, spans: readonly Span[], end: number) {
  const span = spans.find(({ first, last }) => first <= at && at < last)
  const starts = spans.map(({ first }) => first).filter((first) => first > at)
  return { last: span?.last ?? Math.min(end, ...starts), isSpan: span !== undefined }
}

function haveSameTimes({ old, next }: Waiting): boolean {
  return old.size === next.size && [...old.keys()].every((time) => next.has(time))
}

function latest({ old, next }: Waiting): number {
  return [...old.keys(), ...next.keys()].reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY)
}

/** Tells what comes by one only of what nothing can match any more; false where it differs, and all of it is too much. */
function settleUntil(until: number, { old, next }: Waiting, told: Told): boolean {
  const [before, after] = [settled(old, until), settled(next, until)]
  const [lost, gained] = [without(before, after), without(after, before)]
  told.closing ??= firstClosing(before, after)
  const isMore = [add(told.dropped, lost), add(told.added, gained)].includes(true)
  return isMore || lost.length + gained.length === 0
}

/** Whether the row still takes more. */
function add(row: Date[], dates: readonly Date[]): boolean {
  row.push(...dates.slice(0, most + 1 - row.length))
  return dates.length > 0 && row.length <= most
}

/** Takes out what comes up to an instant. */
function settled(openings: ByTime, until: number): ByTime {
  const found: ByTime = new Map()
  for (const [time, opening] of openings) {
    if (time <= until) found.set(time, opening)
  }
  for (const time of found.keys()) openings.delete(time)
  return found
}

type ByTime = Map<number, Opening>

/** Of several that come at once, the one that is open the longest. */
function byTime(openings: readonly Opening[], found: ByTime = new Map()): ByTime {
  for (const opening of openings) {
    const known = found.get(opening.at.getTime())
    if (!known || known.closesAt < opening.closesAt) found.set(opening.at.getTime(), opening)
  }
  return found
}

function without(some: ByTime, others: ByTime): Date[] {
  const only = [...some].flatMap(([time, { at }]) => (others.has(time) ? [] : [at]))
  return only.sort((a, b) => a.getTime() - b.getTime())
}

function firstClosing(old: ByTime, next: ByTime): ChangedOpenings['closing'] {
  const [first] = [...old.values()]
    .flatMap(({ at, closesAt }) => {
      const after = next.get(at.getTime())?.closesAt
      return after && after.getTime() !== closesAt.getTime() ? [{ of: at, before: closesAt, after }] : []
    })
    .sort((a, b) => a.of.getTime() - b.of.getTime())
  return first ?? null
}
