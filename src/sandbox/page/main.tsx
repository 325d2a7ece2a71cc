import { render } from 'preact'
import { dayKey } from '../reading/dates.ts'
import { App } from './chrome/App.tsx'

const root = document.getElementById('page')
if (root) render(<App />, root)

// The first date of a page takes some twenty milliseconds, which are free while the workspace is on its way.
dayKey(Date.now(), 'UTC')
