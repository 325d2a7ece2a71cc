import type { ItemKind } from '../../../domain/item.ts'

const money =
  /\b(?:revenue|profit|costs?|cost per \w+|cpl|cac|spend|spending|budget|expenses?|income|sales|fees?|price|value|arpu|mrr|arr)\b/iu
const text =
  /\b(?:notes?|comments?|remarks?|impact|reasons?|root causes?|causes?|descriptions?|details?|summary|names?|by|sign[- ]?off|signature|contact|subject|action items?|actions|features?|complaints?|praises?|advantages|disadvantages|needs|opportunities|improvements?|to (?:enter|offer|build|adopt|add)|capabilities|highlights|challenges|wins|achievements|goals?|slowest|fastest|most \w+|best|worst|common|positive|negative|lessons|findings|recommendations?|focus|priorit(?:y|ies)|next steps|issue|problem|location|model|serial|version|id|themes|q[1-4])\b/iu
const counted =
  /^(?:total|number of|count of|no\. of|#)\b|\b(?:count|counts|users|members|tickets|orders|jobs|leads|bookings|visits|sessions|calls|errors|warnings|failures|incidents|issues|requests|invoices|registrations|positives|negatives|impressions|clicks|conversions|volume|technicians|employees|staff|size|quantity|level|reading)\b|\b(?:sent|received|generated|made|detected|implemented|identified|completed|created|added|resolved|pending|escalated|reported|triggered|opened|closed|found)\b/iu
const rating = /\b(?:ratings?|satisfaction|score|nps|csat)\b/iu
const rate = /\b(?:rates?|percentage|percent|share|utili[sz]ation|ctr|roi|margin)$/iu
const length =
  /\b(?:response times?|load times?|launch time|query time|latency|duration|downtime|time to \w+|time spent|detection time|turnaround)\b/iu
const day =
  /^(?:date|dates?|day|due(?: date)?|deadline|when|last (?:backup|service|inspection|test|update|change|replaced|serviced|tested|inspected)\w*|next (?:service|inspection|test|due)\w*|expiry(?: date)?|expires?)$/iu

/** What is filled in behind a title of which nothing else tells: a blank of a few signs is more often a figure. */
export function kindOfBlank(title: string, width: number): ItemKind {
  const said = title.replace(/\([^)]*\)/gu, ' ').trim()
  if (day.test(said)) return 'date'
  if (rating.test(said)) return 'rating'
  if (text.test(said) && !/^(?:total|number)\b/iu.test(said) && !isCounted(said)) return 'text'
  if (rate.test(said)) return 'percent'
  if (length.test(said)) return 'duration'
  if (width >= 12 && !counted.test(said)) return 'text'
  return 'number'
}

/** What a line without a blank asks for by its words alone; null where it may as well be ticked. */
export function kindOfWords(title: string): ItemKind | null {
  const said = title.replace(/\([^)]*\)/gu, ' ').trim()
  if (said.split(/\s+/u).length > 5) return null
  if (/\b(?:rates?|percentage)$/iu.test(said)) return 'percent'
  if (
    /^(?:revenue|profit|costs?)\b.*\b(?:generated|made|earned)$|^(?:cpl|cac|cost per \w+|total (?:revenue|profit|cost|costs))$|^\w+ costs?$/iu.test(
      said,
    )
  )
    return 'money'
  if (
    /^(?:total|number of|new)\s+\p{L}.*\b(?:generated|received|made|sent|created|added)$|^(?:total|number of)\s|\bvolume$/iu.test(
      said,
    )
  )
    return 'number'
  return null
}

/** Of a figure with a target but without a unit. */
export function kindOfFigure(title: string, figure: number): ItemKind {
  if (rating.test(title) && figure <= 10) return 'rating'
  return 'number'
}

/** How long ago something was, rather than how long it takes. */
export function isAge(title: string): boolean {
  return /\b(?:last|latest|timestamp|age|most recent|recent|newest)\b/iu.test(title)
}

export function isMoney(title: string): boolean {
  return money.test(title)
}

export function isRate(title: string): boolean {
  return rate.test(title)
}

function isCounted(title: string): boolean {
  return (
    counted.test(title) &&
    /\b(?:sent|received|generated|made|detected|identified|implemented|completed|created|added|resolved|pending|escalated|reported)$/iu.test(
      title,
    )
  )
}
