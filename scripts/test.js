import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import postgres from 'postgres'
import { chromiumPath } from './chromium.js'

/**
 * One vitest run covers both databases, because suites name theirs; this counts per database and says why something
 * was skipped. A suite that cannot run everywhere says so in its title: `(needs PostgreSQL)`, `(needs Chromium)`.
 */
const localServer = 'postgres://postgres@127.0.0.1:5432/postgres'
const inCi = process.env.CI === 'true'

const databaseUrl = process.env.TEST_DATABASE_URL || (inCi && (await answers(localServer)) ? localServer : undefined)
const { exitCode, report } = runVitest(process.argv.slice(2), databaseUrl)
const tests = report ? testsOf(report) : []
const overdue = inCi ? await skippedWithoutReason(tests) : []

print(tests)
for (const test of overdue) console.log(`should have run here, and was skipped: ${test.name}`)
if (!report) console.log('vitest wrote no report; see its output above')
const total = count(tests)
if (exitCode !== 0 && total.failed === 0) console.log(`vitest failed outside the tests (exit code ${exitCode})`)
console.log(sentence(total))
process.exitCode = exitCode !== 0 || total.failed > 0 || overdue.length > 0 ? exitCode || 1 : 0

function runVitest(filters, databaseUrl) {
  const folder = mkdtempSync(join(tmpdir(), 'rounds-report-'))
  const file = join(folder, 'report.json')
  const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
  const args = [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...filters]
  const env = { ...process.env, ...(databaseUrl && { TEST_DATABASE_URL: databaseUrl }) }
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit', env })
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  rmSync(folder, { recursive: true })
  return { exitCode: status ?? 1, report }
}

/** A file that did not even load counts as one failed test. */
function testsOf(report) {
  return report.testResults.flatMap((file) => {
    if (file.assertionResults.length === 0 && file.status === 'failed') return [brokenFile(file)]
    return file.assertionResults.map(({ ancestorTitles, title, status }) => {
      const titles = [...ancestorTitles, title]
      const need = needOf(titles)
      return { name: titles.join(' > '), state: stateOf(status), database: databaseOf(ancestorTitles, need), need }
    })
  })
}

function brokenFile(file) {
  return { name: file.name, state: 'failed', database: 'no database', need: undefined }
}

function stateOf(status) {
  return status === 'passed' || status === 'failed' ? status : 'skipped'
}

function databaseOf(suites, need) {
  if (suites.some((suite) => /\bembedded\b/.test(suite))) return 'embedded'
  return need === 'PostgreSQL' || suites.some((suite) => /\bpostgres\b/.test(suite)) ? 'postgres' : 'no database'
}

function needOf(titles) {
  return titles.map((title) => /\(needs (.+?)\)/.exec(title)?.[1]).find((need) => need !== undefined)
}

function print(tests) {
  console.log('')
  for (const database of ['embedded', 'postgres', 'no database']) {
    const own = tests.filter((test) => test.database === database)
    const notRun = database === 'postgres' && !databaseUrl ? ' (TEST_DATABASE_URL is not set)' : ''
    console.log(`${database}: ${sentence(count(own))}${notRun}`)
  }
  const skipped = tests.filter((test) => test.state === 'skipped')
  for (const need of new Set(skipped.map((test) => test.need))) {
    const reason = need ? `needs ${need}` : 'no reason given in the title'
    console.log(`skipped: ${skipped.filter((test) => test.need === need).length}, ${reason}`)
  }
}

function count(tests) {
  const inState = (state) => tests.filter((test) => test.state === state).length
  return { passed: inState('passed'), failed: inState('failed'), skipped: inState('skipped') }
}

function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

/** What is here must be used; what Rounds cannot look for, such as a root user, a title may claim to lack. */
async function skippedWithoutReason(tests) {
  const isHere = { PostgreSQL: databaseUrl !== undefined, Chromium: chromiumPath !== undefined }
  return tests.filter(({ state, need }) => state === 'skipped' && (need === undefined || isHere[need] === true))
}

async function answers(url) {
  const client = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} })
  const found = await client`select 1`.then(
    () => true,
    () => false,
  )
  await client.end({ timeout: 0 })
  return found
}
