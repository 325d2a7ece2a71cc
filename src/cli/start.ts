import { buildRounds } from '../main.ts'
import { configuration } from './environment.ts'
import type { Out } from './plan-file.ts'
import { untilAskedToStop } from './until-stopped.ts'

/** `rounds start`: the bot, until it is asked to stop. */
export async function start(_out: Out): Promise<number> {
  const rounds = await buildRounds(configuration())
  try {
    await rounds.start()
    await untilAskedToStop()
  } finally {
    await rounds.stop()
  }
  return 0
}
