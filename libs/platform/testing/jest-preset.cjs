/** What every server-side Jest project shares: swc with decorators, the aliases, and the ESM-only packages to compile. */
const path = require('node:path');

const root = path.resolve(__dirname, '../../..');

/** Packages published as ES modules only: Jest on Node 20 cannot require them as they are. */
const esmOnly = [
  '@nestjs', 'file-type', 'strtok3', 'token-types', 'uint8array-extras', '@tokenizer', '@borewit', '@standard-schema',
  'iterare', 'jose', 'nodemailer', 'smtp-server', 'uuid', 'openapi-fetch', 'light-my-request', 'cookie',
];

const swcOptions = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2023',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
};

module.exports = {
  testEnvironment: 'node',
  testMatch: ['**/*.spec.ts'],
  transform: { '^.+\\.(ts|mjs|js)$': ['@swc/jest', swcOptions] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleNameMapper: {
    '^@maillage/platform$': path.join(root, 'libs/platform/index.ts'),
    '^@maillage/features$': path.join(root, 'libs/features/index.ts'),
    '^@maillage/api-client$': path.join(root, 'libs/api-client/index.ts'),
    // An area by its index: `libs/domain/project` alone would find `libs/domain/project.json`, the tool's file.
    '^@maillage/(domain|features)/([a-z-]+)$': path.join(root, 'libs/$1/$2/index.ts'),
    '^@maillage/(domain|platform|features)/(.*)$': path.join(root, 'libs/$1/$2'),
  },
  testTimeout: 30_000,
};
