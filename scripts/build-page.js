import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const source = fileURLToPath(new URL('../src/sandbox/page/', import.meta.url))
const target = fileURLToPath(new URL('../dist/page/', import.meta.url))

const { outputFiles } = await build({
  entryPoints: [
    { in: `${source}main.tsx`, out: 'page' },
    { in: `${source}styles/page.css`, out: 'page' },
  ],
  outdir: target,
  write: false,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  charset: 'utf8',
  logLevel: 'warning',
  // The page's own settings; the one at the root is for Node and knows no JSX.
  tsconfig: `${source}tsconfig.json`,
})

// Renamed into place, so that a server never reads half a file while the page is being built again.
async function put(name, contents) {
  const draft = `${target}.${name}.${process.pid}`
  await writeFile(draft, contents)
  await rename(draft, `${target}${name}`)
}

await mkdir(target, { recursive: true })
for (const { path, contents } of outputFiles) await put(basename(path), contents)
await put('index.html', await readFile(`${source}index.html`))
