const preset = require('../../libs/platform/testing/jest-preset.cjs');

module.exports = { ...preset, displayName: 'features', rootDir: __dirname };
