import { beforeEach, expect, test } from 'vitest'
import { type MovableClock, movableClock } from '../../src/cli/movable-clock.ts'

const at = (time: string) => new Date(`2026-11-16T${time}Z`)

let machine: Date
let clock: MovableClock

beforeEach(() => {
  machine = at('20:00:00')
  clock = movableClock(at('09:00:00'), { machine: () => machine })
})

const passes = (seconds: number) => {
  machine = new Date(machine.getTime() + seconds * 1000)
}

test('runs as the machine’s does, from another beginning', () => {
  passes(90)
  expect(clock.now()).toEqual(at('09:01:30'))
})

test('is moved forward, and never back', () => {
  clock.moveTo(at('12:00:00'))
  passes(1)
  expect(clock.now()).toEqual(at('12:00:01'))
  clock.moveTo(at('11:00:00'))
  expect(clock.now()).toEqual(at('12:00:01'))
})

test('stands still while it is halted, and goes on from there', () => {
  clock.run(false)
  passes(3600)
  expect([clock.now(), clock.isRunning()]).toEqual([at('09:00:00'), false])
  clock.moveTo(at('09:30:00'))
  passes(3600)
  clock.run(true)
  expect(clock.now()).toEqual(at('09:30:00'))
  passes(1)
  expect([clock.now(), clock.isRunning()]).toEqual([at('09:30:01'), true])
})

test('can be halted from the beginning', () => {
  const halted = movableClock(at('09:00:00'), { running: false, machine: () => machine })
  passes(10)
  expect(halted.now()).toEqual(at('09:00:00'))
})
