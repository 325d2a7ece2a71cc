import { machineClock } from '../clock.ts'
import { localDateOf } from '../domain/cadence/time.ts'

/** Today in the zone of whoever runs the command. */
export function today(): string {
  return localDateOf(machineClock(), Intl.DateTimeFormat().resolvedOptions().timeZone)
}
