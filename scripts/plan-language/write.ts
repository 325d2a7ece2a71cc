import { readFileSync, writeFileSync } from 'node:fs'
import { manualPage, schemaFile, schemaText } from './pages.ts'
import { filledManual } from './reference.ts'

writeFileSync(manualPage, filledManual(readFileSync(manualPage, 'utf8')))
writeFileSync(schemaFile, schemaText())
