import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseMrkdwn } from '../../src/sandbox/page/text/mrkdwn.ts'
import {
  bold,
  channelLink,
  code,
  joined,
  label,
  listed,
  type Mrkdwn,
  markdownOf,
  mention,
  mentions,
  mrkdwn,
  place,
  plain,
  quoted,
  strike,
  truncate,
  when,
} from '../../src/slack/text/mrkdwn.ts'
import { at } from './state.ts'
import { nasty } from './states.ts'

describe('safe text', () => {
  it('refuses a raw string at compile time', () => {
    const typed: string = '<!channel>'
    // @ts-expect-error a raw string may not be interpolated
    mrkdwn`hello ${typed}`
    // @ts-expect-error nor may it stand for safe text
    bold(typed)
    expect(mrkdwn`hello ${plain(typed)} ${mention('U0MARIA')}`).toBe('hello &lt;!channel&gt; <@U0MARIA>')
  })

  it('shows formatting marks as they were typed', () => {
    expect(plain('*bold* _it_ ~gone~ `code` disk_usage_percent a*b 5 > 3')).toBe(
      '∗bold∗ ˍitˍ ∼gone∼ ˋcodeˋ disk_usage_percent a*b 5 &gt; 3',
    )
    expect(bold(plain('a* b'))).toBe('*a∗ b*')
    expect(strike(plain('a~ b'))).toBe('~a∼ b~')
    expect(code('echo `x` <y>')).toBe('`echo ˋxˋ &lt;y&gt;`')
    expect(quoted('> one\n*two*')).toBe('> › one\n> ∗two∗')
    expect(plain('𐀀*! a*')).toBe('𐀀∗! a∗')
  })

  it('names people, places and instants', () => {
    expect(mentions(['U0MARIA', '@ben', 'technical-lead'])).toBe('<@U0MARIA>, @ben and technical-lead')
    expect(channelLink('C0OPS')).toBe('<#C0OPS>')
    expect(channelLink('#ops')).toBe('#ops')
    expect(place('https://status.example.com/?a=1&b=2')).toBe('<https://status.example.com/?a=1&amp;b=2>')
    expect(place('https://evil|good')).toBe('https://evil|good')
    expect(when(at('09:00'), 'America/New_York', 'time')).toBe('<!date^1795183200^{time}|Fri 20 Nov 09:00 New York>')
  })

  it('joins and lists', () => {
    expect(joined([mrkdwn`a`, null, mrkdwn``, mrkdwn`b`], ' · ')).toBe('a · b')
    expect(listed([])).toBe('')
    expect(listed([mrkdwn`a`, mrkdwn`b`, mrkdwn`c`])).toBe('a, b and c')
  })

  it('cuts before an entity, a mention or an emoji, never in it', () => {
    expect(truncate(mrkdwn`ab ${mention('U0MARIA')}`, 8)).toBe('ab…')
    expect(truncate(plain('ab&cd'), 5)).toBe('ab…')
    expect(truncate(plain('ab😀cd'), 4)).toBe('ab…')
    expect(label('ab😀cd', 4)).toBe('ab…')
    expect(label('  ', 4)).toBe('–')
  })

  it('reads back as Markdown', () => {
    const text = mrkdwn`${bold(mrkdwn`Late`)} ${mention('U0MARIA')} ${when(at('09:00'), 'UTC')} ${plain('a < b')}`
    expect(markdownOf(text)).toBe('**Late** @U0MARIA Fri 20 Nov 14:00 UTC a < b')
  })
})

test('whatever is typed reads as plain text, in every place where typed text stands', () => {
  fc.assert(
    fc.property(nasty, nasty, (one, other) => {
      expect(kinds(plain(one))).not.toContainEqual(expect.stringMatching(/./u))
      expect(kinds(mrkdwn`✓ ${plain(one)} — ${plain(other)}`)).toEqual([])
      expect(kinds(bold(plain(one))).filter((kind) => kind !== 'bold')).toEqual([])
      expect(kinds(code(one)).filter((kind) => kind !== 'code')).toEqual([])
      expect(kinds(quoted(one))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('what is cut stays within its limit and whole', () => {
  fc.assert(
    fc.property(nasty, fc.integer({ min: 1, max: 80 }), (typed, max) => {
      const text = mrkdwn`${mention('U0MARIA')} ${plain(typed)} ${when(at('09:00'), 'UTC')}`
      const cut = truncate(text, max)
      expect(cut.length).toBeLessThanOrEqual(max)
      expect(cut.split('<').length).toBe(cut.split('>').length)
      expect(cut.replaceAll(/&(amp|lt|gt);/g, '')).not.toContain('&')
      if (!loneSurrogate.test(text)) expect(cut).not.toMatch(loneSurrogate)
      expect(label(typed, max).length).toBeLessThanOrEqual(max)
    }),
  )
})

const loneSurrogate = /\p{Surrogate}/u

/** Everything in a text that Slack would not show as plain words; links that it would make by itself are left out. */
function kinds(text: Mrkdwn): string[] {
  return parseMrkdwn(text)
    .flatMap((paragraph) => (paragraph.kind === 'pre' ? [{ kind: 'pre' }] : paragraph.lines.flat()))
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'text' && kind !== 'link')
}
