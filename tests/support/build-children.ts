import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What tests start as processes of their own. */
const scripts = [
  'src/cli/rounds.ts',
  'tests/crash/children/bot.ts',
  ...['hold-folder', 'insert-until-killed', 'lock-when-told', 'migrate-when-told'].map(
    (name) => `tests/store/children/${name}.ts`,
  ),
]

/** Once per run, because to load them as TypeScript takes each process two seconds. Resolves to the folder they are in. */
export async function buildChildren(): Promise<string> {
  // Among the packages, or theirs would not be found from there.
  const folder = join(root, 'node_modules', '.cache', `rounds-children-${process.pid}`)
  await build({
    entryPoints: scripts.map((script) => join(root, script)),
    outdir: folder,
    outbase: root,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    sourcemap: 'inline',
    logLevel: 'error',
    plugins: [placed],
  })
  return folder
}

/** Where a module says it is stays where it was written: files that ship beside it are found from there. */
const placed: Plugin = {
  name: 'placed',
  setup(build) {
    build.onLoad({ filter: /\.ts$/, namespace: 'file' }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      return { loader: 'ts', contents: text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)) }
    })
  },
}
