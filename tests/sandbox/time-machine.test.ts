import { afterEach, beforeEach, expect, test } from 'vitest'
import { deferred } from '../../src/sandbox/deferred.ts'
import type { Act, ActResult, Playing, TimeMachine } from '../../src/sandbox/protocol.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts'
import { manifest } from './manifest.ts'
import { manualTicker } from './manual-ticker.ts'

const start = Date.parse('2026-11-20T14:00:00Z')
const minute = 60_000

/** A clock with a bell every full minute, on which the app posts. */
function bells() {
  let [now, running] = [start, false]
  let ring = async (_at: number): Promise<void> => undefined
  const machine: { -readonly [Part in keyof TimeMachine]: TimeMachine[Part] } = {
    stops: async () => [{ id: 'bell', label: 'Next bell', what: 'Bell', at: new Date(nextBell(now)) }],
    isRunning: () => running,
    run(on) {
      running = on
    },
    async playTo(at: Date, { signal, tell }: Playing) {
      while (nextBell(now) <= at.getTime()) {
        now = nextBell(now)
        await ring(now)
        tell([{ text: `Bell at ${new Date(now).toISOString()}`, message: null }])
        if (signal.aborted) return
      }
      now = at.getTime()
    },
  }
  const nextBell = (ms: number) => (Math.floor(ms / minute) + 1) * minute
  return {
    machine,
    now: () => new Date(now),
    isRunning: () => running,
    onBell: (work: typeof ring) => {
      ring = work
    },
  }
}

let sandbox: Sandbox
let clock: ReturnType<typeof bells>
let ticker: ReturnType<typeof manualTicker>

beforeEach(async () => {
  clock = bells()
  ticker = manualTicker()
  sandbox = await startSandbox({ manifest, clock: clock.now, timeMachine: clock.machine, ticker })
})
afterEach(() => sandbox.close())

async function act(deed: Act): Promise<ActResult> {
  const body = JSON.stringify({ as: sandbox.member('@maria').id, act: deed })
  const answer = await fetch(`${sandbox.url}/sandbox/act`, { method: 'POST', body })
  return (await answer.json()) as ActResult
}

const shown = () => sandbox.member('@maria').snapshot().clock
const machine = () => shown().machine
const jump = (minutes: number) => act({ kind: 'play-to', at: new Date(start + minutes * minute).toISOString() })

test('at a minute a second, what falls due is played in order and listed as it happens', async () => {
  expect(await act({ kind: 'set-speed', speed: 60 })).toEqual({ ok: true })
  expect(shown()).toMatchObject({ now: '2026-11-20T14:00:00.000Z', machine: { speed: 60, happened: { count: 0 } } })
  await ticker.passes(500)
  expect(shown()).toMatchObject({ now: '2026-11-20T14:00:30.000Z', machine: { happened: { count: 0 } } })
  await ticker.passes(1000)
  await ticker.passes(750)
  expect(shown().now).toBe('2026-11-20T14:02:15.000Z')
  expect(machine()?.happened).toEqual({
    count: 2,
    newest: ['14:01', '14:02'].map((at) => ({ text: `Bell at 2026-11-20T${at}:00.000Z`, message: null })),
  })
})

test('a fast clock stands still between its steps, and real time passes only at real time', async () => {
  await act({ kind: 'set-speed', speed: 1 })
  expect(clock.isRunning()).toBe(true)
  await act({ kind: 'set-speed', speed: 600 })
  expect(clock.isRunning()).toBe(false)
  await act({ kind: 'set-speed', speed: 1 })
  expect([clock.isRunning(), ticker.isTicking()]).toEqual([true, false])
})

test('a paused clock goes nowhere', async () => {
  await act({ kind: 'set-speed', speed: 3600 })
  await act({ kind: 'set-speed', speed: 0 })
  expect(ticker.isTicking()).toBe(false)
  expect([clock.isRunning(), shown().now, machine()?.speed]).toEqual([false, '2026-11-20T14:00:00.000Z', 0])
})

test('a machine that is held up runs slower, and does not leap afterwards', async () => {
  await act({ kind: 'set-speed', speed: 60 })
  await ticker.passes(60_000)
  expect(shown().now).toBe('2026-11-20T14:01:00.000Z')
})

test('a jump is stopped after the moment in progress, and the clock stays there', async () => {
  const [rung, go] = [deferred(), deferred()]
  clock.onBell(async () => {
    rung.resolve()
    await go.promise
  })
  const jumping = jump(60)
  await rung.promise
  expect(machine()).toMatchObject({ playing: true })
  expect(await jump(90)).toEqual({ ok: false, error: 'The clock is already moving.' })
  expect(await act({ kind: 'set-speed', speed: 60 })).toMatchObject({ ok: false })
  expect(await act({ kind: 'stop-playing' })).toEqual({ ok: true })
  go.resolve()
  expect(await jumping).toEqual({ ok: true })
  expect(shown()).toMatchObject({
    now: '2026-11-20T14:01:00.000Z',
    machine: { playing: false, happened: { count: 1 } },
  })
  expect(await act({ kind: 'stop-playing' })).toEqual({ ok: false, error: 'The clock has arrived.' })
})

test('pausing ends a step after the moment in progress', async () => {
  const [rung, go] = [deferred(), deferred()]
  clock.onBell(async () => {
    rung.resolve()
    await go.promise
  })
  await act({ kind: 'set-speed', speed: 3600 })
  const step = ticker.passes(1000)
  await rung.promise
  const paused = act({ kind: 'set-speed', speed: 0 })
  await expect.poll(() => ticker.isTicking(), { interval: 5 }).toBe(false)
  go.resolve()
  await step
  await paused
  expect(shown()).toMatchObject({ now: '2026-11-20T14:01:00.000Z', machine: { speed: 0 } })
})

test('after a jump the clock goes on as fast as before, with a list of the jump alone', async () => {
  await act({ kind: 'set-speed', speed: 60 })
  await ticker.passes(1000)
  await jump(3)
  expect(machine()).toMatchObject({ speed: 60, happened: { count: 2 } })
  await ticker.passes(1000)
  expect(shown()).toMatchObject({ now: '2026-11-20T14:04:00.000Z', machine: { happened: { count: 3 } } })
})

test('no time passes by itself during a jump, at whatever speed the clock ran before', async () => {
  const during: boolean[] = []
  clock.onBell(async () => {
    during.push(clock.isRunning(), ticker.isTicking())
  })
  await act({ kind: 'set-speed', speed: 1 })
  await jump(1)
  expect(clock.isRunning()).toBe(true)
  await act({ kind: 'set-speed', speed: 3600 })
  expect(machine()?.happened.count).toBe(0)
  await jump(2)
  expect(ticker.isTicking()).toBe(true)
  expect(during).toEqual([false, false, false, false])
})

test('of very many happenings the newest are kept, and all are counted', async () => {
  await jump(500)
  expect(machine()?.happened.count).toBe(500)
  expect(machine()?.happened.newest).toHaveLength(200)
  expect(machine()?.happened.newest.at(-1)?.text).toBe('Bell at 2026-11-20T22:20:00.000Z')
})

test('a clock that cannot be played stands still and says why', async () => {
  clock.onBell(async () => {
    throw new Error('The database is away.')
  })
  await act({ kind: 'set-speed', speed: 60 })
  await ticker.passes(1000)
  expect(ticker.isTicking()).toBe(false)
  expect(machine()).toMatchObject({
    speed: 0,
    happened: { newest: [{ text: 'The clock stands still: The database is away.' }] },
  })
  expect(await jump(5)).toEqual({ ok: false, error: 'The database is away.' })
})

test('a speed that the page does not offer is refused', async () => {
  expect(await act({ kind: 'set-speed', speed: 7 })).toEqual({
    ok: false,
    error: 'The clock runs at 0, 1, 60, 600, 3600 times real time.',
  })
  expect(await act({ kind: 'set-speed', speed: -1 })).toMatchObject({ ok: false })
})

test('messages are dated by the same clock', async () => {
  const maria = sandbox.member('@maria')
  clock.onBell(async (at) => {
    await maria.says(`Ding ${new Date(at).toISOString()}`, { in: '#ops' })
  })
  await jump(2)
  const dated = sandbox.messages('#ops').map(({ ts, text }) => [new Date(Number(ts) * 1000).toISOString(), text])
  expect(dated).toEqual(['2026-11-20T14:01:00.000Z', '2026-11-20T14:02:00.000Z'].map((at) => [at, `Ding ${at}`]))
})

test('closing the sandbox ends what is being played', async () => {
  await act({ kind: 'set-speed', speed: 60 })
  await sandbox.close()
  expect(ticker.isTicking()).toBe(false)
})

test('a workspace that closes during a jump leaves no clock running', async () => {
  const rung = deferred()
  const [closing, reached] = [await startSandbox({ manifest, clock: clock.now, ticker }), deferred()]
  await closing.setTimeMachine(clock.machine)
  const at = (deed: Act) =>
    fetch(`${closing.url}/sandbox/act`, { method: 'POST', body: JSON.stringify({ as: 'maria', act: deed }) })
  await at({ kind: 'set-speed', speed: 60 })
  clock.onBell(() => {
    reached.resolve()
    return rung.promise
  })
  const jumping = at({ kind: 'play-to', at: new Date(start + 5 * minute).toISOString() }).catch(() => undefined)
  await reached.promise
  const closed = closing.close()
  rung.resolve()
  await closed
  await jumping
  expect(ticker.isTicking()).toBe(false)
})

test('a jump that fails says why, also where nobody can tell any more what lies ahead', async () => {
  clock.onBell(async () => {
    clock.machine.stops = async () => {
      throw new Error('The database is closed.')
    }
    throw new Error('The bell is broken.')
  })
  expect(await jump(2)).toEqual({ ok: false, error: 'The bell is broken.' })
})
