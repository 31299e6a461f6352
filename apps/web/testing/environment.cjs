const { TestEnvironment } = require('jest-environment-jsdom');

/** Node's Request, without the signals of jsdom, which it does not know: the stand-in for the server answers at once anyway. */
class BrowserRequest extends globalThis.Request {
  constructor(input, init) {
    super(input, init?.signal ? { ...init, signal: undefined } : init);
  }
}

/** jsdom with what a browser has and jsdom leaves out, taken from Node. */
module.exports = class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    const names = ['fetch', 'Response', 'Headers', 'FormData', 'Blob', 'File', 'TextEncoder', 'TextDecoder', 'ReadableStream', 'structuredClone'];
    for (const name of names) this.global[name] ??= globalThis[name];
    this.global.Request ??= BrowserRequest;
  }
};
