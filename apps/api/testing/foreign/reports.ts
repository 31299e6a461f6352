import { DeliverReport, PublicationQueries, ReportQueries, SendReport } from '@maillage/features/reports';
import { makeRecipient, makeReport, makeReportable, seenReport, type MadeCommunity } from '@maillage/features/testing';
import type { TestApp } from '../test-app';
import type { Foreign } from './foreign';

/** What a community was asked for, once: several routes name the same report. */
const made = new WeakMap<MadeCommunity, Promise<{ reportId: string; deliveryId: string }>>();

/** A report on its way to a recipient: no server takes it, so the sending has failed. */
async function make(app: TestApp, community: MadeCommunity): Promise<{ reportId: string; deliveryId: string }> {
  await makeReportable(app, community);
  await makeRecipient(app, community);
  const reportId = await makeReport(app, community, 'approved');
  await app.get(SendReport).execute(community.coordinator, await seenReport(app, community, reportId));
  const pass = { communityId: community.id, reportId, runId: app.db.ids.next() };
  await app.get(DeliverReport).execute(pass, async () => undefined, new AbortController().signal);
  const [delivery] = (await app.get(ReportQueries).page(community.coordinator, reportId)).deliveries;
  if (!delivery) throw new Error('The report was not handed over.');
  return { reportId, deliveryId: delivery.id };
}

function sending(app: TestApp, community: MadeCommunity): Promise<{ reportId: string; deliveryId: string }> {
  const known = made.get(community) ?? make(app, community);
  made.set(community, known);
  return known;
}

let addresses = 0;

/** What this area names in addresses. */
export const reportsForeign: Foreign = {
  makers: {
    // Names nothing by itself: the report before it is the community's.
    format: async () => 'pdf',
    reportId: async (app, community) => (await sending(app, community)).reportId,
    deliveryId: sending,
    recipientId: async (app, community) => makeRecipient(app, community, { email: `destinataire-${(addresses += 1)}@exemple.fr` }),
    publicationId: async (app, community) => {
      const { reportId, deliveryId } = await sending(app, community);
      const read = () => app.get(PublicationQueries).list(community.coordinator);
      if ((await read()).length === 0) {
        // The recipient says that it arrived after all.
        await app.db.peek(`update delivery set status = 'uncertain' where id = $1`, [deliveryId]);
        await app.get(SendReport).confirmReceived(community.coordinator, reportId, deliveryId);
      }
      const [publication] = await read();
      if (!publication) throw new Error('Nothing was published.');
      return publication.id;
    },
  },
  bodies: {
    'POST /api/reports': { periodKey: '2026-Q3' },
    'POST /api/report-recipients': { kind: 'ars', name: 'ARS', email: 'ars@exemple.fr' },
    'PUT /api/report-recipients/{recipientId}': { kind: 'ars', name: 'ARS', email: 'nouvelle@exemple.fr', revision: 1 },
    'PUT /api/report-schedule': { enabled: true, day: 3, revision: 0 },
  },
};
