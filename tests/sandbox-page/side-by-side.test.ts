import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { form, littleApp, type Running } from '../sandbox/little-app.ts'
import { inChromium } from './browser.ts'

inChromium('two members side by side', (browsing) => {
  let running: Running
  let page: Page
  let left: FrameLocator
  let right: FrameLocator
  let streams: string[]

  beforeAll(async () => {
    running = await littleApp('http', (app) => {
      app.command('/open', async ({ ack, client, body }) => {
        await ack()
        await client.views.open({ trigger_id: body.trigger_id, view: form })
      })
      app.view('form', ({ ack }) => ack())
      app.event('app_home_opened', async () => undefined)
      app.event('message', async () => undefined)
    })
  })
  afterAll(() => running?.close())
  beforeEach(() => {
    page = browsing.page()
    left = page.frameLocator('section[aria-label="First member"] iframe')
    right = page.frameLocator('section[aria-label="Second member"] iframe')
    streams = []
    page.on('request', (request) => request.url().includes('/sandbox/events') && streams.push(request.url()))
  })

  const idOf = (handle: string) => running.sandbox.member(handle).id
  const open = async (place = '#ops') => {
    const words = new URLSearchParams({ as: idOf('@maria'), in: running.sandbox.channel(place).id })
    await page.goto(`${running.sandbox.url}/#${words}`)
    await page.getByRole('main').waitFor()
  }
  const secondMember = () => page.getByRole('button', { name: 'Second member' })
  const openBoth = async () => {
    await open()
    await secondMember().click()
    await Promise.all([left, right].map((frame) => frame.getByRole('main').waitFor()))
  }
  const places = () =>
    Promise.all([left, right].map((frame) => frame.locator('.main h1').filter({ visible: true }).textContent()))
  const side = (name: 'First member' | 'Second member') => page.getByRole('region', { name })
  const people = () =>
    Promise.all(
      (['First member', 'Second member'] as const).map((name) => side(name).locator('option:checked').textContent()),
    )
  const say = async (frame: FrameLocator, text: string) => {
    await frame.getByRole('main').getByRole('textbox').fill(text)
    await frame.getByRole('main').getByRole('textbox').press('Enter')
  }

  test('each writes as themselves, and sees what the other wrote and what concerns them alone', async () => {
    await openBoth()
    await say(left, '@ben The pump leaks')
    const push = right
      .getByRole('region', { name: 'Notifications' })
      .getByRole('button', { name: /Maria Lopez in #ops/ })
    await push.waitFor()
    await right
      .getByRole('article', { name: /^Maria Lopez/ })
      .getByText('The pump leaks')
      .waitFor()
    await say(right, 'On my way')
    await left
      .getByRole('article', { name: /^Ben Carter/ })
      .getByText('On my way')
      .waitFor()
    expect(await left.getByRole('region', { name: 'Notifications' }).getByRole('button').count()).toBe(0)
  })

  test('a form of one is in nobody else’s way', async () => {
    await openBoth()
    await say(left, '/open')
    await left.getByRole('dialog', { name: 'Readings' }).waitFor()
    await say(right, 'Meanwhile')
    await right.getByRole('article').getByText('Meanwhile').waitFor()
    expect(await left.getByRole('dialog', { name: 'Readings' }).isVisible()).toBe(true)
    expect(await right.getByRole('dialog').count()).toBe(0)
    await left.getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(() => left.getByRole('dialog').count()).toBe(0)
  })

  test('each has a place of their own, which a reload, a swap and a step back keep', async () => {
    await openBoth()
    await right.getByRole('button', { name: 'Open the sidebar' }).click()
    await right.getByRole('button', { name: 'incidents', exact: true }).click()
    await right.getByRole('log', { name: '#incidents' }).waitFor()
    expect(await places()).toEqual(['#ops', '#incidents'])

    await page.reload()
    await right.getByRole('log', { name: '#incidents' }).waitFor()
    await expect.poll(places).toEqual(['#ops', '#incidents'])
    expect(await people()).toEqual(['Maria Lopez', 'Ben Carter'])

    await page.getByRole('button', { name: 'Swap sides' }).first().click()
    await expect.poll(places).toEqual(['#incidents', '#ops'])
    expect(await people()).toEqual(['Ben Carter', 'Maria Lopez'])
    await page.goBack()
    await expect.poll(places).toEqual(['#ops', '#incidents'])
  })

  test('either is somebody else once they are chosen, and goes when they are closed', async () => {
    await openBoth()
    await side('Second member').getByRole('combobox').selectOption({ label: 'Cara Singh' })
    await say(right, 'Cara here')
    await left
      .getByRole('article', { name: /^Cara Singh/ })
      .getByText('Cara here')
      .waitFor()

    await page.getByRole('button', { name: 'Close Maria Lopez' }).click()
    await page.getByRole('main').waitFor()
    await expect.poll(() => page.getByLabel('Acting as').locator('option:checked').textContent()).toBe('Cara Singh')
    expect(await page.locator('iframe').count()).toBe(0)
    expect(await secondMember().getAttribute('aria-pressed')).toBe('false')
  })

  test('what was begun is there on either side of opening and closing', async () => {
    await open()
    const box = page.getByRole('main').getByRole('textbox')
    await box.fill('Half a sentence')
    await secondMember().click()
    expect(await left.getByRole('main').getByRole('textbox').inputValue()).toBe('Half a sentence')
    await left.getByRole('main').getByRole('textbox').fill('A whole sentence')
    await secondMember().click()
    await expect.poll(() => box.inputValue()).toBe('A whole sentence')
  })

  test('one connection serves each member, and the page of the first no second one', async () => {
    await openBoth()
    await say(left, 'Counted')
    await right.getByRole('article').getByText('Counted').waitFor()
    expect(streams.map((url) => new URL(url).searchParams.get('as'))).toEqual([idOf('@maria'), idOf('@ben')])
  })

  test('the tour stands beside both, and points at what the first has', async () => {
    const where = { channel: running.sandbox.channel('#incidents').id, control: 'Message #incidents' }
    const step = { id: 'say', title: 'Say something', text: 'In #incidents.', done: false, where }
    await running.sandbox.setTour({
      look: async () => ({ id: 'little', title: 'Little tour', steps: [step], farewell: '' }),
    })
    await openBoth()
    await page.getByRole('complementary', { name: 'Tour' }).getByRole('button', { name: 'Show me' }).click()
    await left
      .locator('textarea:focus')
      .and(left.getByRole('textbox', { name: 'Message #incidents' }))
      .waitFor()
    expect(await places()).toEqual(['#incidents', '#ops'])
    await running.sandbox.setTour(null)
  })

  test('a phone has room for one', async () => {
    await openBoth()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('main').waitFor()
    expect(await page.locator('iframe').count()).toBe(0)
    expect(await secondMember().count()).toBe(0)
    await page.setViewportSize({ width: 1280, height: 800 })
    await right.getByRole('main').waitFor()
  })
})
