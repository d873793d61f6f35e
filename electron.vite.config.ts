import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { build, type Plugin } from 'vite'

// Native modules and nothing else stay outside the bundle: one file starts faster than three hundred.
const native = ['electron', 'better-sqlite3', 'keytar']

/** The program that clients start over stdio: one file that Node runs alone, wherever it is copied to. */
const stdioProgram: Plugin = {
  name: 'stdio-program',
  async closeBundle() {
    await build({
      configFile: false,
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: {
        ssr: 'main/cli/gatehouse-mcp.ts',
        outDir: 'out/cli',
        target: 'node20',
        minify: true,
        rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
      },
    })
  },
}

export default defineConfig({
  main: {
    plugins: [stdioProgram],
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
