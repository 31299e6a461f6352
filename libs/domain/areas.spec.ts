import { execFileSync } from 'node:child_process';
import path from 'node:path';
import areas from './areas.json';

const root = path.resolve(__dirname, '../..');
const tags = '@nx/enforce-module-boundaries';
const order = 'no-restricted-imports';
const packages = '@typescript-eslint/no-restricted-imports';

/** Name, file the text is planted in, text, rule expected to be red (none: green). */
const plants: [name: string, file: string, code: string, rule: string | null][] = [
  ['domain imports features', 'libs/domain/project/planted.ts', "export * from '@maillage/features/project';", tags],
  ['domain imports platform', 'libs/domain/project/planted.ts', "export * from '@maillage/platform';", tags],
  ['platform imports domain', 'libs/platform/planted.ts', "export * from '@maillage/domain/project';", tags],
  ['web imports features', 'apps/web/areas/project/planted.ts', "export * from '@maillage/features/project';", tags],
  ['web imports platform', 'apps/web/lib/planted.ts', "export * from '@maillage/platform';", tags],
  ['e2e imports features', 'e2e/planted.ts', "export * from '@maillage/features';", tags],
  ['an earlier area imports a later one (domain, alias)', 'libs/domain/project/planted.ts', "export * from '@maillage/domain/reports';", order],
  ['an earlier area imports a later one (domain, path)', 'libs/domain/project/planted.ts', "export * from '../indicators';", order],
  ['an earlier area imports a later one (features)', 'libs/features/community/planted.ts', "export * from '@maillage/features/project';", order],
  ['an earlier area imports a later rule', 'libs/features/community/planted.ts', "export * from '@maillage/domain/project';", order],
  ['an earlier area imports a later one (api)', 'apps/api/project/planted.ts', "export * from '../reports/reports.dto';", order],
  ['an earlier area imports a later one (web)', 'apps/web/areas/project/planted.ts', "export * from '../reports/routes';", order],
  ['an area reads another one past its index', 'libs/features/reports/planted.ts', "export * from '@maillage/features/project/action.row';", order],
  ['a later area imports an earlier one', 'libs/features/reports/planted.ts', "export * from '@maillage/features/project';", null],
  ['features import the rules of their area', 'libs/features/reports/planted.ts', "export * from '@maillage/domain/reports';", null],
  ['a clock in a rule', 'libs/domain/project/planted.ts', 'export const now = new Date();', 'no-restricted-syntax'],
  ['chance in a rule', 'libs/domain/project/planted.ts', 'export const chance = Math.random();', 'no-restricted-syntax'],
  ['a database in a rule', 'libs/domain/project/planted.ts', "export * from 'typeorm';", packages],
  ['HTTP in a use case', 'libs/features/project/planted.ts', "export * from 'fastify';", packages],
  ['the server in the screen', 'apps/web/lib/planted.ts', "export * from 'typeorm';", packages],
  ['the environment read anywhere', 'libs/features/project/planted.ts', 'export const url = process.env.DATABASE_URL;', 'no-restricted-properties'],
];

describe('the walls of the house', () => {
  let broken: string[][];

  beforeAll(() => {
    const env = { ...process.env, NX_DAEMON: 'false', NX_NO_CLOUD: 'true' };
    // Without a cached project graph the Nx rule skips in silence: build it first.
    execFileSync('npx', ['nx', 'show', 'projects'], { cwd: root, env });
    const input = JSON.stringify(plants.map(([, file, code]) => ({ file, code })));
    broken = JSON.parse(execFileSync('node', ['apps/local/lint-text.mjs'], { cwd: root, env, input, encoding: 'utf8' })) as string[][];
  }, 120_000);

  it('keeps the twelve areas in their order', () => {
    expect(areas).toEqual([
      'identity', 'community', 'members', 'contract', 'project', 'meetings', 'activity', 'indicators', 'money', 'review', 'steering', 'reports',
    ]);
  });

  it.each(plants.map(([name, , , rule], index) => ({ name, rule, index })))('$name: $rule', ({ rule, index }) => {
    if (rule === null) expect(broken[index]).toEqual([]);
    else expect(broken[index]).toContain(rule);
  });
});
