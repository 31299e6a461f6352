import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = path.resolve(import.meta.dirname, '../..');
const api = 'http://127.0.0.1:3000';

/** What each heavy library weighs is paid only by the pages that show it. */
const chunks = [
  { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
  { name: 'drag', test: /node_modules[\\/]@dnd-kit[\\/]/ },
  { name: 'dates', test: /node_modules[\\/](@mantine[\\/]dates|dayjs)[\\/]/ },
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
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
});
