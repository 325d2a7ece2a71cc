import { expect, it } from 'vitest'
import {
  clockTime,
  dayTime,
  durationInWords,
  endNear,
  localTime,
  minutesBetween,
  timeNear,
} from '../../src/slack/text/time.ts'
import { at } from './state.ts'

it('tells wall times of a zone', () => {
  expect(localTime(at('09:00'), 'America/New_York')).toBe('Fri 20 Nov 09:00 New York')
  expect(localTime(at('09:00'), 'America/Argentina/Buenos_Aires')).toBe('Fri 20 Nov 11:00 Buenos Aires')
  expect(dayTime(at('20:00'), 'Asia/Kolkata')).toBe('Sat 21 Nov 06:30')
  expect(clockTime(at('09:00'), 'UTC')).toBe('14:00')
})

it('leaves out the day that the reader knows', () => {
  expect(timeNear(at('11:00'), at('09:00'), 'America/New_York')).toBe('11:00')
  expect(timeNear(at('11:00', '2026-11-21'), at('09:00'), 'America/New_York')).toBe('Sat 21 Nov 11:00')
})

it('calls the end of the known day midnight', () => {
  expect(endNear(at('00:00', '2026-11-21'), at('09:00'), 'America/New_York')).toBe('midnight')
  expect(endNear(at('00:00', '2026-11-22'), at('09:00'), 'America/New_York')).toBe('Sun 22 Nov 00:00')
  expect(endNear(at('11:00'), at('09:00'), 'America/New_York')).toBe('11:00')
})

it('tells the year in which something ends, where that is another one', () => {
  expect(endNear(at('00:00', '2027-11-20'), at('09:00'), 'America/New_York')).toBe('Sat 20 Nov 2027 00:00')
  expect(endNear(at('00:00', '2027-01-01'), at('09:00'), 'America/New_York')).toBe('Fri 1 Jan 2027 00:00')
})

it('tells durations as people do', () => {
  expect([0, 15, 60, 90, 1440, 1500, 2880, 10_080].map(durationInWords)).toEqual([
    '0 min',
    '15 min',
    '1 h',
    '1 h 30 min',
    '24 h',
    '25 h',
    '2 days',
    '7 days',
  ])
  expect(minutesBetween(at('09:00'), at('09:15'))).toBe(15)
})
