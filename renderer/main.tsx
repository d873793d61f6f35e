import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { listenToHub, loadFirst } from './state/events.ts'

const root = document.querySelector('#root')
if (root === null) throw new Error('index.html has no #root')

listenToHub()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
loadFirst()
