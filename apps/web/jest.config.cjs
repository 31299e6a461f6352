const path = require('node:path');

const root = path.resolve(__dirname, '../..');

/** Packages published as ES modules only. */
const esmOnly = ['openapi-fetch', 'echarts', 'zrender', '@tabler/icons-react', 'uuid'];

module.exports = {
  displayName: 'web',
  rootDir: __dirname,
  testEnvironment: path.join(__dirname, 'testing/environment.cjs'),
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  setupFilesAfterEnv: [path.join(__dirname, 'testing/setup.ts')],
  transform: {
    '^.+\\.(ts|tsx|mjs|js)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true, dynamicImport: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2023',
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleNameMapper: {
    '\\.module\\.css$': path.join(__dirname, 'testing/class-names.cjs'),
    '\\.css$': path.join(__dirname, 'testing/class-names.cjs'),
    '^@maillage/api-client$': path.join(root, 'libs/api-client/index.ts'),
    // An area by its index: `libs/domain/project` alone would find `libs/domain/project.json`, the tool's file.
    '^@maillage/domain/([a-z-]+)$': path.join(root, 'libs/domain/$1/index.ts'),
    '^@maillage/domain/(.*)$': path.join(root, 'libs/domain/$1'),
  },
  testTimeout: 15_000,
};
