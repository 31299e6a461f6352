/** The nonce the server wrote in this page for its own styles; empty in development, where the mark was not replaced. */
export function cspNonce(): string {
  const value = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
  return value.startsWith('__') ? '' : value;
}
