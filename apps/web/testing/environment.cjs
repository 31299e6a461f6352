const { TestEnvironment } = require('jest-environment-jsdom');

/** jsdom with what a browser has and jsdom leaves out, taken from Node. */
module.exports = class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    const names = ['fetch', 'Request', 'Response', 'Headers', 'FormData', 'Blob', 'File', 'TextEncoder', 'TextDecoder', 'ReadableStream', 'AbortController', 'AbortSignal', 'structuredClone'];
    for (const name of names) {
      if (globalThis[name] && (this.global[name] === undefined || name === 'AbortController' || name === 'AbortSignal')) this.global[name] = globalThis[name];
    }
  }
};
