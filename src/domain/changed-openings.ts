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

type Look = {
  readonly since: Date
  /** Round what they count from: between two of these stretches they differ as they did, behind all of them no more. */
  readonly spans: readonly { readonly first: number; readonly last: number }[]
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

function differences({ was, is }: Both, { since, spans, endlessBehind }: Look) {
  const starts = spans.map(({ first }) => first).sort((a, b) => a - b)
  const last = Math.max(...spans.map((span) => span.last))
  const begins = was.ahead.length + is.ahead.length > 0 ? Number.NEGATIVE_INFINITY : (starts[0] ?? 0)
  const [old, next] = [byTime(was.ahead), byTime(is.ahead)]
  const cut = { old: false, next: false }
  for (let from = Math.max(since.getTime(), begins); from < last; ) {
    const until = Math.min(addDays(from, daysAtOnce).getTime(), last)
    byTime(was.between(new Date(from), new Date(until)), old)
    byTime(is.between(new Date(from), new Date(until)), next)
    const [lost, gained] = [without(old, next).length > most, without(next, old).length > most]
    from = lost || gained ? (starts.find((start) => start > until) ?? last) : until
    if (from > until) [cut.old, cut.next] = [cut.old || lost, cut.next || gained]
  }
  const row = (all: readonly Date[], isCut: boolean): Row<Date> => ({
    all,
    goesOn: isCut || (all.at(-1)?.getTime() ?? Number.NEGATIVE_INFINITY) > endlessBehind,
  })
  return {
    dropped: row(without(old, next), cut.old),
    added: row(without(next, old), cut.next),
    closing: firstClosing(old, next),
  }
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
