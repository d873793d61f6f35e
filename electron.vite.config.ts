import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Native modules and nothing else stay outside the bundle: one file starts faster than three hundred.
const native = ['electron', 'better-sqlite3', 'keytar']

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      target: 'node20',
      minify: true,
      rolldownOptions: { input: { index: 'main/index.ts' }, external: native },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      target: 'node20',
      rolldownOptions: {
        input: { index: 'preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
        external: ['electron'],
      },
    },
  },
  renderer: {
    root: 'renderer',
    publicDir: '../registry/icons',
    plugins: [react()],
    build: { minify: true, rolldownOptions: { input: { index: 'renderer/index.html' } } },
  },
})
