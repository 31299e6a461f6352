import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const api = 'http://127.0.0.1:3000';

/**
 * Libraries that change rarely keep their own files in the browser's cache. Heavy ones (charts, drag and drop, calendar)
 * need no rule: pages reach them by dynamic import, so only who shows them pays.
 */
const chunks = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 1 },
  { name: 'router', test: /node_modules[\\/]@tanstack[\\/]/ },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: {
    alias: [
      // An area by its index: `libs/domain/project` alone would find `libs/domain/project.json`, the tool's file.
      { find: /^@maillage\/domain\/([a-z-]+)$/, replacement: path.join(root, 'libs/domain/$1/index.ts') },
      { find: /^@maillage\/domain\/(.*)$/, replacement: path.join(root, 'libs/domain/$1') },
      { find: /^@maillage\/api-client$/, replacement: path.join(root, 'libs/api-client/index.ts') },
    ],
  },
  server: { port: 5173, proxy: { '/api': { target: api } } },
  build: {
    outDir: path.join(root, 'dist/apps/web'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: { codeSplitting: { groups: chunks } },
      // The kit and the rules do nothing by being imported: a page takes from their index only what it names.
      treeshake: { moduleSideEffects: [{ test: /\/(apps\/web\/(ui|lib|messages)|libs)\/.*\.tsx?$/, sideEffects: false }] },
    },
  },
});
