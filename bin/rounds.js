#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'

const built = new URL('../dist/cli/rounds.js', import.meta.url)
const isShort = ['check', 'schedule'].includes(process.argv[2] ?? '')

// A third of such a command's time goes into optimising code that is over before that pays: V8 is to begin later.
if (isShort) setFlagsFromString('--interrupt-budget=500000')

if (existsSync(built)) await import(built.href)
else {
  process.stderr.write('Rounds is not built yet. Run `npm ci` or `npm run build` in its folder, then try again.\n')
  process.exitCode = 1
}
