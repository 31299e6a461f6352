import {
  checkContribution, checkEvidence, checkReplacement, collectionLinkLimits, collectionLinkState, collectionTokenPattern, linkPeriods, refuseHeavy, requireWaiting,
} from '@maillage/domain/indicators';
import { DomainError, found, formatPeriod, type Uuid } from '@maillage/domain/kernel';
import { audit } from '@maillage/features/community';
import { hashToken, Throttle } from '@maillage/features/identity';
import { Clock, DirectoryDb, Files, FileTooLarge, TenantDb, type StoredBytes, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import type { ProofFile } from '../proofs/attach-evidence';
import { closedToLinks, readLinkPage, type LinkPage } from './collection-link.queries';
import { countUse, hasToken, loadCollectionLink, ownerOfLink, type StoredCollectionLink } from './collection-link.store';
import { labelOf } from '../definition/define-indicator';
import { readContent } from '../proofs/evidence-content';
import { holdLocks, loadLockGround } from '../validation/lock.store';
import { indicatorFacts, momentOf, type IndicatorFacts } from '../values/facts';
import { loadIndicator } from '../definition/indicator.store';
import {
  bytesOfLink, insertContribution, joinFiles, lastContribution, loadContribution, settleContribution, type StoredContribution,
} from './link-contribution.store';

/** Who knocks: the secret of a link, and the network address it comes from. */
export interface Knock {
  token: string;
  address: string;
}

/** What someone gives through a link. */
export interface ContributionInput {
  /** Made by the page: sent twice, it is written once. */
  id: Uuid;
  /** The answer that was on screen; null where there was none. */
  seen: Uuid | null;
  indicatorId: Uuid;
  periodKey: string;
  numerator?: number | null;
  denominator?: number | null;
  value?: number | null;
  comment?: string | null;
  /** Files of the answer before that this one keeps. */
  keptFiles?: readonly Uuid[];
}

/** A link that works, with the moment it is used at. */
interface Opened {
  link: StoredCollectionLink;
  communityId: string;
  facts: IndicatorFacts;
}

/**
 * What is done with a collection link, without an account. A link that is unknown, expired or revoked gets one answer, the same for
 * the three, and counts against the network address; one that works is limited by itself.
 */
@Injectable()
export class OpenCollectionLink {
  constructor(
    private readonly db: TenantDb,
    private readonly directory: DirectoryDb,
    private readonly clock: Clock,
    private readonly throttle: Throttle,
    private readonly files: Files,
  ) {}

  /** What the link asks for, and what was already answered through it. */
  async view(knock: Knock): Promise<LinkPage> {
    return this.through(knock, (tx, { link, communityId, facts }) => readLinkPage(tx, communityId, link, facts, this.clock.now()));
  }

  /** Writes an answer down: it waits to be accepted, in place of the one before if it still waited. */
  async contribute(knock: Knock, input: ContributionInput): Promise<{ id: Uuid }> {
    return this.through(knock, async (tx, { link, communityId, facts }) => {
      const already = await loadContribution(tx, input.id);
      if (already) return { id: found(already.linkId === link.id ? already : null).id };
      if (!link.indicatorIds.includes(input.indicatorId)) throw new DomainError('not-found');
      const indicator = await loadIndicator(tx, input.indicatorId);
      const period = found(linkPeriods(indicator, link, facts).find(({ key }) => key === input.periodKey));
      await holdLocks(tx, communityId, 'to-write-values');
      const now = this.clock.now();
      if (closedToLinks(await loadLockGround(tx, now), indicator.id, period, now)) throw new DomainError('period-locked', { period: formatPeriod(period) });
      const recorded = checkContribution(indicator, input, momentOf(this.clock, facts));
      const before = await lastContribution(tx, link.id, indicator.id, period.key);
      checkReplacement(before, input.seen);
      if (before?.status === 'received') await settleContribution(tx, before.id, { status: 'replaced' }, { personId: null, at: now });
      await insertContribution(tx, { id: input.id, linkId: link.id, indicatorId: indicator.id }, recorded, now);
      const kept = (before?.files ?? []).filter(({ id }) => input.keptFiles?.includes(id));
      await joinFiles(tx, input.id, kept.map(({ id }) => id), now);
      await audit(tx, { communityId, personId: null }, {
        act: 'contribution.received',
        subjectType: 'indicator',
        subjectId: indicator.id,
        label: `${labelOf(indicator)} · ${formatPeriod(period)}`,
        before: before?.status === 'received' ? figuresOf(before) : null,
        after: { recipient: link.recipient, ...figuresOf(recorded) },
        at: now,
      });
      return { id: input.id };
    });
  }

  /** Joins a file to an answer that waits; the same bytes again change nothing. The id of the file comes back. */
  async addFile(knock: Knock, contributionId: Uuid, file: ProofFile): Promise<{ id: Uuid }> {
    // Whether it may be joined comes before its bytes are kept: nothing is kept for who may not.
    await this.through(knock, (tx, { link }) => this.waiting(tx, link, contributionId));
    const { stored, checked } = await this.keep(file);
    return this.through(knock, async (tx, { link }) => {
      const { files } = await this.waiting(tx, link, contributionId, true);
      const same = files.find(({ hash }) => hash === stored.hash);
      if (same) return { id: same.id };
      if (files.length >= collectionLinkLimits.files) throw new DomainError('too-many', { label: 'Fichiers', max: collectionLinkLimits.files });
      const all = (await bytesOfLink(tx, link.id)) + stored.size;
      if (all > collectionLinkLimits.allBytes) throw new DomainError('evidence-refused', { rule: 'ce lien a déjà reçu beaucoup de fichiers. Adressez-les à la coordination' });
      const id = await this.files.record(tx, stored, checked);
      await joinFiles(tx, contributionId, [id], this.clock.now());
      return { id };
    });
  }

  private async waiting(tx: Tx, link: StoredCollectionLink, contributionId: Uuid, lock = false): Promise<StoredContribution> {
    const contribution = await loadContribution(tx, contributionId, lock);
    const own = found(contribution?.linkId === link.id ? contribution : null);
    requireWaiting(own);
    return own;
  }

  private async keep(file: ProofFile): Promise<{ stored: StoredBytes; checked: { name: string; mediaType: string } }> {
    let checked = { name: '', mediaType: '' };
    try {
      const stored = await this.files.put(file.bytes, {
        maxBytes: collectionLinkLimits.fileBytes,
        examine: async (path, { size }) => {
          checked = checkEvidence({ name: file.name, size }, await readContent(path));
        },
      });
      return { stored, checked };
    } catch (error) {
      if (error instanceof FileTooLarge) refuseHeavy(collectionLinkLimits.fileBytes);
      throw error;
    }
  }

  /** Opens the link and works in its community, the link held: two answers at once come one after the other. */
  private async through<T>({ token, address }: Knock, work: (tx: Tx, opened: Opened) => Promise<T>): Promise<T> {
    const hash = hashToken(token);
    const owner = collectionTokenPattern.test(token) ? await this.directory.run((tx) => ownerOfLink(tx, hash)) : null;
    const done = owner && (await this.db.run(owner.communityId, (tx) => this.opened(tx, owner, hash, work)));
    if (done) return done.result;
    await this.throttle.count({ purpose: 'collection', account: address, address });
    throw new DomainError('collection-link-closed');
  }

  private async opened<T>(tx: Tx, { communityId, linkId }: { communityId: string; linkId: string }, hash: Buffer, work: (tx: Tx, opened: Opened) => Promise<T>): Promise<{ result: T } | null> {
    const link = await loadCollectionLink(tx, linkId, true);
    const facts = await indicatorFacts(tx, communityId, this.clock);
    if (!link || collectionLinkState(link, facts.today) !== 'open' || !(await hasToken(tx, linkId, hash))) return null;
    const { uses, seconds } = await countUse(tx, linkId, this.clock.now());
    if (uses > collectionLinkLimits.uses) throw new DomainError('too-many-attempts', { door: 'collection-link', seconds });
    return { result: await work(tx, { link, communityId, facts }) };
  }
}

const figuresOf = ({ numerator, denominator, value, comment }: Pick<StoredContribution, 'numerator' | 'denominator' | 'value' | 'comment'>): object => ({
  numerator, denominator, value, comment,
});
