import type { ServerResponse } from 'node:http'
import type { TrafficRecord } from '../controls/traffic.ts'
import { wait } from '../deferred.ts'
import { drained, sendJson } from '../http-exchange.ts'
import { record as asRecord, string, strings } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { Json } from '../protocol.ts'
import type { TrafficDetail, TrafficNews } from '../tools-protocol.ts'
import { withoutTokens } from './redact.ts'
import { trafficEntry, unpacked } from './traffic-entries.ts'

/** What the page's inspector asks for; nothing is written to it while nobody looks. */
export function serveTraffic(platform: Platform, response: ServerResponse, pathname: string): boolean {
  const asked = /^\/sandbox\/traffic\/(events|methods|\d+)$/.exec(pathname)?.[1]
  if (asked === undefined) return false
  if (asked === 'events') streamTraffic(platform, response)
  else if (asked === 'methods') sendJson(response, 200, methodsSeen(platform))
  else serveRecord(platform, response, Number(asked))
  return true
}

const methodsSeen = ({ traffic }: Platform): readonly string[] =>
  [...new Set(traffic.calls.map(({ method }) => method))].sort()

function serveRecord(platform: Platform, response: ServerResponse, id: number): void {
  const record = platform.traffic.records.find((one) => one.id === id)
  if (record === undefined) sendJson(response, 404, { error: 'This entry is no longer kept.' })
  else sendJson(response, 200, withoutTokens(detailOf(record)))
}

function detailOf(record: TrafficRecord): TrafficDetail {
  const nothing = { headers: {}, faults: [], findings: [] }
  if (record.kind === 'problem') return { ...nothing, sent: { problem: record.text }, answer: null }
  if (record.kind === 'delivery') return { ...nothing, sent: record.payload, answer: record.ack }
  const { args, response: answer, headers, faults } = record
  const sent = Object.fromEntries(Object.entries(args).map(([name, value]) => [name, unpacked(value)]))
  return { sent, answer, headers, faults, findings: findingsIn(answer) }
}

/** Slack says where it found fault at the end of each message: `… [json-pointer:/view/blocks/0]`. */
function findingsIn(answer: Json | null): TrafficDetail['findings'] {
  return strings(asRecord(answer?.response_metadata).messages).flatMap((line) => {
    const [, message, pointer] = /^(?:\[ERROR\] )?(.*?) \[json-pointer:(.*)\]$/s.exec(line) ?? []
    return message === undefined ? [] : [{ message, pointer: string(pointer) }]
  })
}

const newsIntervalMs = 100

function streamTraffic(platform: Platform, response: ServerResponse): void {
  const { traffic } = platform
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  let news = new Map<number, TrafficRecord>()
  let whole = true
  let scheduled = false
  const send = () => {
    const records = whole ? traffic.records : [...news.values()]
    const told: TrafficNews = { whole, entries: records.map((one) => trafficEntry(platform, one)) }
    news = new Map()
    whole = false
    response.write(`data: ${JSON.stringify(told)}\n\n`)
  }
  const sendSoon = async (record?: TrafficRecord) => {
    if (record === undefined) whole = true
    else news.set(record.id, record)
    if (scheduled) return
    scheduled = true
    await wait(newsIntervalMs)
    await drained(response)
    scheduled = false
    if (!response.destroyed) send()
  }
  traffic.listeners.add(sendSoon)
  response.on('close', () => traffic.listeners.delete(sendSoon))
  send()
}
