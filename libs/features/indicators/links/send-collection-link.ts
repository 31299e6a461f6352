import { collectionLinkState } from '@maillage/domain/indicators';
import { communityTitle } from '@maillage/domain/community';
import { found } from '@maillage/domain/kernel';
import { audit, settingsOfCommunity } from '@maillage/features/community';
import { hashToken, newToken } from '@maillage/features/identity';
import { Clock, Config, Mail, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { collectionAddress, collectionLinkMail } from './collection-link-mail';
import { giveLinkToken, loadCollectionLink, markLinkSent, type StoredCollectionLink } from './collection-link.store';
import { indicatorFacts } from '../values/facts';
import { loadIndicator } from '../definition/indicator.store';

declare module '@maillage/platform/jobs/job-payloads' {
  interface JobPayloads {
    /** Sends the e-mail of a collection link, as it was when it was asked for. */
    'indicators.send-collection-link': { linkId: string; revision: number };
  }
}

/** Makes the secret of a collection link and sends it. Done twice, the second address replaces the first. */
@Injectable()
export class SendCollectionLink {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly mail: Mail,
  ) {}

  /** Nothing when the link was renewed, revoked or sent meanwhile. */
  async execute(communityId: string, { linkId, revision }: { linkId: string; revision: number }): Promise<void> {
    const ready = await this.db.run(communityId, async (tx) => {
      const { today } = await indicatorFacts(tx, communityId, this.clock);
      const link = await loadCollectionLink(tx, linkId, true);
      if (!link?.email || link.revision !== revision || !link.sending || collectionLinkState(link, today) !== 'open') return null;
      return { to: link.email, message: await this.message(tx, communityId, link) };
    });
    if (!ready) return;
    await this.mail.send({ to: ready.to, ...ready.message });
    await this.db.run(communityId, async (tx) => {
      await markLinkSent(tx, linkId, revision, this.clock.now());
      await audit(tx, { communityId, personId: null }, { act: 'collection-link.sent', subjectType: 'collection-link', subjectId: linkId, label: ready.to });
    });
  }

  private async message(tx: Tx, communityId: string, link: StoredCollectionLink): Promise<ReturnType<typeof collectionLinkMail>> {
    const token = newToken();
    await giveLinkToken(tx, link.id, hashToken(token));
    const names: string[] = [];
    for (const id of link.indicatorIds) names.push((await loadIndicator(tx, id)).name);
    const community = communityTitle(found(await settingsOfCommunity(tx, communityId)));
    const url = collectionAddress(this.config.PUBLIC_URL, token);
    return collectionLinkMail({ url, community, askedBy: link.createdBy, recipient: link.recipient, indicators: names, expiresOn: link.expiresOn });
  }
}
