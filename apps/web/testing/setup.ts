import '@testing-library/jest-dom';
import { cleanup, configure } from '@testing-library/react';

// A page is compiled when a test first opens it: on a busy machine that takes more than the usual second.
configure({ asyncUtilTimeout: 6_000 });

// What a browser does and jsdom does not.
Object.defineProperty(window, 'matchMedia', {
  writable: true,
  value: (query: string) => ({
    matches: query === phoneQuery.current,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => false,
    onchange: null,
  }),
});

/** Set `current` to the phone's media query to test a page as on a phone. */
const phoneQuery: { current: string | null } = { current: null };
Object.assign(globalThis, { phoneQuery });

const readBlob = (blob: Blob): Promise<ArrayBuffer> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsArrayBuffer(blob);
  });
Blob.prototype.arrayBuffer ??= function arrayBuffer(this: Blob) {
  return readBlob(this);
};
Blob.prototype.text ??= async function text(this: Blob) {
  return new TextDecoder().decode(await readBlob(this));
};

class NoResize {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
Object.assign(window, { ResizeObserver: NoResize, scrollTo: () => undefined });
Element.prototype.scrollIntoView = () => undefined;
HTMLCanvasElement.prototype.getContext = () => null;
URL.createObjectURL = () => 'blob:test';
URL.revokeObjectURL = () => undefined;
Object.defineProperty(document, 'fonts', { value: { addEventListener: () => undefined, removeEventListener: () => undefined, ready: Promise.resolve() } });

afterEach(() => {
  cleanup();
  localStorage.clear();
  phoneQuery.current = null;
});
