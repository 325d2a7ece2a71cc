import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const people = ['maria', 'ben', 'cara', 'dana', 'eli', 'fay', 'gus', 'hana'] as const

const channelCount = 50

export const channels = Array.from({ length: channelCount }, (_, index) => `site-${index + 1}`)

/** A plan file of so many rituals, spread over the channels, all due each day at nine. */
export function bigPlan(ritualCount: number): string {
  const path = join(mkdtempSync(join(tmpdir(), 'rounds-replicas-')), 'sites.yaml')
  const rituals = Array.from({ length: ritualCount }, (_, index) => ritual(index + 1))
  writeFileSync(path, `${head}rituals:\n${rituals.join('')}`)
  return path
}

const ritual = (number: number) => `  round-${number}:
    title: Round ${number}
    every: day at 09:00
    open-for: 2h
    channel: "#site-${((number - 1) % channelCount) + 1}"
    items:
      - Lights of ${number}
      - Doors of ${number}
`

const head = `plan: sites
title: Sites
timezone: America/New_York
channel: "#ops"
incidents: "#incidents"
owner: manager
roles:
  manager: { title: Manager, people: [${people.map((name) => `"@${name}"`).join(', ')}] }
escalation: [manager]
severities:
  P0: { name: Critical, respond: 15m, resolve: 1h, escalate: manager }
  P1: { name: High, respond: 2h, resolve: 1d, escalate: manager }
summary: { channel: "#leadership", every: Friday at 16:30 }
`
