import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { language } from './language.ts'
import { listenToHub, loadFirst } from './state/events.ts'
import { showThemeOfAddress } from './state/preferences.ts'

const root = document.querySelector('#root')
if (root === null) throw new Error('index.html has no #root')

document.documentElement.lang = language
showThemeOfAddress()
listenToHub()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
loadFirst()
