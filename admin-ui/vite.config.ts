import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = fileURLToPath(new URL('.', import.meta.url))

/**
 * The manifest is written for the test that weighs the first load. The nonce placeholder becomes
 * a meta tag and a nonce on each tag; the server puts a fresh value in its place per request.
 */
export default defineConfig({
  root: here,
  base: '/',
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: { outDir: 'dist', emptyOutDir: true, manifest: true, target: 'es2023', chunkSizeWarningLimit: 1200 },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000', '/health': 'http://127.0.0.1:3000' } },
})
