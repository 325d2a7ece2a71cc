import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '@slack/bolt'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fileBytesMax } from '../../src/sandbox/protocol.ts'
import { chatApp, pixel } from '../sandbox/chat-app.ts'
import type { Running } from '../sandbox/little-app.ts'
import { inChromium } from './browser.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const option = (text: string) => ({ text: plain(text), value: text.toLowerCase() })
const asks = (label: string, element: object) => ({ type: 'input', label: plain(label), element })

const report = {
  type: 'modal',
  title: plain('Report'),
  submit: plain('Send'),
  blocks: [
    asks('Machine', { type: 'external_select', action_id: 'machine', min_query_length: 2 }),
    asks('What happened', { type: 'rich_text_input', action_id: 'words' }),
    asks('Photos', { type: 'file_input', action_id: 'photos', filetypes: ['png'], max_files: 2 }),
  ],
}

const machines = ['Fridge 1', 'Fridge 2', 'Forklift']

inChromium('the chat of the sandbox', (browsing) => {
  let page: Page
  let running: Running
  let submitted: unknown[]

  const listen = (app: App) => {
    app.shortcut('report', async ({ ack, shortcut, client }) => {
      await ack()
      await client.views.open({ trigger_id: shortcut.trigger_id, view: report as never })
    })
    app.shortcut('task', async ({ ack, respond }) => {
      await ack()
      await respond('Made a task of it.')
    })
    app.options('machine', async ({ ack, options }) => {
      const found = machines.filter((one) => one.toLowerCase().includes(options.value))
      await ack({ option_groups: found.length === 0 ? [] : [{ label: plain('Cold'), options: found.map(option) }] })
    })
    app.action(/.*/, async ({ ack }) => ack())
    app.view(/.*/, async ({ ack, view }) => {
      submitted.push(...Object.values(view.state.values).map((one) => Object.values(one)[0]))
      await ack()
    })
  }

  beforeEach(async () => {
    submitted = []
    page = browsing.page()
    // What is tried here is the page: a busy machine may take its time.
    running = await chatApp(listen, [], { ackMs: 20_000, triggerMs: 20_000 })
  })
  afterEach(async () => {
    await page.goto('about:blank')
    await running.close()
  })

  const member = (handle: string) => running.sandbox.member(handle)
  const open = async (as = 'maria') => {
    const query = new URLSearchParams({ as: member(as).id, in: running.sandbox.channel('#ops').id })
    await page.goto(`${running.sandbox.url}/#${query}`)
    await page.getByRole('main').waitFor()
  }
  const said = (text: string) => page.getByRole('article').filter({ hasText: text })
  const composer = () => page.getByRole('textbox', { name: 'Message #ops' })

  test('reacts from the picker, and takes part in what others began', async () => {
    const ben = member('@ben')
    await ben.says('The valve leaks', { in: '#ops' })
    await ben.reacts('eyes', 'valve', { in: '#ops' })
    await open()
    await page.getByRole('button', { name: '1 reaction, Ben Carter reacted with :eyes:' }).click()
    const both = page.getByRole('button', { name: '2 reactions, You and Ben Carter reacted with :eyes:' })
    expect(await both.getAttribute('aria-pressed')).toBe('true')

    await said('The valve leaks').hover()
    await page.getByRole('button', { name: 'Add reaction' }).click()
    await page.getByRole('searchbox', { name: 'Search emoji' }).fill('party')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '1 reaction, You reacted with :partying_face:' }).waitFor()
    expect(await page.getByRole('dialog', { name: 'Add a reaction' }).isVisible()).toBe(false)
    await both.click()
    await page.getByRole('button', { name: '1 reaction, Ben Carter reacted with :eyes:' }).waitFor()
    expect(ben.reactions('valve', { in: '#ops' })).toEqual({ eyes: ['@ben'], partying_face: ['@maria'] })
  })

  test('sends files that are chosen or dropped, and shows pictures and rows', async () => {
    await open()
    const folder = mkdtempSync(join(tmpdir(), 'files-'))
    writeFileSync(join(folder, 'valve.png'), pixel)
    writeFileSync(join(folder, 'film.mp4'), Buffer.alloc(fileBytesMax + 1))
    const chosen = ['valve.png', 'film.mp4'].map((name) => join(folder, name))
    await page.locator('.composer input[type=file]').setInputFiles(chosen)
    await page.getByRole('alert').getByText('film.mp4 is 21 MB. Files have up to 20 MB here.').waitFor()
    const dropped = await page.evaluateHandle(`(() => {
      const data = new DataTransfer()
      data.items.add(new File(['a,b'], 'figures.csv', { type: 'text/csv' }))
      data.items.add(new File(['oops'], 'mistake.txt', { type: 'text/plain' }))
      return data
    })()`)
    await page.getByRole('log').dispatchEvent('drop', { dataTransfer: dropped })
    await page.getByRole('button', { name: 'Remove mistake.txt' }).click()
    await page.getByRole('button', { name: 'Remove figures.csv' }).waitFor()
    expect(await composer().and(page.locator(':focus')).count()).toBe(1)
    await page.getByRole('button', { name: 'Send', exact: true }).click()

    const picture = page.getByRole('img', { name: 'valve.png' })
    await picture.waitFor()
    await expect.poll(() => page.evaluate(`document.querySelector('img[alt="valve.png"]').naturalWidth`)).toBe(1)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download figures.csv' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('figures.csv')
    expect(member('@ben').sees('#ops')).toEqual(['[file valve.png]\n[file figures.csv]'])
    await expect.poll(() => page.getByRole('list', { name: 'Files to send' }).count()).toBe(0)
  })

  test('fills in a form that a shortcut opened: loaded options, formatted text, a file', async () => {
    await open()
    await composer().fill('/rep')
    await page.getByRole('option', { name: /New report/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Report' })
    const machine = dialog.getByRole('combobox', { name: 'Machine' })
    await machine.fill('f')
    await dialog.getByRole('listbox').getByText('Type 2 or more characters to search').waitFor()
    await machine.fill('xyz')
    await dialog.getByRole('listbox').getByText('No results').waitFor()
    await machine.fill('fri')
    await dialog.getByRole('group', { name: 'Cold' }).getByRole('option', { name: 'Fridge 2' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await machine.inputValue()).toBe('Fridge 2')

    await dialog.getByRole('textbox', { name: 'What happened' }).click()
    for (const [keys, words] of [
      ['', 'Too '],
      ['Control+b', 'cold'],
      ['Control+b', ' again'],
    ] as const) {
      if (keys !== '') await page.keyboard.press(keys)
      await page.keyboard.type(words)
    }
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Shift+Digit8')
    await page.keyboard.type('see ')
    await page.keyboard.press('Control+Shift+KeyU')
    await dialog.getByRole('textbox', { name: 'Link address' }).fill('example.com/log')
    await page.keyboard.press('Enter')
    await dialog
      .locator('input[type=file]')
      .setInputFiles([{ name: 'valve.png', mimeType: 'image/png', buffer: pixel }])
    await dialog.getByRole('button', { name: 'Remove valve.png' }).waitFor()
    await dialog.getByRole('button', { name: 'Send' }).click()
    await dialog.waitFor({ state: 'detached' })

    const section = (...elements: object[]) => ({ type: 'rich_text_section', elements })
    const link = { type: 'link', url: 'https://example.com/log', text: 'https://example.com/log' }
    expect(submitted).toMatchObject([
      { selected_option: option('Fridge 2') },
      {
        rich_text_value: {
          type: 'rich_text',
          elements: [
            section(
              { type: 'text', text: 'Too ' },
              { type: 'text', text: 'cold', style: { bold: true } },
              { type: 'text', text: ' again' },
            ),
            { type: 'rich_text_list', style: 'bullet', elements: [section({ type: 'text', text: 'see ' }, link)] },
          ],
        },
      },
      { files: [{ name: 'valve.png', mimetype: 'image/png' }] },
    ])
  })

  test('offers in a message’s menu what its shortcuts, its author and a reader can do', async () => {
    await member('@ben').says('The gate is stuck', { in: '#ops' })
    await member('@maria').says('On my weigh, @ben', { in: '#ops' })
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await open()
    const choose = async (text: string, item: string) => {
      await said(text).hover()
      await said(text).getByRole('button', { name: 'More actions' }).click()
      await page.getByRole('menuitem', { name: item }).click()
    }
    await choose('The gate is stuck', 'Make it a task')
    await said('Made a task of it.').waitFor()
    await choose('The gate is stuck', 'Copy link')
    await said('The gate is stuck').getByRole('status').getByText('Link copied').waitFor()
    const link = String(await page.evaluate('navigator.clipboard.readText()'))

    await choose('On my weigh', 'Edit message')
    await page.getByRole('textbox', { name: 'Edit message' }).fill('On my way, @ben')
    await page.keyboard.press('Enter')
    await said('On my way, @ben').getByText('(edited)').waitFor()
    await choose('On my way', 'Delete message')
    await page.getByRole('dialog', { name: 'Delete message' }).getByRole('button', { name: 'Delete' }).click()
    await said('On my way').waitFor({ state: 'detached' })
    await expect.poll(() => composer().and(page.locator(':focus')).count()).toBe(1)
    await said('The gate is stuck').hover()
    await said('The gate is stuck').getByRole('button', { name: 'More actions' }).click()
    expect(await page.getByRole('menuitem', { name: 'Edit message' }).count()).toBe(0)

    await page.goto(link)
    const focused = () => page.evaluate('document.activeElement.textContent')
    await expect.poll(focused).toContain('The gate is stuck')
  })

  test('creates a channel and goes there, but not under a name that none can have', async () => {
    await open()
    await page.getByRole('button', { name: 'Create a channel' }).click()
    const name = page.getByRole('textbox', { name: 'Name' })
    await name.fill('Night Shift!')
    await name.press('Enter')
    expect(await name.evaluate((field) => field.matches(':invalid'))).toBe(true)
    await name.fill('Night Shift')
    await name.press('Enter')
    await page.getByRole('log', { name: '#night-shift' }).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  test('draws the newer blocks, and asks before a tick that wants confirming', async () => {
    const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
    const confirm = {
      title: plain('Sure?'),
      text: plain('This tells everybody.'),
      confirm: plain('Yes'),
      deny: plain('No'),
    }
    const button = { type: 'button', text: plain('Open'), action_id: 'open' }
    const blocks = [
      {
        type: 'actions',
        elements: [{ type: 'checkboxes', action_id: 'tell', options: [option('Tell all')], confirm }],
      },
      {
        type: 'carousel',
        elements: [{ type: 'card', title: mrkdwn('Fridge 1'), body: mrkdwn('*3* °C'), actions: [button] }],
      },
      {
        type: 'container',
        title: plain('Cold room'),
        is_collapsible: true,
        default_collapsed: true,
        child_blocks: [{ type: 'section', text: mrkdwn('Seal is fine') }],
      },
      { type: 'plan', title: 'Next', tasks: [{ type: 'task_card', task_id: '1', title: 'Call', status: 'complete' }] },
    ]
    const channel = running.sandbox.channel('#ops').id
    await running.app.client.chat.postMessage({ channel, text: 'card', blocks: blocks as never })
    await open()
    const tell = page.getByRole('checkbox', { name: 'Tell all' })
    await tell.click()
    await page.getByRole('dialog', { name: 'Sure?' }).getByRole('button', { name: 'No' }).click()
    expect(await tell.isChecked()).toBe(false)
    await tell.click()
    await page.getByRole('dialog', { name: 'Sure?' }).getByRole('button', { name: 'Yes' }).click()
    expect(await tell.isChecked()).toBe(true)
    await page.getByRole('region', { name: 'Cards' }).getByRole('button', { name: 'Open' }).waitFor()
    expect(await page.getByText('Seal is fine').isVisible()).toBe(false)
    await page.getByText('Cold room').click()
    await page.getByText('Seal is fine').waitFor()
    await page.getByText('Done', { exact: true }).waitFor()
  })

  test('gives a phone the same by one visible button', async () => {
    await member('@ben').says('The gate is stuck', { in: '#ops' })
    const browser = page.context().browser()
    const context = await browser?.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })
    page = (await context?.newPage()) ?? page
    page.setDefaultTimeout(10_000)
    await open()
    expect(await page.getByRole('button', { name: 'Add reaction' }).count()).toBe(0)
    await said('The gate is stuck').getByRole('button', { name: 'More actions' }).tap()
    await page.getByRole('menuitem', { name: 'Add reaction' }).tap()
    await page.getByRole('dialog', { name: 'Add a reaction' }).getByRole('button', { name: 'tada' }).tap()
    await page.getByRole('button', { name: '1 reaction, You reacted with :tada:' }).waitFor()
    const wide = await page.evaluate('document.documentElement.scrollWidth')
    expect(wide).toBe(390)
    page = browsing.page()
    await context?.close()
  })
})
