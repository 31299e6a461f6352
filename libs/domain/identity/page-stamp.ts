/** The header in which a page says what it shows. */
export const PAGE_HEADER = 'x-maillage-page';

/**
 * Whose page it is, and of which community, in one word. A tab left open while another one signed in or changed community shows
 * something else than the session: its requests are refused by this word. It gives no right; the session alone does.
 */
export const pageStamp = (page: { personId: string; communityId: string | null }): string =>
  [page.personId, page.communityId ?? ''].map((id) => id.slice(-12)).join('.');
