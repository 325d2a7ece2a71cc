#!/usr/bin/env node
import { existsSync } from 'node:fs'

const built = new URL('../dist/cli/rounds.js', import.meta.url)
if (existsSync(built)) await import(built.href)
else {
  process.stderr.write('Rounds is not built yet. Run `npm ci` or `npm run build` in its folder, then try again.\n')
  process.exitCode = 1
}
