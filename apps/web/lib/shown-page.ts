import { PAGE_HEADER } from '@maillage/domain/identity';

let read: () => string | null = () => null;

/** Says how to know whose page is on screen; the application does it once, when it makes its memory. */
export function knowShownPage(how: () => string | null): void {
  read = how;
}

/** Names on a request what the page shows. Not on those about the session itself: they are how a tab catches up. */
export function nameShownPage(request: Request): Request {
  const stamp = new URL(request.url).pathname.startsWith('/api/session') ? null : read();
  if (stamp !== null) request.headers.set(PAGE_HEADER, stamp);
  return request;
}
