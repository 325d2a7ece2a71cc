import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const source = fileURLToPath(new URL('../src/sandbox/page/', import.meta.url))
const target = fileURLToPath(new URL('../dist/page/', import.meta.url))

await rm(target, { recursive: true, force: true })
await mkdir(target, { recursive: true })
await build({
  entryPoints: [
    { in: `${source}main.tsx`, out: 'page' },
    { in: `${source}styles/page.css`, out: 'page' },
  ],
  outdir: target,
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
await writeFile(`${target}index.html`, await readFile(`${source}index.html`))
