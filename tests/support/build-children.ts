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

/** Once per run and with their packages, because each process would load for a second or two. Resolves to their folder. */
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
    // Packages that find files of their own beside them.
    external: ['@electric-sql/pglite', 'pino'],
    banner: { js: requiring },
    platform: 'node',
    format: 'esm',
    sourcemap: 'linked',
    logLevel: 'error',
    plugins: [placed],
  })
  return folder
}

/** What a CommonJS package calls, which a module does not have. */
const requiring = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)"

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
