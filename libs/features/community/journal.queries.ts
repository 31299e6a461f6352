import { requireRight, type Actor } from '@maillage/domain/identity';
import { addDays, auditActs, auditChanges, familyOfAct, searchable, type AuditAct, type AuditChange, type Day } from '@maillage/domain/kernel';
import { TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { timeZoneOf } from './community.store';
import { findJournal, nameOfSubject, peopleOfJournal, type JournalRow, type JournalSearch } from './journal.store';
import { startOfDay } from './local-day';

/** What the page of the journal asks; days are those of the community's time zone, both included. */
export interface JournalFilter {
  words?: string;
  /** An act, or what acts are about (`measure`). */
  act?: string;
  personId?: string;
  /** What was touched: both or none. */
  subjectType?: string;
  subjectId?: string;
  from?: Day;
  to?: Day;
  /** Lines older than this one: the next page. */
  beforeId?: number;
  limit?: number;
}

/** A line of the journal in French. */
export interface JournalLine {
  id: number;
  at: Date;
  personId: string | null;
  /** Null: the product itself. */
  who: string | null;
  act: string;
  /** « Valeur validée ». */
  what: string;
  subjectType: string;
  subjectId: string;
  subject: string | null;
  changes: AuditChange[];
}

/** A page of the journal. */
export interface JournalPage {
  lines: JournalLine[];
  /** To be given as `beforeId` to read on; null at the end. */
  nextId: number | null;
  people: { personId: string; name: string }[];
  /** What the subject asked for was called last; null when none is asked. */
  subject: string | null;
}

const pageSize = 50;

const sentences: Readonly<Record<string, string>> = auditActs;

/** Reads of the journal. */
@Injectable()
export class JournalQueries {
  constructor(private readonly db: TenantDb) {}

  /** Who did what and when, newest first. */
  async page(actor: Actor, filter: JournalFilter = {}): Promise<JournalPage> {
    requireRight(actor, 'audit.read');
    const limit = filter.limit ?? pageSize;
    return this.db.run(
      actor.communityId,
      async (tx) => {
        const timeZone = await timeZoneOf(tx, actor.communityId);
        const rows = await findJournal(tx, searchOf(filter, timeZone, limit + 1));
        const lines = rows.slice(0, limit).map(lineOf);
        const subject = subjectOf(filter);
        return {
          lines,
          nextId: rows.length > limit ? (lines.at(-1)?.id ?? null) : null,
          people: await peopleOfJournal(tx),
          subject: subject && (await nameOfSubject(tx, subject)),
        };
      },
      { readOnly: true },
    );
  }
}

/** What the store is asked. */
export function searchOf(filter: JournalFilter, timeZone: string, limit: number): JournalSearch {
  const words = filter.words?.trim() || null;
  return {
    acts: filter.act ? actsOf(filter.act) : null,
    personId: filter.personId ?? null,
    subject: subjectOf(filter),
    words,
    actsOfWords: words === null ? [] : actsNamed(words),
    from: filter.from ? startOfDay(filter.from, timeZone) : null,
    before: filter.to ? startOfDay(addDays(filter.to, 1), timeZone) : null,
    beforeId: filter.beforeId ?? null,
    limit,
  };
}

const everyAct = Object.keys(auditActs) as AuditAct[];

/** An act, or all those of a family (`measure`). */
const actsOf = (wanted: string): AuditAct[] => everyAct.filter((act) => act === wanted || familyOfAct(act) === wanted);

const subjectOf = ({ subjectType: type, subjectId: id }: JournalFilter): JournalSearch['subject'] => (type && id ? { type, id } : null);

function actsNamed(words: string): AuditAct[] {
  const wanted = searchable(words);
  if (wanted === '') return [];
  return everyAct.filter((act) => searchable(auditActs[act]).includes(wanted));
}

/** A stored line in French. */
export function lineOf(row: JournalRow): JournalLine {
  const { id, at, personId, who, act, subjectType, subjectId, subjectLabel, before, after } = row;
  return {
    id,
    at,
    personId,
    who,
    act,
    what: sentences[act] ?? 'Autre modification',
    subjectType,
    subjectId,
    subject: subjectLabel,
    changes: auditChanges(before, after),
  };
}
