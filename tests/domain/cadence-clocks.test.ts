import { describe, expect, test } from 'vitest'
import {
  instantOf,
  isDate,
  isShownAgain,
  isZone,
  localDateOf,
  localDayOf,
  localTextOf,
  nextMidnight,
  wallTimeOf,
} from '../../src/domain/cadence/time.ts'

const at = (iso: string) => new Date(iso)

describe('a clock on the wall of', () => {
  test.each([
    ['America/New_York', '2026-03-08T06:59:59Z', '2026-03-08 01:59', 'a second before spring'],
    ['America/New_York', '2026-03-08T07:00Z', '2026-03-08 03:00', 'spring'],
    ['America/New_York', '2026-11-01T05:59Z', '2026-11-01 01:59', 'a minute before autumn'],
    ['America/New_York', '2026-11-01T06:00Z', '2026-11-01 01:00', 'autumn'],
    ['Europe/Paris', '2026-12-31T22:59Z', '2026-12-31 23:59', 'the last minute of the year'],
    ['Europe/Paris', '2026-12-31T23:00Z', '2027-01-01 00:00', 'the new year'],
    ['Australia/Lord_Howe', '2026-04-04T14:59Z', '2026-04-05 01:59', 'a minute before autumn'],
    ['Australia/Lord_Howe', '2026-04-04T15:00Z', '2026-04-05 01:30', 'autumn, by half an hour'],
    ['Asia/Kolkata', '2026-12-31T18:30Z', '2027-01-01 00:00', 'the new year'],
    ['America/Sao_Paulo', '2017-10-15T02:59Z', '2017-10-14 23:59', 'a minute before spring'],
    ['America/Sao_Paulo', '2017-10-15T03:00Z', '2017-10-15 01:00', 'spring, at midnight'],
    ['America/St_Johns', '2026-11-01T04:29Z', '2026-11-01 01:59', 'a minute before autumn'],
    ['America/St_Johns', '2026-11-01T04:30Z', '2026-11-01 01:00', 'autumn'],
    ['UTC', '1969-12-31T23:59Z', '1969-12-31 23:59', 'before the days are counted'],
  ])('%s at %s shows %s: %s', (zone, instant, shown) => {
    expect(localTextOf(at(instant), zone)).toBe(shown)
    expect(`${localDateOf(at(instant), zone)} ${wallTimeOf(at(instant), zone)}`).toBe(shown)
    expect(localDayOf(at(instant).getTime(), zone)).toBe(Date.parse(`${shown.slice(0, 10)}T00:00Z`) / 86_400_000)
  })

  test.each([
    ['America/New_York', '2026-03-08', '01:59', '2026-03-08T06:59Z', 'a minute before spring'],
    ['America/New_York', '2026-03-08', '02:00', '2026-03-08T07:00Z', 'skipped'],
    ['America/New_York', '2026-03-08', '02:59', '2026-03-08T07:59Z', 'skipped'],
    ['America/New_York', '2026-03-08', '03:00', '2026-03-08T07:00Z', 'spring'],
    ['America/New_York', '2026-11-01', '00:59', '2026-11-01T04:59Z', 'before the hour that comes twice'],
    ['America/New_York', '2026-11-01', '01:00', '2026-11-01T05:00Z', 'twice'],
    ['America/New_York', '2026-11-01', '01:59', '2026-11-01T05:59Z', 'twice'],
    ['America/New_York', '2026-11-01', '02:00', '2026-11-01T07:00Z', 'behind it'],
    ['Europe/Paris', '2026-10-25', '02:30', '2026-10-25T00:30Z', 'twice'],
    ['Europe/Paris', '2026-10-25', '03:00', '2026-10-25T02:00Z', 'behind it'],
    ['Europe/Paris', '2026-03-29', '02:30', '2026-03-29T01:30Z', 'skipped'],
    ['Australia/Lord_Howe', '2026-04-05', '01:29', '2026-04-04T14:29Z', 'before the half hour that comes twice'],
    ['Australia/Lord_Howe', '2026-04-05', '01:59', '2026-04-04T14:59Z', 'twice'],
    ['Australia/Lord_Howe', '2026-04-05', '02:00', '2026-04-04T15:30Z', 'behind it'],
    ['America/Sao_Paulo', '2018-02-17', '23:30', '2018-02-18T01:30Z', 'twice, before midnight'],
    ['America/Sao_Paulo', '2018-02-18', '00:00', '2018-02-18T03:00Z', 'the midnight behind it'],
    ['America/St_Johns', '2026-03-08', '02:15', '2026-03-08T05:45Z', 'skipped'],
    ['Asia/Kolkata', '2027-01-01', '00:00', '2026-12-31T18:30Z', 'the new year'],
  ])('%s shows %s %s first at %s: %s', (zone, date, time, instant) => {
    expect(instantOf(date, time, zone)).toEqual(at(instant))
    expect(isShownAgain(at(instant), zone)).toBe(false)
  })

  test.each([
    ['America/New_York', '2026-11-01T05:59:59Z', false],
    ['America/New_York', '2026-11-01T06:00Z', true],
    ['America/New_York', '2026-11-01T06:59:59Z', true],
    ['America/New_York', '2026-11-01T07:00Z', false],
    ['America/New_York', '2026-03-08T07:30Z', false],
    ['Australia/Lord_Howe', '2026-04-04T15:00Z', true],
    ['Australia/Lord_Howe', '2026-04-04T15:30Z', false],
    ['America/Sao_Paulo', '2018-02-18T02:30Z', true],
    ['Asia/Kolkata', '2026-12-31T18:30:30Z', false],
  ])('%s shows the time of %s a second time: %s', (zone, instant, again) => {
    expect(isShownAgain(at(instant), zone)).toBe(again)
  })

  test.each([
    ['America/New_York', '2026-03-08T05:00Z', '2026-03-09T04:00Z', 'a day of 23 hours'],
    ['America/New_York', '2026-11-01T04:00Z', '2026-11-02T05:00Z', 'a day of 25 hours'],
    ['America/New_York', '2026-03-08T04:59:59Z', '2026-03-08T05:00Z', 'a second'],
    ['America/Sao_Paulo', '2017-10-14T12:00Z', '2017-10-15T03:00Z', 'a midnight that the clocks skip'],
    ['America/Sao_Paulo', '2018-02-18T01:30Z', '2018-02-18T03:00Z', 'an hour that comes twice'],
    ['Europe/Paris', '2026-12-31T22:00Z', '2026-12-31T23:00Z', 'the end of a year'],
  ])('%s after %s comes to midnight at %s, behind %s', (zone, instant, midnight) => {
    expect(nextMidnight(at(instant), zone)).toEqual(at(midnight))
  })
})

test.each([
  ['Europe/Paris', true],
  ['America/Argentina/Buenos_Aires', true],
  ['America/Port-au-Prince', true],
  ['Etc/GMT+5', true],
  ['UTC', true],
  ['EST', false],
  ['Paris', false],
  ['europe/paris', false],
  ['eUrope/Paris', false],
  ['Europe/Pariss', false],
  ['Europe/', false],
  ['/Paris', false],
  [' Europe/Paris', false],
  ['Europe/Paris ', false],
  ['+01:00', false],
])('%s is the name of a zone: %s', (name, is) => {
  // Asked twice: an answer is kept.
  expect([isZone(name), isZone(name)]).toEqual([is, is])
})

test.each([
  ['2026-12-31', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-01-00', false],
  ['2026-1-1', false],
  ['2026-12', false],
  ['2026', false],
  ['02026-01-01', false],
  ['2026-01-010', false],
  ['2026-01-01T00:00', false],
  ['', false],
])('%s is a day: %s', (text, is) => {
  expect(isDate(text)).toBe(is)
})
