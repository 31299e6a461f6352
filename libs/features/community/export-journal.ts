import { requireRight, ROLE_LABELS, type Actor } from '@maillage/domain/identity';
import { csvLine, csvMark, formatDayShort, localTime, type AuditChange } from '@maillage/domain/kernel';
import { loadHead, type AuditHead } from '@maillage/features/identity';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { timeZoneOf } from './community.store';
import { findWholeJournal, type WholeJournalRow } from './journal.store';
import { lineOf, searchOf, type JournalFilter } from './journal.queries';

/** `csv` for spreadsheets, `json` for programs and for whoever recomputes the chain. */
export const journalFormats = ['csv', 'json'] as const;
/** One of the formats the journal leaves in. */
export type JournalFormat = (typeof journalFormats)[number];

/** A journal on its way out: pieces of text, read from the database as they are taken. */
export interface JournalExport {
  /** `journal-2026-11-22.csv`. */
  name: string;
  mediaType: string;
  pieces: AsyncIterable<string>;
}

const page = 500;
const mediaTypes: Readonly<Record<JournalFormat, string>> = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' };
const roles: Readonly<Record<string, string>> = ROLE_LABELS;

/** Gives the journal out, filtered as on the page, whatever its length. */
@Injectable()
export class ExportJournal {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
  ) {}

  /** The lines there are now, newest first; what is written meanwhile is not in it. */
  async execute(actor: Actor, filter: JournalFilter, format: JournalFormat): Promise<JournalExport> {
    requireRight(actor, 'audit.read');
    const now = this.clock.now();
    const { timeZone, head } = await this.db.run(
      actor.communityId,
      async (tx) => ({ timeZone: await timeZoneOf(tx, actor.communityId), head: await loadHead(tx) }),
      { readOnly: true, isolation: 'REPEATABLE READ' },
    );
    const rows = this.rows(actor.communityId, { ...filter, limit: page }, timeZone, head?.sequence ?? 0);
    return {
      name: `journal-${localTime(now, timeZone).day}.${format}`,
      mediaType: mediaTypes[format],
      pieces: format === 'csv' ? asCsv(rows, timeZone) : asJson(rows, actor.communityId, head, now),
    };
  }

  /** Page after page, each in a short transaction: a slow reader holds nothing. */
  private async *rows(communityId: string, filter: JournalFilter, timeZone: string, last: number): AsyncGenerator<WholeJournalRow[]> {
    let beforeId: number | undefined;
    for (;;) {
      const search = searchOf({ ...filter, ...(beforeId === undefined ? {} : { beforeId }) }, timeZone, page);
      const rows = await this.db.run(communityId, (tx: Tx) => findWholeJournal(tx, search), { readOnly: true });
      yield rows.filter(({ id }) => id <= last);
      beforeId = rows.at(-1)?.id;
      if (rows.length < page) return;
    }
  }
}

const header = ['N°', 'Date', 'Heure', 'Personne', 'Rôle', 'Ce qui a été fait', 'Sujet', 'Avant → après', 'Empreinte'];

const changed = ({ field, before, after }: AuditChange): string => (before === null ? `${field}\u00a0: ${after ?? 'vide'}` : `${field}\u00a0: ${before} → ${after ?? 'vide'}`);

async function* asCsv(pages: AsyncIterable<WholeJournalRow[]>, timeZone: string): AsyncGenerator<string> {
  yield csvMark + csvLine(header);
  for await (const rows of pages) {
    yield rows.map((row) => {
      const { id, at, who, what, subject, changes } = lineOf(row);
      const local = localTime(at, timeZone);
      const time = [local.hour, local.minute].map((part) => String(part).padStart(2, '0')).join(':');
      const role = row.role === null ? null : (roles[row.role] ?? row.role);
      return csvLine([id, formatDayShort(local.day), time, who ?? 'Maillage (automatique)', role, what, subject, changes.map(changed).join('\n'), row.hash]);
    }).join('');
  }
}

/**
 * Each line as it was hashed, with the name of who acted and the act in French beside it. `hash` is the SHA-256 of the canonical JSON
 * (keys sorted, no spaces) of `content`, `sequence` and `previousHash` in one object.
 */
async function* asJson(pages: AsyncIterable<WholeJournalRow[]>, communityId: string, head: AuditHead | null, now: Date): AsyncGenerator<string> {
  const about = { format: 'maillage-journal/1', communityId, exportedAt: now.toISOString(), head };
  yield `${JSON.stringify(about).slice(0, -1)},"lines":[`;
  let first = true;
  for await (const rows of pages) {
    for (const row of rows) {
      const { who, what } = lineOf(row);
      const { id: sequence, at, personId, role, act, subjectType, subjectId, storedLabel: subjectLabel, before, after, vouched, sealed, previousHash, hash } = row;
      const content = { communityId, at, personId, role, act, subjectType, subjectId, subjectLabel, before, after, ...(vouched ? { vouched } : {}), ...(sealed ? { sealed } : {}) };
      yield `${first ? '' : ','}\n${JSON.stringify({ sequence, who, what, content, previousHash, hash })}`;
      first = false;
    }
  }
  yield '\n]}\n';
}
