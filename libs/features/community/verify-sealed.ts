import { canonicalJson, french, groupBy } from '@maillage/domain/kernel';
import {
  loadBrokenSequences, loadDefaults, loadKeptHashes, loadSealedDifferences, loadSealedTables, loadStrayKept, sealingOf,
  type KeptHash, type SealedDifference, type SealedRow, type StoredAuditLink,
} from '@maillage/features/identity';
import type { Tx } from '@maillage/platform';
import { nameOfSealed } from './sealed-names';
import type { JournalFault, SealedWords } from './vouched-history';

const mostOfTable = 200;

/** Compares the rows the journal answers for (locks, answers, terms, targets…) with what was kept of them under its lines. */
export class SealedCheck {
  constructor(
    private readonly tx: Tx,
    private readonly words: SealedWords,
  ) {}

  /** Lines of the journal, in their order, page by page: what is kept beside them is what they answer for. */
  async read(lines: readonly StoredAuditLink[]): Promise<JournalFault[]> {
    const answering = lines.filter(({ sealed }) => sealed);
    const [first, last] = [answering[0], answering.at(-1)];
    if (!first || !last) return [];
    const kept = groupBy(await loadKeptHashes(this.tx, first.sequence, last.sequence), ({ line }) => line);
    return answering.flatMap((line) => this.lineFaults(line, kept.get(line.sequence) ?? []));
  }

  /** Once the last line was read: the rows as they stand. */
  async end(): Promise<JournalFault[]> {
    const faults = (await loadStrayKept(this.tx, mostOfTable)).map(({ table, key, state }): JournalFault =>
      this.fault('added', nameOfSealed(table, key, state, this.words), null, 'Un état a été ajouté à l\'historique en dehors de Maillage.'));
    // Instants as they were kept, whatever the session.
    await this.tx.query(`set local timezone to 'UTC'`);
    for (const { table, key, left } of await loadSealedTables(this.tx)) {
      const standing = await loadSealedDifferences(this.tx, { table, key, left }, mostOfTable);
      const broken = await loadBrokenSequences(this.tx, table);
      if (standing.length + broken.length === 0) continue;
      const defaults = await loadDefaults(this.tx, table);
      faults.push(...broken.flatMap((one) => this.brokenFaults(table, one, defaults)), ...standing.flatMap((one) => this.standingFaults(table, one, defaults)));
    }
    return faults;
  }

  private lineFaults(line: StoredAuditLink, kept: readonly KeptHash[]): JournalFault[] {
    const altered = kept.filter(({ sound }) => !sound).map(({ table, key, state }) =>
      this.fault('altered', nameOfSealed(table, key, state, this.words), line.at, `Ce que la ligne n° ${line.sequence} du journal en gardait a été modifié en dehors de Maillage.`));
    const found = sealingOf(kept.map(({ hash }) => hash));
    const said = line.sealed;
    if (altered.length > 0 || !said || (found.count === said.count && found.hash === said.hash)) return altered;
    const kind = found.count < said.count ? 'missing' : found.count > said.count ? 'added' : 'altered';
    const subject = `État gardé par la ligne n° ${line.sequence} du journal${line.subjectLabel ? ` · ${line.subjectLabel}` : ''}`;
    return [{ ...this.fault(kind, subject, line.at, 'Ce que cette ligne du journal garantit n\'est plus là tel qu\'elle le garantit.'), sequence: line.sequence }];
  }

  private standingFaults(table: string, { key, now, kept, at }: SealedDifference, defaults: SealedRow): JournalFault[] {
    const name = nameOfSealed(table, key, now ?? kept, this.words);
    if (!now) return [this.fault('missing', name, at, 'Cette ligne a été effacée en dehors de Maillage : le journal la connaît encore.')];
    if (!kept) return [this.fault('added', name, null, 'Cette ligne est là sans que le journal le dise : elle a été ajoutée en dehors de Maillage.')];
    const changed = differing(kept, now, defaults);
    return changed.length === 0 ? [] : [this.fault('altered', name, at, `Cette ligne n'est plus celle que le journal garantit : ${changed.join(', ')}.`)];
  }

  /** An act that found a row otherwise than it was left tells of a hand, though the row is now as that act left it. */
  private brokenFaults(table: string, { key, now, kept, at }: SealedDifference, defaults: SealedRow): JournalFault[] {
    if (now && kept && differing(kept, now, defaults).length === 0) return [];
    const kind = !now ? 'missing' : !kept ? 'added' : 'altered';
    const how = { missing: 'avait été effacée', added: 'avait été ajoutée', altered: 'avait été modifiée' }[kind];
    return [this.fault(kind, nameOfSealed(table, key, now ?? kept, this.words), at, `Avant ce que le journal en dit à cet instant, cette ligne ${how} en dehors de Maillage.`)];
  }

  private fault(kind: JournalFault['kind'], subject: string, at: Date | null, sentence: string): JournalFault {
    return { kind, sequence: null, subject: french(subject), at, sentence: french(sentence) };
  }
}

/** Columns that differ, those added to the table since and never filled left aside, as those it no longer has. */
function differing(kept: SealedRow, now: SealedRow, defaults: SealedRow): string[] {
  return Object.keys(now).filter((column) => {
    const before = column in kept ? kept[column] : (defaults[column] ?? null);
    return canonicalJson(before) !== canonicalJson(now[column]);
  });
}
