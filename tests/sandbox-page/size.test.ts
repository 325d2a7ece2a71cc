import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

test('the page is small enough to load at once', () => {
  execFileSync(process.execPath, ['scripts/build-page.js'], { stdio: 'pipe' })
  const sizes = ['index.html', 'page.js', 'page.css'].map((file) => gzipSync(readFileSync(`dist/page/${file}`)).length)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(150_000)
})
