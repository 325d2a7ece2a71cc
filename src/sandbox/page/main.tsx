import { render } from 'preact'
import { App } from './chrome/App.tsx'

const root = document.getElementById('page')
if (root) render(<App />, root)
