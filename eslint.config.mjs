import { readFileSync } from 'node:fs';
import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The one ordered list of areas: an area imports only those to its left. */
const areas = JSON.parse(readFileSync(new URL('./libs/domain/areas.json', import.meta.url), 'utf8'));

/** Folders cut into areas, with the alias their neighbours use (none for applications: areas there meet by relative path). */
const cutIntoAreas = [
  { folder: 'libs/domain', alias: '@maillage/domain' },
  { folder: 'libs/features', alias: '@maillage/features' },
  { folder: 'apps/api' },
  { folder: 'apps/web/areas' },
];

/** What an area may not import, as `no-restricted-imports` patterns generated from the list. */
function areaRule({ folder, alias }, area) {
  const later = areas.slice(areas.indexOf(area) + 1);
  const others = areas.filter((other) => other !== area);
  const message = `« ${area} » n’importe que les domaines placés avant lui dans libs/domain/areas.json.`;
  return {
    files: [`${folder}/${area}/**/*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...later.map((other) => ({
              regex: `^(\\.\\./)+${other}(/|$)${alias ? `|^${alias}/${other}(/|$)` : ''}|^@maillage/(domain|features)/${other}(/|$)`,
              message,
            })),
            ...(alias
              ? others.map((other) => ({
                  regex: `^(\\.\\./)+${other}(/|$)|^${alias}/${other}/.+`,
                  message: `Un domaine se lit par son index : ${alias}/${other}.`,
                }))
              : []),
          ],
        },
      ],
    },
  };
}

/** Packages a project must not know. */
function bannedPackages(files, names, why) {
  return {
    files,
    ignores: ['**/*.spec.ts', '**/*.spec.tsx'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: names.map((name) => ({ regex: `^${name}(/|$)`, message: why })) },
      ],
    },
  };
}

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.runtime/**', 'libs/api-client/schema.d.ts', 'apps/api/metadata.ts'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    plugins: { '@nx': nx },
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [],
          allowCircularSelfDependency: true,
          enforceBuildableLibDependency: false,
          depConstraints: [
            { sourceTag: 'type:domain', onlyDependOnLibsWithTags: ['type:domain'] },
            { sourceTag: 'type:platform', onlyDependOnLibsWithTags: ['type:platform'] },
            { sourceTag: 'type:features', onlyDependOnLibsWithTags: ['type:features', 'type:platform', 'type:domain'] },
            { sourceTag: 'type:api', onlyDependOnLibsWithTags: ['type:features', 'type:platform', 'type:domain'] },
            { sourceTag: 'type:worker', onlyDependOnLibsWithTags: ['type:features', 'type:platform', 'type:domain'] },
            { sourceTag: 'type:cli', onlyDependOnLibsWithTags: ['type:features', 'type:platform', 'type:domain'] },
            { sourceTag: 'type:api-client', onlyDependOnLibsWithTags: ['type:api-client'] },
            { sourceTag: 'type:web', onlyDependOnLibsWithTags: ['type:api-client', 'type:domain'] },
            { sourceTag: 'type:local', onlyDependOnLibsWithTags: ['type:none'] },
            { sourceTag: 'type:e2e', onlyDependOnLibsWithTags: ['type:none'] },
          ],
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', { max: 6 }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'La configuration se lit dans libs/platform/config.ts.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.name='forwardRef']", message: 'Une dépendance en cercle se défait, elle ne se diffère pas.' },
        { selector: "MemberExpression[object.name='Scope'][property.name='REQUEST']", message: 'Rien ne vit le temps d’une requête : l’acteur se passe en paramètre.' },
      ],
    },
  },
  {
    files: ['libs/platform/config.ts', '**/*.spec.ts', '**/testing/**', 'apps/web/**/*.config.ts', 'e2e/**'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['libs/domain/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Le domaine n’a pas d’horloge : l’instant est un paramètre.' },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Le domaine n’a pas d’horloge : l’instant est un paramètre.' },
        { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Le domaine ne tire rien au hasard.' },
      ],
    },
  },
  bannedPackages(
    ['libs/domain/**/*.ts'],
    ['node:.*', '@nestjs', 'typeorm', 'pg', 'bullmq', 'ioredis', 'react', 'echarts', 'class-validator'],
    'Le domaine n’importe rien : ni base, ni cadre, ni horloge.',
  ),
  bannedPackages(
    ['libs/features/**/*.ts'],
    ['express', 'fastify', '@fastify', '@nestjs/swagger', '@nestjs/platform-.*'],
    'Les cas d’usage ne savent rien de HTTP.',
  ),
  bannedPackages(
    ['apps/web/**/*.{ts,tsx}'],
    ['@nestjs', 'typeorm', 'bullmq', 'ioredis', 'pg', 'class-validator'],
    'L’écran ne sait rien du serveur.',
  ),
  ...cutIntoAreas.flatMap((place) => areas.map((area) => areaRule(place, area))),
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly', console: 'readonly', require: 'readonly', module: 'writable', __dirname: 'readonly', Buffer: 'readonly',
        URL: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', setInterval: 'readonly', clearInterval: 'readonly',
        fetch: 'readonly', AbortController: 'readonly', AbortSignal: 'readonly', performance: 'readonly', setImmediate: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // What the bench runs inside a page.
    files: ['e2e/bench/**/*.{mjs,js}'],
    languageOptions: { globals: { document: 'readonly', window: 'readonly', PerformanceObserver: 'readonly' } },
  },
);
