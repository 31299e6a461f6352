/** Where the person starts. */
export const homeHref = '/';

/** Where the person signs in. */
export const signInPath = '/connexion';

/** The sign-in page that comes back to an address of ours. */
export function signInHref(from: string): string {
  const back = safeReturn(from);
  return back && back !== homeHref ? `${signInPath}?retour=${encodeURIComponent(back)}` : signInPath;
}

/** The address to come back to, when it is one of ours: a path of this site, never another site, never the sign-in itself. */
export function safeReturn(value: unknown): string | undefined {
  if (typeof value !== 'string' || !value.startsWith('/') || value.startsWith('//') || value.startsWith('/\\')) return undefined;
  const address = new URL(value, 'http://maillage.invalid');
  if (address.host !== 'maillage.invalid' || address.pathname === signInPath) return undefined;
  return `${address.pathname}${address.search}${address.hash}`;
}
