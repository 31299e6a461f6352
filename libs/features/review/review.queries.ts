import { contractYear, type ContractTerms } from '@maillage/domain/contract';
import { givesSmallAway } from '@maillage/domain/indicators';
import { hasRight, requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, parsePeriod, type Day } from '@maillage/domain/kernel';
import { buildSheet, closingLacks, closingOpensOn, type Lack, type ReviewSheet, type ReviewStatus } from '@maillage/domain/review';
import { settingsOfCommunity } from '@maillage/features/community';
import { contractFacts, type ContractFacts, type ContractYear } from '@maillage/features/contract';
import { everySince, loadFigures, loadIndicators } from '@maillage/features/indicators';
import { type MoneyYear, MoneyQueries } from '@maillage/features/money';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import {
  type Closing,
  loadClosings,
  loadEvents,
  loadLines,
  loadPreparations,
  loadProofs,
  loadProposals,
  loadReviews,
  patientCounts,
  type ReviewEvent,
  type StoredLine,
  type StoredPreparation,
  type StoredProposal,
  type StoredReview,
} from './review.store';
import { hashFrozen, hashSheet } from './seal';

/** A contract year with where its review is. */
export interface ReviewYear extends ContractYear {
  hasTerms: boolean;
  status: ReviewStatus;
}

/** The room of a contract year. */
export interface ReviewRoom {
  /** Number of the year shown; null without a contract. */
  year: number | null;
  years: ReviewYear[];
  status: ReviewStatus;
  /** Of the review as a whole; 0 before its first closing. */
  revision: number;
  /** What the room shows; once closed, exactly what was frozen. null without a contract or without terms for the year. */
  sheet: ReviewSheet | null;
  /** Of what is shown while the review is open: closing wants it back, so that it freezes what was seen. */
  fingerprint: string | null;
  /** How it was closed; null while it is open. `intact`: what is stored still has the hash of that moment. */
  closing: { at: Date; by: string; hash: string; intact: boolean } | null;
  /** First day it may be closed; null without terms. */
  closableFrom: Day | null;
  lacks: Lack[];
  /** Number of the next contract year; null in the last one. */
  nextYear: number | null;
  /** Whether the next year already has its terms: the proposals are then only a record. */
  nextYearHasTerms: boolean;
  /** Revision of what was written of each indicator and action, by code; absent: 0. */
  revisions: { lines: Record<string, number>; proposals: Record<string, number>; preparations: Record<string, number> };
  events: ReviewEvent[];
  today: Day;
  may: { write: boolean };
}

/** What a use case decides from: the room with the rows and the facts behind it. */
export interface ReviewGround {
  facts: ContractFacts;
  year: number;
  terms: ContractTerms;
  sheet: ReviewSheet;
  review: Pick<StoredReview, 'status' | 'revision' | 'closingId' | 'updatedAt' | 'updatedBy'>;
  lines: StoredLine[];
  proposals: StoredProposal[];
  preparations: StoredPreparation[];
  nextYear: number | null;
  nextYearHasTerms: boolean;
}

type Written = Pick<ReviewGround, 'lines' | 'proposals' | 'preparations'>;
const notClosed = { status: 'open' as const, revision: 0, closingId: null, updatedAt: new Date(0), updatedBy: null };

/** Reads of the *dialogue de gestion*. */
@Injectable()
export class ReviewQueries {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly money: MoneyQueries,
  ) {}

  /** The room of a contract year; null looks at the one that runs. Refused outside the contract: `contract-year-outside`. */
  async room(actor: Actor, year: number | null): Promise<ReviewRoom> {
    requireRight(actor, 'review.read');
    return this.db.run(actor.communityId, (tx) => this.roomView(tx, actor, year), { readOnly: true });
  }

  /** The same, inside a transaction. */
  async roomView(tx: Tx, actor: Actor, asked: number | null): Promise<ReviewRoom> {
    const money = await this.money.moneyYear(tx, actor, asked);
    const { year, today } = money;
    const reviews = await loadReviews(tx);
    const years = money.years.map((one): ReviewYear => ({ ...one, status: reviews.find((review) => review.year === one.number)?.status ?? 'open' }));
    const review = reviews.find((one) => one.year === year) ?? notClosed;
    const shell = { year, years, status: review.status, revision: review.revision, today, may: { write: hasRight(actor, 'review.write') } };
    const empty = { sheet: null, fingerprint: null, closing: null, closableFrom: null, lacks: [], nextYear: null, nextYearHasTerms: false };
    const noRevisions = { lines: {}, proposals: {}, preparations: {} };
    if (year === null) return { ...shell, ...empty, revisions: noRevisions, events: [] };
    const events = await loadEvents(tx, year);
    const written = await loadWritten(tx, year);
    const revisions = { lines: revisionsOf(written.lines), proposals: revisionsOf(written.proposals), preparations: revisionsOf(written.preparations) };
    const next = nextYearOf(money);
    if (review.closingId !== null) {
      const [closing] = await loadClosings(tx, [review.closingId]);
      if (closing) return { ...shell, ...empty, ...next, ...frozen(closing, events), revisions, events };
    }
    if (!money.terms || !money.euros) return { ...shell, ...empty, ...next, revisions, events };
    const facts = await contractFacts(tx, actor.communityId, this.clock);
    const sheet = await this.sheet(tx, actor, facts, money, written);
    return {
      ...shell, ...empty, ...next, sheet, revisions, events,
      fingerprint: hashSheet(sheet),
      closableFrom: closingOpensOn(sheet.end),
      lacks: closingLacks(sheet),
    };
  }

  /** What a change of a year's review is decided from. `not-found` where the year has no terms; outside the contract it is refused. */
  async ground(tx: Tx, actor: Actor, year: number): Promise<ReviewGround> {
    const facts = await contractFacts(tx, actor.communityId, this.clock);
    if (!facts.contract) throw new DomainError('not-found');
    contractYear(facts.contract, year);
    const money = await this.money.moneyYear(tx, actor, year);
    if (!money.terms || !money.euros) throw new DomainError('not-found');
    const written = await loadWritten(tx, year);
    const review = (await loadReviews(tx)).find((one) => one.year === year) ?? notClosed;
    return { facts, year, terms: money.terms, sheet: await this.sheet(tx, actor, facts, money, written), review, ...written, ...nextYearOf(money) };
  }

  private async sheet(tx: Tx, actor: Actor, facts: ContractFacts, { euros, terms, termsLabel, links, ...money }: MoneyYear, written: Written): Promise<ReviewSheet> {
    if (!euros || !terms || !facts.contract) throw new DomainError('not-found');
    const { title, demo, maskBelow } = await settingsOfCommunity(tx, actor.communityId);
    const linked = Object.entries(links).flatMap(([code, link]) => (link ? [{ code, id: link.indicatorId }] : []));
    const proofs = await loadProofs(tx, linked.map(({ id }) => id), euros);
    const patients = await patientCounts(tx, linked.map(({ id }) => id));
    const next = nextYearOf(money);
    return buildSheet({
      community: { title, demo, maskBelow },
      contract: { signedOn: facts.contract.signedOn, agreementLabel: facts.agreement.label, termsLabel: termsLabel ?? '' },
      euros,
      terms,
      opensNextYear: next.nextYear !== null && !next.nextYearHasTerms,
      lines: byCode(written.lines, ({ comment, fundRemark, arsRemark, conclusion, agreedCents }) => ({ comment, fundRemark, arsRemark, conclusion, agreedCents })),
      proposals: byCode(written.proposals, ({ content }) => content),
      preparations: byCode(written.preparations, ({ status, personId, personName, dueOn, note }) => ({ status, personId, personName, dueOn, note })),
      links: Object.fromEntries(Object.entries(links).map(([code, link]) => [code, link && { indicatorId: link.indicatorId, indicatorName: link.indicatorName, periodKey: link.periodKey }])),
      fromSmall: await computedFromSmall(tx, links, maskBelow, facts),
      countsPatients: linked.flatMap(({ code, id }) => (patients.includes(id) ? [code] : [])),
      proofs: Object.fromEntries(linked.map(({ code, id }) => [code, proofs.filter(({ indicatorId }) => indicatorId === id).map(({ name: file, hash }) => ({ name: file, hash }))])),
    });
  }
}

/** Codes of the contract indicators whose followed one is computed from a small number of patients. */
async function computedFromSmall(tx: Tx, links: MoneyYear['links'], maskBelow: number, { contract, today }: ContractFacts): Promise<string[]> {
  const indicators = await loadIndicators(tx, { archived: true });
  const calendar = { contractStart: contract?.signedOn ?? null };
  const computed = Object.entries(links).flatMap(([code, link]) => {
    const indicator = indicators.find(({ id, formula }) => id === link?.indicatorId && formula !== null);
    return link?.periodKey && indicator ? [{ code, indicator, period: parsePeriod(link.periodKey, calendar) }] : [];
  });
  if (computed.length === 0) return [];
  const since = computed.map(({ period }) => period.start).sort()[0] ?? today;
  const ground = { indicators, measures: await loadFigures(tx, everySince(since)), maskBelow, today, calendar };
  return computed.filter(({ indicator, period }) => givesSmallAway(indicator, period, ground)).map(({ code }) => code);
}

async function loadWritten(tx: Tx, year: number): Promise<Written> {
  return { lines: await loadLines(tx, year), proposals: await loadProposals(tx, year), preparations: await loadPreparations(tx, year) };
}

function nextYearOf({ year, years }: Pick<MoneyYear, 'year' | 'years'>): Pick<ReviewGround, 'nextYear' | 'nextYearHasTerms'> {
  const next = years.find(({ number }) => year !== null && number === year + 1);
  return { nextYear: next?.number ?? null, nextYearHasTerms: next?.hasTerms ?? false };
}

function frozen({ at, snapshot, hash }: Closing, events: readonly ReviewEvent[]): Pick<ReviewRoom, 'sheet' | 'closing'> {
  const by = events.find((event) => event.act === 'closed')?.by ?? snapshot.closedBy.name;
  return { sheet: snapshot.sheet, closing: { at, by, hash, intact: hashFrozen(snapshot) === hash } };
}

const revisionsOf = (rows: readonly { code: string; revision: number }[]): Record<string, number> => Object.fromEntries(rows.map(({ code, revision }) => [code, revision]));

function byCode<T extends { code: string }, R>(rows: readonly T[], value: (row: T) => R): Record<string, R> {
  return Object.fromEntries(rows.map((row) => [row.code, value(row)]));
}
