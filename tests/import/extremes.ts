const repeat = (count: number, row: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => row(index)).join('\n')

const items = (count: number) => repeat(count, (index) => `- [ ] Task ${index}`)
const long = (length: number, word: string) => word.repeat(Math.ceil(length / word.length)).slice(0, length)

/** Documents at and beyond every limit of a plan, and such as only a machine would write. */
export const extremes: readonly [string, string | Uint8Array][] = [
  ['thousands of items under a heading', `## Daily\n${items(3000)}`],
  ['thousands of items that are all the same', `## Daily\n${repeat(3000, () => '- [ ] Look')}`],
  ['thousands of items in sections', `# Daily\n${repeat(60, (index) => `## Part ${index}\n${items(60)}`)}`],
  ['three hundred headings', repeat(300, (index) => `## Weekly part ${index}\n- [ ] Look at ${index}`)],
  ['three hundred headings of one name', repeat(300, () => '## Weekly\n- [ ] Look')],
  ['headings with nothing under them', repeat(300, (index) => `${'#'.repeat(1 + (index % 6))} Daily ${index}`)],
  ['empty headings', `${repeat(300, () => '#\n##\n### ')}\n- [ ] Look`],
  [
    'sections of one title that fall due each by itself',
    `# Round\n${repeat(9, () => '## Pumps every Monday at 9:00\n- [ ] Look\n## Pumps every Friday at 10:00\n- [ ] Look')}`,
  ],
  [
    'a table of thousands of rows',
    `## Plan\n| Task | Frequency |\n| --- | --- |\n${repeat(2000, (index) => `| Task ${index} | ${index % 2 ? 'weekly' : 'monthly'} |`)}`,
  ],
  [
    'a table of hundreds of columns',
    `## Daily\n|${long(1200, ' a |')}\n|${long(1800, ' --- |')}\n|${long(1200, ' b |')}`,
  ],
  [
    'a title of thousands of letters',
    `## ${long(5000, 'Daily check ')}\n- [ ] ${long(5000, 'look at it ')}\n- [ ] ${long(5000, 'x')}`,
  ],
  ['emoji where a title is cut', `## Daily\n- [ ] ${long(299, 'x')}${'🔧'.repeat(40)}`],
  ['a line of a hundred thousand letters', `## Daily\n- [ ] ${long(100_000, 'word ')}`],
  ['a line of a hundred thousand letters without a space', `## Daily\n- [ ] ${long(100_000, 'w')}`],
  ['a line of colons and slashes', `## Daily\n- [ ] ${long(20_000, 'a: b/c? ')}`],
  ['a line of blanks', `## Daily\n- [ ] ${long(20_000, 'a: ____ ')}`],
  ['a line of boxes', `## Daily\n- [ ] Which: ${long(20_000, '☐ one ☐ two ')}`],
  ['a line of brackets', `## Daily\n- [ ] ${long(20_000, '((([[[')}`],
  ['a line of figures', `## Daily\n- [ ] Load ${long(20_000, '< 5% ')}`],
  ['a line of stars', `## Daily\n- [ ] ${long(20_000, '**a* _b_ ')}`],
  ['a heading of times', `## ${long(20_000, 'daily at 9:00 ')}\n- [ ] Look`],
  ['lists within lists', `## Daily\n${repeat(150, (index) => `${'  '.repeat(index)}- deeper ${index}`)}`],
  ['quotes within quotes', `## Daily\n${'> '.repeat(300)}- [ ] Look`],
  ['only blanks', repeat(500, () => '____________')],
  ['only empty lines', '\n'.repeat(50_000)],
  ['only rules', repeat(2000, () => '---')],
  ['a fence that never ends', `## Daily\n- [ ] Look\n\`\`\`bash\n${repeat(3000, (index) => `echo ${index}`)}`],
  ['fences by the hundred', `## Daily\n- [ ] Look\n${repeat(400, () => '```\nDone: ____\n```')}`],
  ['a note of thousands of words', `## Daily\n${repeat(900, () => 'This is said of it.')}\n- [ ] Look`],
  [
    'a command of thousands of lines',
    `## Daily\n- [ ] Look\n  \`\`\`bash\n${repeat(900, () => '  ls -la /var/log')}\n  \`\`\``,
  ],
  [
    'a message of thousands of lines',
    `## Daily\n- [ ] Look\n\n### Communication template\n${repeat(900, () => '- Impact: ____')}`,
  ],
  [
    'a form of thousands of lines',
    `## Daily\n- [ ] Look\n\n**Daily report:**\n${repeat(450, (index) => `Figure ${index}: ____`)}`,
  ],
  [
    'severities of thousands of examples',
    `## Severities\n| Priority | Description | Response |\n| --- | --- | --- |\n| P0 | ${long(9000, 'down, ')} | 5 minutes |\n| P1 | ${long(9000, 'slow ')} | 99999999999 hours |\n\n## Daily\n- [ ] Look`,
  ],
  [
    'levels by the hundred',
    `## Escalation\n${repeat(300, (index) => `- Level ${index % 10}: Team ${index}`)}\n\n## Daily\n- [ ] Look`,
  ],
  [
    'roles by the hundred',
    repeat(150, (index) => `## Weekly ${index}\n**Owner:** ${long(200, `Person ${index} + `)}\n- [ ] Look`),
  ],
  [
    'links by the hundred',
    `## Daily\n- [ ] ${repeat(300, (index) => `[a](https://example.com/${index})`).replaceAll('\n', ' ')}`,
  ],
  ['zeros', new Uint8Array(5000)],
  ['every byte', Uint8Array.from({ length: 8192 }, (_, index) => index % 256)],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  [
    'a plan',
    'plan: shop\ntimezone: UTC\nchannel: "#ops"\nrituals:\n  a:\n    every: day\n    items:\n      - Look: number < 5\n',
  ],
]
