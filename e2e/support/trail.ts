import type { Page } from '@playwright/test';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

/** What a walk through the pages of a community leaves: the addresses that name something of it. */
export class Trail {
  private readonly asked = new Set<string>();
  private readonly linked = new Set<string>();

  constructor(private readonly page: Page) {
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (request.method() === 'GET' && pathname.startsWith('/api/') && uuid.test(pathname)) this.asked.add(pathname + search);
    });
  }

  /** Notes every address written in the page in sight. */
  async note(): Promise<void> {
    const hrefs = await this.page.locator('a[href]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    for (const href of hrefs) if (href.startsWith('/') && uuid.test(href)) this.linked.add(href);
  }

  /** Addresses of the API and of files. */
  get doors(): string[] {
    return [...this.asked, ...[...this.linked].filter((href) => href.startsWith('/api/'))];
  }

  /** Pages, one of each kind. */
  get pages(): string[] {
    const kinds = new Map(
      [...this.linked]
        .filter((href) => !href.startsWith('/api/'))
        .map((href) => [href.replace(new RegExp(uuid, 'g'), '*').replace(/\/valeurs\/.*|\?.*/, ''), href]),
    );
    return [...kinds.values()];
  }

  /** A page of this kind that was linked to. */
  find(kind: RegExp): string {
    const found = [...this.linked].find((href) => kind.test(href));
    if (!found) throw new Error(`Aucun lien ${kind.source} n’a été vu.`);
    return found;
  }
}
