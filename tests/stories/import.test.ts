import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import manifest from '../../manifest.json' with { type: 'json' }
import { applyDocument } from '../../src/operations/apply-document.ts'
import { applyPlan } from '../../src/operations/apply-plan.ts'
import { applyPlanFiles } from '../../src/operations/apply-plan-files.ts'
import { importer } from '../../src/operations/importer.ts'
import { announceDocument } from '../../src/operations/receive-document.ts'
import { retirePlan } from '../../src/operations/retire-plan.ts'
import { discardDocument } from '../../src/operations/settle-document.ts'
import { scopeOf } from '../../src/operations/transact.ts'
import { readPlan } from '../../src/plans/load.ts'
import { directoryClient, readDirectory } from '../../src/slack/directory.ts'
import { findFile } from '../../src/slack/fetch-document.ts'
import { fileFetcher, isSlacks } from '../../src/slack/fetch-file.ts'
import { entriesAfter } from '../../src/store/journal.ts'
import { currentPlans, findPlan } from '../../src/store/plans.ts'
import { documents } from '../../src/store/schema.ts'
import { databases } from '../support/databases.ts'
import { configFor, startTeam, type Team, type TeamOptions } from '../support/team.ts'

const shop = [
  '# Corner shop',
  '',
  'Owner: Technician',
  '',
  'We have looked after it since 1987.',
  '',
  '## Every morning (8:30 AM)',
  '- [ ] Lights on',
  '- [ ] Fridge temperature (< 5): ____',
  '',
  '## Friday 16:00',
  '- [ ] Count the till',
  '',
]
const file = (lines: readonly string[] = shop, name = 'round.md') => ({ name, content: lines.join('\n') })
const where = 'Where do its checklists appear?'
const called = 'What is the plan called?'

describe.each(databases())('$name', ({ open }) => {
  let team: Team

  const begin = async (options: Partial<TeamOptions> = {}) => {
    team = await startTeam({ opened: await open(), at: '2026-11-16T08:00:00-05:00', ...options })
  }
  // Its many files are compiled here with the first document, for which no form should wait.
  beforeAll(async () => {
    await importer()
  })
  afterEach(() => team.close())

  const scope = () => scopeOf(team.rounds.deps)
  const plan = (name = 'corner-shop') => findPlan(scope(), name)
  const kept = () => scope().db.select().from(documents)
  const newest = (who: Team['maria']) => who.sees('dm').at(-1) ?? ''
  const drops = async (who: Team['maria'], ...files: readonly ReturnType<typeof file>[]) => {
    await who.says('', { in: 'dm', files })
    await team.settled()
    return newest(who)
  }
  const press = async (who: Team['maria'], button: string) => {
    await who.clicks(button, undefined, { in: 'dm' })
    await team.settled()
  }
  const workspace = () => readDirectory(directoryClient(configFor(team.sandbox, 'socket-mode', 0, {}).slack))
  const applies = async (who: Team['maria'], filled: Parameters<Team['maria']['fills']>[0] = {}) => {
    if (!who.modal()) await press(who, 'Look it over and apply')
    await who.fills({ [where]: '#ops', ...filled })
    const errors = await who.submits()
    await team.settled()
    return errors
  }

  describe('a document', () => {
    beforeEach(() => begin())

    test('that is dropped on Rounds is previewed, looked over and applied, and its checklist is posted', async () => {
      expect(await drops(team.maria, file())).toMatchInlineSnapshot(`
        "round.md as a plan: Corner shop
        2 rituals, 3 items. Nothing is in force before a plan admin applies it.
        Time zone America/New_York · channel #ops · roles Technician
        When each falls due (2)
        • Every morning — every day at 08:30 New York · next Mon 16 Nov 08:30 · 2 items
        • Friday 16:00 — every Friday at 16:00 New York · next Fri 20 Nov 16:00 · 1 item
        Without a place in the plan (1)
        • line 5: “We have looked after it since 1987.” — a sentence, and no task
        [Look it over and apply] [Get it as a file] [Discard]"
      `)
      expect(await currentPlans(scope())).toEqual([])

      await press(team.maria, 'Look it over and apply')
      expect(team.maria.modal()?.text).toMatchInlineSnapshot(`
        "Corner shop
        2 rituals, 3 items. A new plan.
        What is the plan called?: [corner-shop]
        Small letters, digits and hyphens. A plan of the same name gets a new version.
        Where do its checklists appear?: [#ops]
        Rounds must be in that channel.
        In which time zone are its times?: [America/New York]
        Who is Technician?: [@maria]
        From now on each checklist is posted when it falls due. What is open already stays as it is."
      `)
      expect(await applies(team.maria, { [where]: '#general' })).toEqual({
        [where]: expect.stringContaining('Rounds is not in'),
      })
      expect(await plan()).toBeUndefined()
      expect(await applies(team.maria, { 'Who is Technician?': ['@ben', '@cara'] })).toBeUndefined()
      expect(newest(team.maria)).toMatchInlineSnapshot(`
        "Corner shop is in force: version 1, from round.md, applied by @maria today at 08:00.
        2 rituals. Checklists appear in #ops. The first is Every morning, due Mon 16 Nov 08:30 New York (your time today at 08:30).
        [Get it as a file]
        To change it, send me a newer document and apply that under the same name. Or keep it as a file: among the plans of Rounds (ROUNDS_PLANS) the file holds, from the next start on."
      `)

      const applied = await plan()
      const [ben, cara, maria] = [team.ben.id, team.cara.id, team.maria.id]
      expect(applied).toMatchObject({
        ...{ version: 1, origin: 'document' },
        plan: { channel: team.sandbox.channel('#ops').id, timezone: 'America/New_York', admins: [] },
      })
      expect(applied?.plan.roles.technician?.people).toEqual([ben, cara])
      expect(applied?.source).toContain('people: ["@ben", "@cara"]')
      expect(readPlan(applied?.source ?? '', 'corner-shop.yaml').faults).toEqual([])
      expect((await entriesAfter(scope(), 0)).map(({ what, by }) => ({ what, by }))).toEqual([
        { what: { kind: 'plan-applied', version: 1, document: 'round.md' }, by: maria },
      ])
      expect(await kept()).toMatchObject([{ state: 'applied', source: null, draft: null }])

      await press(team.maria, 'Get it as a file')
      expect(team.maria.seesThread('dm', 'Corner shop')).toEqual(['[file corner-shop.yaml]'])
      await team.clockReaches('2026-11-16T08:31:00-05:00')
      expect(team.ben.sees('#ops').at(-1)).toMatch(/^Every morning[\s\S]*Lights on \[Done\]/)
    })

    test('is asked for by a command, as a file or as text, and what cannot be read stays in the form', async () => {
      await team.ben.runs('/rounds import', { in: '#incidents' })
      await team.settled()
      expect(await team.ben.submits()).toEqual({ 'The document': 'Choose a file, or paste the text.' })
      await team.ben.fills({ 'The document': [file([' '])], 'Or its text': 'Hello' })
      expect(await team.ben.submits()).toEqual({ 'Or its text': expect.stringContaining('There is a file too.') })
      await team.ben.fills({ 'Or its text': '' })
      expect(await team.ben.submits()).toEqual({ 'The document': expect.stringContaining('“round.md” is empty.') })
      await team.ben.fills({ 'The document': [{ name: 'a.txt', content: 'x'.repeat(512_001) }] })
      expect(await team.ben.submits()).toEqual({ 'The document': expect.stringContaining('“a.txt” has 513 kB') })
      await team.ben.fills({ 'The document': null, 'Or its text': 'Hello' })
      expect(await team.ben.submits()).toEqual({
        'Or its text': expect.stringContaining('I cannot make a plan of “Pasted text”.'),
      })
      expect(team.ben.modal()?.values).toMatchObject({ 'Or its text': 'Hello' })
      expect(await kept()).toEqual([])

      await team.ben.fills({ 'Or its text': shop.join('\n') })
      expect(await team.ben.submits()).toBeUndefined()
      await team.settled()
      expect(team.ben.modal()?.text).toContain(
        'I am showing you what I make of Pasted text in your messages with Rounds.',
      )
      expect(newest(team.ben)).toContain('Pasted text as a plan: Corner shop')
      expect(newest(team.ben)).toContain('channel #incidents')
    })

    test('of somebody who is no plan admin is applied by one whom they ask, and they are told', async () => {
      expect(await drops(team.ben, file())).not.toContain('Look it over and apply')
      expect(newest(team.ben)).toContain('Only a plan admin can apply it: @maria.')
      await press(team.ben, 'Ask a plan admin')
      expect(newest(team.ben)).toContain('Asked @maria to apply it.')
      expect(newest(team.ben)).not.toContain('Ask a plan admin')
      expect(newest(team.maria)).toContain('@ben asks you to look this over and apply it.')
      expect(await applies(team.maria)).toBeUndefined()
      expect(newest(team.ben)).toContain('Corner shop is in force: version 1, from round.md, applied by @maria')
      expect(team.ben.seesThread('dm', 'Corner shop').at(-1)).toContain(
        '@maria applied round.md: Corner shop is in force.',
      )
      expect((await plan())?.plan.roles.technician?.people).toEqual([team.maria.id])
    })

    test('is discarded by whoever sent it, who is asked first, and its text is gone', async () => {
      await drops(team.ben, file())
      const [row] = await kept()
      const asked = { document: row?.id ?? '', admins: [], receipt: 'x' }
      const cara = { id: team.cara.id, external: false, admin: false }
      expect(await discardDocument(team.rounds.deps, { ...asked, by: cara })).toMatchObject({ kind: 'not-permitted' })
      const buttons = team.sandbox.messages('@ben').flatMap(({ blocks }) => JSON.stringify(blocks))
      expect(buttons.at(-1)).toContain('Discard this document?')
      await press(team.ben, 'Discard')
      expect(newest(team.ben)).toContain('round.md was discarded by @ben. Nothing came of it, and its text is gone.')
      expect(await kept()).toMatchObject([{ state: 'discarded', source: null, draft: null }])
      const again = await discardDocument(team.rounds.deps, { ...asked, by: { ...cara, admin: true } })
      expect(again).toMatchObject({ kind: 'document-settled', state: 'discarded' })
    })

    test('that nobody applies is forgotten after a week', async () => {
      await drops(team.maria, file())
      await team.clockReaches('2026-11-22T08:00:00-05:00')
      await team.rounds.keepHouse()
      expect(await kept()).toMatchObject([{ state: 'read' }])
      await team.clockReaches('2026-11-23T08:01:00-05:00')
      await team.rounds.keepHouse()
      await team.settled()
      expect(newest(team.maria)).toContain('round.md was not applied in time, so its text is gone.')
      expect(await kept()).toMatchObject([{ state: 'expired', source: null }])
    })

    test('that cannot be read is answered in one sentence', async () => {
      const answers = [
        await drops(team.maria, { name: 'big.md', content: 'x'.repeat(512_001) }),
        await drops(team.maria, { name: 'photo.md', content: '\u0089PNG\u0000\u0001' }),
        await drops(team.maria, file([' '], 'nothing.txt')),
        await drops(team.maria, file(['# Thoughts', 'Let us be kind.'], 'thoughts.md')),
      ]
      team.sandbox.faults.failBefore({ method: 'url_private' })
      answers.push(await drops(team.maria, file(shop, 'lost.md')))
      team.sandbox.faults.clear()
      expect(answers.join('\n')).toMatchInlineSnapshot(`
        "“big.md” has 513 kB, and I read up to 512 kB. Please leave out what is no checklist, or send it in parts.
        “photo.md” is not text. Please save it as Markdown or plain text (.md or .txt) and send that.
        “nothing.txt” is empty. Please send it again with something in it.
        I cannot make a plan of “thoughts.md”. This document has no checklist: a heading with tasks under it, as a list, as boxes or in a table. Write headings such as “Every morning (9:00)” with a list of tasks under each, and send it again.
        Slack did not give me “lost.md”. Please send it once more; if that fails again, ask whoever runs Rounds to look at rounds doctor."
      `)
      expect((await kept()).every(({ source, fault }) => source === null && fault !== null)).toBe(true)
      const fetched = team.sandbox.traffic.to('url_private').length
      expect(fetched).toBe(['photo.md', 'nothing.txt', 'thoughts.md', 'lost.md', 'lost.md'].length)
    })

    test('that Rounds could not take is asked for once more', async () => {
      const { db } = scope()
      await db.execute(sql`alter table documents rename to mislaid`)
      expect(await drops(team.maria, file())).toBe(
        'Something went wrong here, and I could not take that. Please send it once more.',
      )
      await db.execute(sql`alter table mislaid rename to documents`)
      expect(await drops(team.maria, file())).toContain('as a plan: Corner shop')
    })

    test('may name who and what came after the start; the workspace is read again for these alone', async () => {
      const reads = () => team.sandbox.traffic.to('users.list').length
      const source = async () => (await plan())?.source
      await drops(team.maria, file())
      expect(await applies(team.maria)).toBeUndefined()
      expect(reads()).toBe(1)
      team.sandbox.inviteNames({ channels: ['#kitchen'], people: [] })
      await drops(team.maria, file())
      expect(await applies(team.maria, { [where]: '#kitchen' })).toBeUndefined()
      expect(await source()).toContain('channel: "#kitchen"')
      expect(reads()).toBe(2)
      team.sandbox.inviteNames({ channels: [], people: ['@zoe'] })
      for (let times = 0; times < 2; times += 1) {
        await drops(team.maria, file())
        expect(await applies(team.maria, { [where]: '#kitchen', 'Who is Technician?': ['@zoe'] })).toBeUndefined()
        expect(await source()).toContain('people: ["@zoe"]')
      }
      expect(reads()).toBe(3)
    })

    test('is applied by plan admins alone', async () => {
      await drops(team.ben, file())
      const [row] = await kept()
      const by = { id: team.ben.id, external: false, admin: false }
      const request = { document: row?.id ?? '', by, admins: [team.maria.id], receipt: 'z' }
      const choices = { name: 'corner-shop', channel: '#ops' }
      const onto = { name: 'corner-shop', version: null }
      const directory = { people: [], channels: [] }
      const apply = (more: object) => applyDocument(team.rounds.deps, { ...request, choices, onto, directory, ...more })
      expect(await apply({})).toEqual({ kind: 'not-permitted', action: 'apply', ask: [team.maria.id] })
      expect(await apply({ by: { ...by, external: true } })).toEqual({ kind: 'external-member' })
      expect(await apply({ by: { ...by, admin: true } })).toMatchObject({
        kind: 'names-unknown',
        sentences: [expect.stringContaining('There is no channel #ops'), expect.stringContaining('@technician')],
      })
      expect(await plan()).toBeUndefined()
    })

    test('is fetched a second time where Slack fails once, and read once however often it is delivered', async () => {
      team.sandbox.faults.failBefore({ method: 'url_private', times: 1 })
      team.sandbox.faults.duplicate({ type: 'events_api' })
      expect(await drops(team.maria, file())).toContain('as a plan: Corner shop')
      expect(await kept()).toHaveLength(1)
      await team.maria.says('Good morning', { in: 'dm' })
      await team.settled()
      expect(team.maria.sees('dm').filter((text) => text.includes('I answer no questions here'))).toHaveLength(1)
    })

    test('that a stopped Rounds had still to fetch is fetched by the next', async () => {
      await drops(team.maria, file())
      const [row] = await kept()
      const [found] = team.sandbox.traffic.deliveries.flatMap(
        ({ payload }) => JSON.stringify(payload).match(/"url_private_download":"([^"]+)/) ?? [],
      )
      const url = found?.replace('"url_private_download":"', '') ?? ''
      const by = { id: team.maria.id, external: false, admin: true }
      const received = { fileName: 'again.md', by, channel: null, timezone: null, receipt: 'again', url }
      await announceDocument(team.rounds.deps, received)
      await team.clockReaches('2026-11-16T08:03:00-05:00')
      await team.rounds.keepHouse()
      await team.settled()
      expect(newest(team.maria)).toContain('again.md as a plan: Corner shop')
      expect(row?.source).not.toBeNull()
    })

    test('becomes one plan, though two apply it at once, and one of them twice', async () => {
      await drops(team.maria, file())
      const [row] = await kept()
      const directory = await workspace()
      const choices = { name: 'corner-shop', channel: team.sandbox.channel('#ops').id, people: { technician: [] } }
      const request = { document: row?.id ?? '', admins: [], onto: { name: 'corner-shop', version: null } }
      const apply = ({ id }: Team['maria']) => {
        const by = { id, external: false, admin: true }
        return applyDocument(team.rounds.deps, { ...request, by, receipt: id, choices, directory })
      }
      const outcomes = await Promise.all([apply(team.maria), apply(team.cara)])
      const [winner] = outcomes[0] === undefined ? [team.maria] : [team.cara]
      expect(outcomes.filter((one) => one !== undefined)).toEqual([
        { kind: 'document-settled', name: 'round.md', state: 'applied', by: winner.id, at: team.now() },
      ])
      expect(await apply(winner)).toBeUndefined()
      expect(await plan()).toMatchObject({ version: 1 })
    })
  })

  describe('under the name of a plan', () => {
    beforeEach(async () => {
      await begin()
      await drops(team.maria, file())
      await applies(team.maria)
    })

    const newer = [
      ...shop.slice(0, 7),
      '- [ ] Lights on',
      '- [ ] Alarm off',
      '',
      '## Every Saturday 10:00',
      '- [ ] Sweep',
    ]

    test('that is in force, it says what would change, and makes the next version', async () => {
      expect((await drops(team.maria, file(newer))).split('When each')[0]).toMatchInlineSnapshot(`
        "round.md as a plan: Corner shop
        2 rituals, 3 items. Nothing is in force before a plan admin applies it.
        Time zone America/New_York · channel #ops · roles Technician
        Corner shop, version 1, is in force under this name. Applying this changes it:
        • added: Every Saturday 10:00
        • removed: Friday 16:00
        • changed: Every morning — 1 item added (Alarm off), 1 item removed (Fridge temperature)
        "
      `)
      expect(await applies(team.maria)).toBeUndefined()
      const applied = await plan()
      expect(applied).toMatchObject({ version: 2, origin: 'document' })
      expect(applied?.plan.rituals.map(({ title }) => title)).toEqual(['Every morning', 'Every Saturday 10:00'])
    })

    test('that somebody changed meanwhile, it is looked at once more', async () => {
      await drops(team.maria, file(newer))
      await press(team.maria, 'Look it over and apply')
      const found = await plan()
      if (found) await applyPlan(team.rounds.deps, { ...found, source: `${found.source}\n`, by: null, onto: 1 })
      await applies(team.maria)
      expect(team.maria.modal()?.text).toContain('Somebody changed “Corner shop” while you looked.')
      await team.maria.dismisses()
      expect(newest(team.maria)).toContain('Corner shop, version 2, is in force under this name.')
      expect(await applies(team.maria)).toBeUndefined()
      expect(await plan()).toMatchObject({ version: 3 })
    })

    test('that was not meant at first, it shows what it would change before it does', async () => {
      await drops(team.maria, file(['# Kitchen', ...newer.slice(1)], 'kitchen.md'))
      expect(newest(team.maria)).not.toContain('would')
      const taken = { [called]: expect.stringContaining('There is a plan called “corner-shop” already.') }
      expect(await applies(team.maria, { [called]: 'corner-shop' })).toEqual(taken)
      expect(await applies(team.maria, { [called]: 'My kitchen' })).toEqual({
        [called]: expect.stringContaining('I cannot call a plan “My kitchen”.'),
      })
      await team.maria.dismisses()
      expect(newest(team.maria)).toContain('Corner shop, version 1, is in force under this name.')
      expect(await applies(team.maria)).toBeUndefined()
      expect(await plan()).toMatchObject({ version: 2, plan: { title: 'Kitchen' } })
    })

    test('that was retired, it brings it back', async () => {
      const by = { id: team.maria.id, external: false, admin: true }
      await retirePlan(team.rounds.deps, { plan: 'corner-shop', why: 'Closed', by })
      expect(await drops(team.maria, file())).toContain('Applying this brings it back, with these changes:')
      expect(await applies(team.maria)).toBeUndefined()
      expect(await plan()).toMatchObject({ version: 2, retiredAt: null })
    })

    test('it stays between its sender and Rounds, where Slack does not take it', async () => {
      const refused = team.sandbox.faults.refuse({ method: 'chat.postMessage', error: 'channel_not_found', times: 1 })
      const before = team.ben.sees('#ops').length
      await team.ben.says('', { in: 'dm', files: [file()] })
      await team.settled()
      expect(refused.hits()).toBe(1)
      await team.clockReaches('2026-11-16T08:20:00-05:00')
      expect(team.ben.sees('#ops')).toHaveLength(before)
      expect(newest(team.ben)).toBe('[file round.md]')
    })

    test('with the same words changes nothing', async () => {
      expect(await drops(team.maria, file())).toContain('2 rituals unchanged')
      expect(await applies(team.maria)).toBeUndefined()
      expect(await plan()).toMatchObject({ version: 1 })
      expect(newest(team.maria)).toContain('Corner shop is in force: version 1')
    })

    test('is not retired by a start that finds no file of it, and a file of its own holds once it changes', async () => {
      const { deps } = team.rounds
      const folder = mkdtempSync(join(tmpdir(), 'rounds-import-'))
      const path = join(folder, 'corner-shop.yaml')
      const starts = async (text: string, name = 'corner-shop') => {
        writeFileSync(path, text.replace('plan: corner-shop', `plan: ${name}`))
        return applyPlanFiles(deps, folder, { directory: await workspace(), by: null })
      }
      const words = (await plan())?.source ?? ''
      expect(await starts(words, 'other')).toMatchObject({ retired: [], overtaken: [] })
      expect(await starts(words)).toMatchObject({ applied: [{ plan: 'corner-shop', version: 2 }], retired: ['other'] })
      expect(await plan()).toMatchObject({ origin: 'file' })

      await drops(team.maria, file(newer))
      await applies(team.maria)
      expect(await starts(words)).toMatchObject({ applied: [], retired: [], overtaken: ['corner-shop'] })
      expect(await plan()).toMatchObject({ version: 3, origin: 'document' })
      expect(await starts(words, 'other')).toMatchObject({ retired: [] })
      expect(await starts(`${words}# changed`)).toMatchObject({
        applied: [{ version: 4, changed: true }],
        overtaken: [],
      })
      expect(await starts(words, 'other')).toMatchObject({ retired: ['corner-shop'] })
    })
  })

  describe('while Slack is slow', () => {
    test('a form does not wait for its file, and the preview comes when the file does', async () => {
      // Half of it is waited for; the other half must do for what is then written, on a busy machine too.
      await begin({ parts: { patience: 2_000 } })
      const gate = team.sandbox.faults.holdBefore({ method: 'url_private' })
      await team.maria.runs('/rounds import', { in: '#ops' })
      await expect.poll(() => team.maria.modal()?.title).toBe('Import a document')
      await team.maria.fills({ 'The document': [file()] })
      expect(await team.maria.submits()).toBeUndefined()
      expect(team.maria.modal()?.text).toContain('I am showing you what I make of round.md')
      await expect.poll(() => newest(team.maria)).toContain('Reading round.md …')
      gate.release()
      await team.settled()
      expect(newest(team.maria)).toContain('as a plan: Corner shop')
    })

    test('whoever dropped a file sees that it is being read', async () => {
      await begin({ parts: { patience: 20 } })
      const gate = team.sandbox.faults.holdBefore({ method: 'url_private' })
      await team.maria.says('', { in: 'dm', files: [file()] })
      await expect.poll(() => newest(team.maria)).toContain('Reading round.md …')
      gate.release()
      await team.settled()
      expect(newest(team.maria)).toContain('as a plan: Corner shop')
      expect(team.maria.sees('dm')).toHaveLength(2)
    })
  })

  describe('an app that was installed without a scope', () => {
    const without = (scope: string) => {
      const { bot, bot_optional } = manifest.oauth_config.scopes
      const scopes = {
        bot: bot.filter((one) => one !== scope),
        bot_optional: bot_optional.filter((one) => one !== scope),
      }
      return begin({ manifest: { ...manifest, oauth_config: { scopes } } })
    }

    test('to read files takes pasted text, and says which scope is missing', async () => {
      await without('files:read')
      await team.maria.opensHome()
      await team.settled()
      await team.maria.clicks('Import a document', undefined, { in: 'home' })
      await team.settled()
      expect(team.maria.modal()?.labels).toEqual(['Its text'])
      expect(team.maria.modal()?.text).toContain('add the scope files:read')
      await team.maria.fills({ 'Its text': shop.join('\n') })
      expect(await team.maria.submits()).toBeUndefined()
      await team.settled()
      expect(newest(team.maria)).toContain('as a plan: Corner shop')
      expect(await drops(team.maria, file())).toContain('Slack did not give me “round.md”.')
    })

    test('to share files says so to whoever wants one', async () => {
      await without('files:write')
      await drops(team.maria, file())
      await press(team.maria, 'Get it as a file')
      expect(team.maria.ephemerals('dm').at(-1)).toContain('add the scope files:write')
    })
  })
})

test('a file that Slack does not keep itself, or that is larger than it said, is not read', async () => {
  expect(
    findFile({ id: 'F1', name: 'a.md', mode: 'external', url_private_download: 'https://files.slack.com/a' }),
  ).toEqual({ kind: 'document-not-downloaded', name: 'a.md' })
  expect(findFile({ id: 'F1', name: 'a.md' })).toEqual({ kind: 'document-not-downloaded', name: 'a.md' })
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull: (to) => {
      sent += 100_000
      to.enqueue(new Uint8Array(100_000))
    },
  })
  const fetchFile = fileFetcher({ token: 'xoxb-1', fetch: async () => new Response(endless) })
  expect(await fetchFile({ name: 'a.md', url: 'https://files.slack.com/a.md' })).toMatchObject({
    kind: 'document-too-large',
  })
  expect(sent).toBeLessThan(1_000_000)
})

test('the token goes to Slack alone', async () => {
  const own = 'http://127.0.0.1:4000/api/'
  expect(isSlacks('https://files.slack.com/files-pri/T1-F1/a.md', null)).toBe(true)
  expect(isSlacks('http://127.0.0.1:4000/files-pri/T1-F1/a.md', own)).toBe(true)
  for (const url of ['https://evil.example/a.md', 'https://slack.com.evil.example/a', 'http://files.slack.com/a', 'x'])
    expect(isSlacks(url, own)).toBe(false)
})
