import { z } from 'zod'
import type { Maintenance } from '../domain/maintenance.ts'
import { maintenanceNotice } from './defaults.ts'
import type { Report } from './fault.ts'
import { cadence, duration, line, place, prose } from './fields.ts'
import { given } from './given.ts'
import { slug } from './items/item-id.ts'
import { listOf, shaped } from './shape.ts'

export const maintenanceForm = z.strictObject({
  title: line,
  every: cadence,
  lasts: duration,
  notice: duration.optional(),
  channel: place.optional(),
  text: prose.optional(),
})

export function readMaintenance(said: unknown, report: Report): readonly Maintenance[] | undefined {
  const windows: Maintenance[] = []
  for (const [index, one] of (listOf(said, ['maintenance'], report) ?? []).entries()) {
    const path = ['maintenance', index]
    const form = shaped(maintenanceForm, one, path, report)
    if (!form) continue
    const { title, every, lasts, notice = maintenanceNotice, channel, text } = form
    const id = slug(title) || 'window'
    if (windows.some((window) => window.id === id))
      report({
        path: [...path, 'title'],
        rule: 'name',
        message: `"${title}" is given twice: name one of them otherwise`,
      })
    windows.push({ id, title, every, lastsMinutes: lasts, noticeMinutes: notice, ...given({ channel, text }) })
  }
  return windows.length > 0 ? windows : undefined
}
