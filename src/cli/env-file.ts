import { existsSync } from 'node:fs'

/** A `.env` beside the program's working folder is read; the demo never sees it, nor the tokens in it. */
export function loadEnvironment(command: string | undefined): void {
  if (command !== 'demo' && existsSync('.env')) process.loadEnvFile('.env')
}
