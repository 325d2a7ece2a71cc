import { type Config, type ConfigFaults, databaseOf, readConfig } from '../config.ts'
import { CannotStart } from '../main.ts'
import type { Where } from '../store/database/database.ts'

export function configuration(): Config {
  const config = readConfig(process.env)
  if (isFaulty(config)) throw new CannotStart(config.faults.join('\n'))
  return config
}

export function isFaulty(config: Config | ConfigFaults): config is ConfigFaults {
  return 'faults' in config
}

/** Where the database is, for commands that need nothing of Slack. */
export function databaseHere(): Where {
  const where = databaseOf(process.env)
  if ('fault' in where) throw new CannotStart(where.fault)
  return where
}
