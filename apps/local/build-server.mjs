/**
 * Compiles one server-side project (`libs/domain`, `apps/api`…) to `dist/`, keeping the tree, with swc.
 * Aliases (`@maillage/…`) become relative paths, so that `dist/` runs with Node alone.
 */
import { transformFile } from '@swc/core';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const project = process.argv[2];
if (!project) throw new Error('usage: build-server.mjs <project folder>');

const out = path.join(root, 'dist', project);

/** Specs, test helpers and tool configuration have no place in what runs. */
const skipped = (file) => /(\.spec\.tsx?|jest\.config\.cjs|project\.json|tsconfig(\.house)?\.json)$/.test(file) || /(^|\/)testing\//.test(file);

/** `@maillage/domain/project` as seen from a file of the built tree. */
function relativeTarget(alias, fromFile) {
  const [, lib, rest] = /^@maillage\/([^/]+)(?:\/(.*))?$/.exec(alias);
  const target = path.join('libs', lib, rest ?? 'index');
  const relative = path.relative(path.dirname(fromFile), target);
  return relative.startsWith('.') ? relative : `./${relative}`;
}

async function compile(file) {
  const { code } = await transformFile(path.join(root, file), {
    swcrc: false,
    configFile: false,
    jsc: {
      parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2023',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  });
  const linked = code.replace(/(require\(|import\()"(@maillage\/[^"]+)"/g, (_, call, alias) => `${call}"${relativeTarget(alias, file)}"`);
  const target = path.join(root, 'dist', file.replace(/\.ts$/, '.js'));
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, linked);
}

await rm(out, { recursive: true, force: true });
const entries = await readdir(path.join(root, project), { recursive: true, withFileTypes: true });
const files = entries
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
  .filter((file) => !skipped(file) && !file.includes('node_modules'));

await Promise.all(
  files.map(async (file) => {
    if (file.endsWith('.d.ts')) return;
    if (file.endsWith('.ts')) return compile(file);
    const target = path.join(root, 'dist', file);
    await mkdir(path.dirname(target), { recursive: true });
    await cp(path.join(root, file), target);
  }),
);
