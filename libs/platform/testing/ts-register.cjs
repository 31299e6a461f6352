/** Lets a child process of a test run TypeScript: `node -r ts-register.cjs script.ts`. Same compiler and aliases as Jest. */
const Module = require('node:module');
const path = require('node:path');
const { transformFileSync } = require('@swc/core');
const { transform, moduleNameMapper } = require('./jest-preset.cjs');

const [, swcOptions] = Object.values(transform)[0];

require.extensions['.ts'] = (module, file) => {
  module._compile(transformFileSync(file, { ...swcOptions, swcrc: false, configFile: false }).code, file);
};

const resolve = Module._resolveFilename;
Module._resolveFilename = function resolveAlias(request, ...rest) {
  for (const [pattern, target] of Object.entries(moduleNameMapper)) {
    const match = new RegExp(pattern).exec(request);
    if (match) return resolve.call(this, path.normalize(target.replace(/\$(\d)/g, (_, index) => match[index])), ...rest);
  }
  return resolve.call(this, request, ...rest);
};
