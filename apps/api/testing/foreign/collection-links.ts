import { ChangeCollectionLink, DefineIndicator, OpenCollectionLink } from '@maillage/features/indicators';
import type { MadeCommunity } from '@maillage/features/testing';
import type { TestApp } from '../test-app';
import type { Foreign } from './foreign';
import { sampleIndicator } from './indicators';

let made = 0;

async function link(app: TestApp, { coordinator }: MadeCommunity): Promise<{ id: string; indicatorId: string; token: string }> {
  made += 1;
  const indicatorId = await app.get(DefineIndicator).create(coordinator, { ...sampleIndicator, code: `LIEN-${made}` });
  const id = app.db.ids.next();
  const asked = { recipient: 'Pharmacie du Marché', email: null, indicatorIds: [indicatorId], periods: ['2026-Q3'], from: null, expiresOn: '2026-12-31', showPrevious: false };
  const { address } = await app.get(ChangeCollectionLink).create(coordinator, { id, ...asked, send: false });
  return { id, indicatorId, token: new URL(address ?? '').hash.slice(1) };
}

async function contribution(app: TestApp, community: MadeCommunity): Promise<{ id: string; token: string }> {
  const { indicatorId, token } = await link(app, community);
  const given = { id: app.db.ids.next(), seen: null, indicatorId, periodKey: '2026-Q3', value: 4 };
  return { ...(await app.get(OpenCollectionLink).contribute({ token, address: '192.0.2.1' }, given)), token };
}

/** What collection links name in addresses. */
export const collectionLinksForeign: Foreign = {
  makers: {
    collectionLinkId: async (app, community) => (await link(app, community)).id,
    contributionId: async (app, community) => (await contribution(app, community)).id,
    contributionFileId: async (app, community) => {
      const { id, token } = await contribution(app, community);
      const file = { name: 'feuille.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') };
      const joined = await app.get(OpenCollectionLink).addFile({ token, address: '192.0.2.1' }, id, file);
      return { contributionId: id, contributionFileId: joined.id };
    },
  },
  bodies: {
    'POST /api/collection-links/{collectionLinkId}/renewal': { revision: 1, expiresOn: '2027-01-31', send: false },
    'POST /api/collection-links/{collectionLinkId}/revocation': { revision: 1 },
  },
};
