import { existsSync } from 'node:fs'
import { type Config, type ConfigFaults, databaseOf, readConfig } from '../config.ts'
import { localDateOf } from '../domain/cadence/time.ts'
import { CannotStart, machineClock } from '../main.ts'
import type { Where } from '../store/database/database.ts'

/** A `.env` beside the program's working folder is read; the demo never sees it, nor the tokens in it. */
export function loadEnvironment(command: string | undefined): void {
  if (command !== 'demo' && existsSync('.env')) process.loadEnvFile('.env')
}

export function configuration(): Config {
  const config = readConfig(process.env)
  if (isFaulty(config)) throw new CannotStart(config.faults.join('\n'))
  return config
}

export function isFaulty(config: Config | ConfigFaults): config is ConfigFaults {
  return 'faults' in config
}

/** Today in the zone of whoever runs the command. */
export function today(): string {
  return localDateOf(machineClock(), Intl.DateTimeFormat().resolvedOptions().timeZone)
}

/** Where the database is, for commands that need nothing of Slack. */
export function databaseHere(): Where {
  const where = databaseOf(process.env)
  if ('fault' in where) throw new CannotStart(where.fault)
  return where
}
