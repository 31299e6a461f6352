import { checkCollectionLink, checkExpiry, collectionLinkState, type CollectionLinkInput } from '@maillage/domain/indicators';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { type Day, DomainError, ensure, formatPeriod, found, parsePeriod, type PeriodCalendar } from '@maillage/domain/kernel';
import { audit, requireRevision } from '@maillage/features/community';
import { hashToken, newToken } from '@maillage/features/identity';
import { Clock, Config, Jobs, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { collectionAddress } from './collection-link-mail';
import {
  dropLinkToken, giveLinkToken, insertCollectionLink, loadCollectionLink, renewCollectionLink, revokeCollectionLink, type StoredCollectionLink,
} from './collection-link.store';
import { indicatorFacts } from '../values/facts';
import { loadIndicators, type Writing } from '../definition/indicator.store';

/** A link to make; the id comes from the form: sent twice, it is made once. */
export interface NewCollectionLink extends CollectionLinkInput {
  id: string;
  /** Sent by e-mail; otherwise its address is told once. */
  send: boolean;
}

/** What is told of a link just made or renewed: its address, once; null when it leaves by e-mail, or was already told. */
export interface MadeCollectionLink {
  id: string;
  address: string | null;
}

/** Makes, renews and revokes the links by which someone without an account gives values. */
@Injectable()
export class ChangeCollectionLink {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly jobs: Jobs,
  ) {}

  /** A new link, limited to these indicators and periods, until its day. */
  async create(actor: Actor, { id, send, ...given }: NewCollectionLink): Promise<MadeCollectionLink> {
    requireRight(actor, 'indicators.write');
    return this.db.run(actor.communityId, async (tx) => {
      const { today, calendar } = await indicatorFacts(tx, actor.communityId, this.clock);
      const indicators = await loadIndicators(tx, { archived: true });
      const link = checkCollectionLink(given, indicators, { today, calendar });
      requireEmail(link, send);
      const by = this.by(actor);
      if (!(await insertCollectionLink(tx, id, link, send, by))) return { id, address: null };
      await audit(tx, actor, { act: 'collection-link.created', ...about({ id, ...link }), after: told(link, indicators, calendar), at: by.at });
      return { id, address: await this.hand(tx, id, 1, send) };
    });
  }

  /** A new address in place of the one before, which works no more, until a new day. What was answered stays. */
  async renew(actor: Actor, seen: { id: string; revision: number }, { expiresOn, send }: { expiresOn: Day; send: boolean }): Promise<MadeCollectionLink> {
    requireRight(actor, 'indicators.write');
    return this.db.run(actor.communityId, async (tx) => {
      const { today, timeZone } = await indicatorFacts(tx, actor.communityId, this.clock);
      const link = await this.seen(tx, seen, timeZone);
      ensure(collectionLinkState(link, today) !== 'revoked', 'already-done');
      const until = checkExpiry(expiresOn, today);
      requireEmail(link, send);
      const by = this.by(actor);
      await renewCollectionLink(tx, link.id, { expiresOn: until, sending: send }, by);
      await audit(tx, actor, { act: 'collection-link.renewed', ...about(link), before: { expiresOn: link.expiresOn }, after: { expiresOn: until }, at: by.at });
      return { id: link.id, address: await this.hand(tx, link.id, link.revision + 1, send) };
    });
  }

  /** The link works no more, at once and for good. What was answered stays. */
  async revoke(actor: Actor, seen: { id: string; revision: number }): Promise<void> {
    requireRight(actor, 'indicators.write');
    await this.db.run(actor.communityId, async (tx) => {
      const { timeZone } = await indicatorFacts(tx, actor.communityId, this.clock);
      const link = await this.seen(tx, seen, timeZone);
      ensure(link.revokedAt === null, 'already-done');
      const by = this.by(actor);
      await revokeCollectionLink(tx, link.id, by);
      await dropLinkToken(tx, link.id);
      await audit(tx, actor, { act: 'collection-link.revoked', ...about(link), at: by.at });
    });
  }

  private async seen(tx: Tx, { id, revision }: { id: string; revision: number }, timeZone: string): Promise<StoredCollectionLink> {
    const link = found(await loadCollectionLink(tx, id, true));
    await requireRevision(tx, link, revision, { expiresOn: link.expiresOn }, timeZone);
    return link;
  }

  /** The address, told once; or its e-mail, whose job makes the secret: it is nowhere but in that message. */
  private async hand(tx: Tx, linkId: string, revision: number, send: boolean): Promise<string | null> {
    if (send) {
      await dropLinkToken(tx, linkId);
      await this.jobs.enqueue(tx, 'indicators.send-collection-link', { linkId, revision }, { subject: linkId });
      return null;
    }
    const token = newToken();
    await giveLinkToken(tx, linkId, hashToken(token));
    return collectionAddress(this.config.PUBLIC_URL, token);
  }

  private by(actor: Actor): Writing {
    return { personId: actor.personId, at: this.clock.now() };
  }
}

function requireEmail({ email }: Pick<CollectionLinkInput, 'email'>, send: boolean): void {
  if (send && email === null) throw new DomainError('text-missing', { label: 'Adresse électronique' });
}

const about = ({ id, recipient }: { id: string; recipient: string }) => ({ subjectType: 'collection-link', subjectId: id, label: recipient });

function told(link: CollectionLinkInput, indicators: readonly { id: string; code: string }[], calendar: PeriodCalendar): object {
  const codes = indicators.filter(({ id }) => link.indicatorIds.includes(id)).map(({ code }) => code);
  const { recipient, email, expiresOn, from } = link;
  const periods = link.periods?.map((key) => formatPeriod(parsePeriod(key, calendar))) ?? null;
  return { recipient, email, indicators: codes, periods, from, expiresOn };
}
