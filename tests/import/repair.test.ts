import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { repaired } from '../../src/plans/import/repair.ts'

const document = (name: string) => repaired(readFileSync(`plans/documents/${name}.md`)).split('\n')

describe('the documents that teams have', () => {
  test.each(['bookedbarber', 'drainpro', 'plomberie', 'post-launch', 'schedulo'])('%s keeps its lines', (name) => {
    const lines = readFileSync(`plans/documents/${name}.md`, 'utf8').split('\n')
    expect(document(name)).toHaveLength(lines.length)
    expect(document(name).join('\n')).not.toMatch(/[\ufffd\x80-\x9fâïğðüÃ]/)
  })

  test.each([
    ['drainpro', 1, '# 🔧 MAINTENANCE GUIDE'],
    ['drainpro', 9, '## MAINTENANCE PHILOSOPHY'],
    ['drainpro', 25, '## 📅 DAILY MAINTENANCE TASKS'],
    ['drainpro', 45, 'Login to Business Owner App → Dashboard'],
    ['drainpro', 49, '☐ Forwarding success rate (should be >95%)'],
    ['drainpro', 894, '## SECURITY MAINTENANCE'],
    ['drainpro', 1153, 'Score = (Reach × Impact × Confidence) / Effort'],
    ['drainpro', 1255, '↓ (if not resolved in SLA)'],
    ['plomberie', 16, '## 📅 **DAILY MAINTENANCE** ⏱️ 15-20 minutes'],
    ['plomberie', 399, 'SYSTEM STATUS: ☐ 🟢 All Good  ☐ 🟡 Minor Issues  ☐ 🔴 Critical'],
    ['plomberie', 490, 'UPTIME: ≥ 99.9%'],
    ['plomberie', 531, '## ✅ **MAINTENANCE BEST PRACTICES**'],
    ['plomberie', 542, '- ❌ Skip scheduled maintenance'],
    ['bookedbarber', 12, '## 🕐 Post-Launch Timeline Overview'],
    ['bookedbarber', 28, '## 📊 T+0 to T+7 Days: Immediate Stabilization'],
    ['bookedbarber', 386, '## 🎯 T+1 to T+3 Months: Strategic Growth'],
    ['bookedbarber', 493, '## 🚨 Issue Resolution Framework'],
  ])('%s, line %i', (name, line, expected) => {
    expect(document(name)[line - 1]).toBe(expected)
  })
})
