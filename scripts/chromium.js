import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The first is the same browser without its windows: it draws a page in half the time. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']
const folders = (process.env.PATH ?? '').split(delimiter)

/** The Chromium of this machine; ROUNDS_CHROMIUM names another. */
export const chromiumPath = [
  process.env.ROUNDS_CHROMIUM,
  ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
].find((path) => path && existsSync(path))

export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
