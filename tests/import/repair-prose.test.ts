import { expect, test } from 'vitest'
import { repaired } from '../../src/plans/import/repair/repair.ts'

test.each([
  'MÜNCHEN – Größe, naïve café, Ağrı, São Paulo â',
  '« café » et « voilà »… l’été, à »',
  'C’est « Ã », une lettre',
  'C’est «\xa0Ã\xa0», une lettre',
  'GRÖ\xadSSE, ‹SJÖ› och SJÖ•HAV, SJÖ·HAV',
  '5 Â€',
  'the letters “Ã”, “Â” and “â”…',
  'IRMÃ” E MANHÃ–TARDE, AMANHÃ…',
  '„Gruß“ und »Spaß«, Fuß–Weg, Groß\u00adstadt',
  'CAFÉ™ CAFÉ® CAFÉ : É’s, naïveté†, 10 Å², ”TÄÄLLÄ”',
  'CAFÉ•BAR CAFÉ·BAR',
  'GÜNEŞ’İN, BARIŞ’A, DÜNYÂ’NIN, “imlâ”, dağ »…',
  'KŘÍŽ, TÉŽ, též…, VÝŠKA',
  '„Öl“ ‚Über‘ “École” ’été –Übersicht, „áætlun“, „äöü“, „ÄÖÜ“',
  '£3–£5, “£5m deal”, [0–∞), “§ 433 BGB”, 20 °C, –5 °C',
  'Ø½ Zoll, Ø±0,1, 2×½, √π, ≈π, √±2, √∑(x), ÷≠0',
  'Żółć, „zażółć gęślą jaźń”, Łódź – ó”',
  'BASIC: łódka, șarpe »țară«, đường, ẩm thực',
  'Faÿ-aux-Loges, L’HAŸ-LES-ROSES, cœur, nœud, Œuvre',
])('people write: %s', (text) => {
  expect(repaired(text)).toBe(text)
})

test.each([
  ['Login â†’ Dashboard', 'Login → Dashboard'],
  ['Dashboardâ†’Reviews', 'Dashboard→Reviews'],
  ['Boardâ†–Left', 'Board↖Left'],
  ['doneâ›” now, doneâ”› now', 'done⛔ now, done┛ now'],
  ['pi√π', 'più'],
  ['UPTIME: ‚â•99.9%', 'UPTIME: ≥99.9%'],
  ['Login ‚Üí Dashboard', 'Login → Dashboard'],
  ['it‚Äôs ‚ÄúHello‚Äù', 'it’s “Hello”'],
  ['Reach Ã— Impact', 'Reach × Impact'],
  ['10 √∑ 2', '10 ÷ 2'],
  ['Â© 2024, 5Â°C', '© 2024, 5°C'],
  ['one.Â\xa0 Two', 'one.\xa0 Two'],
  ['â›” Stop, â€” wait', '⛔ Stop, — wait'],
  ['BucureÈ™ti, Bucure»ôti', 'București, București'],
])('nobody writes: %s', (damaged, text) => {
  expect(repaired(damaged)).toBe(text)
})
