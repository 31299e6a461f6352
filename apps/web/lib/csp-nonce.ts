/** The nonce the server wrote in this page for its own styles; empty in development, where the mark was not replaced. */
export function cspNonce(): string {
  const value = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
  return value.startsWith('__') ? '' : value;
}

/** Hands the nonce to the scroll lock of dialogs, which reads it where bundlers of another kind put it. */
export function shareNonce(): void {
  const nonce = cspNonce();
  if (nonce) Object.assign(window, { __webpack_nonce__: nonce });
}
