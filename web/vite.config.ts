import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = process.env['KINDLING_API'] ?? 'http://127.0.0.1:8000'

/** Two builds: the browser's, and with `--ssr` the one that the API process renders first paints with. */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), tailwindcss()],
  define: isSsrBuild ? { 'process.env.NODE_ENV': '"production"' } : {},
  build: {
    manifest: isSsrBuild ? false : 'manifest.json',
    emptyOutDir: !isSsrBuild,
    target: 'baseline-widely-available',
    // Fonts and pictures stay files: the policy of the pages allows no data: fonts.
    assetsInlineLimit: 0,
    copyPublicDir: !isSsrBuild,
    rolldownOptions: isSsrBuild
      ? {}
      : {
          input: ['index.html', 'src/boot.ts'],
          output: {
            // What every page needs travels in two files instead of thirty.
            codeSplitting: {
              groups: [
                { name: 'vendor', test: /node_modules\/(react|react-dom|scheduler|@tanstack|openapi-fetch)\// },
                { name: 'app', test: /(web\/src\/(api|app\/(?!NotFound)|components|lib|routing)\/|client\/src\/)/ },
              ],
            },
          },
        },
  },
  // One file without node_modules beside it.
  ssr: { noExternal: true },
  server: { port: 5173, strictPort: false, proxy: { '/api': api, '/web': api, '/health': api } },
}))
