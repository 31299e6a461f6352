import { canonicalJson, formatPeriod, french, parsePeriod, type PeriodCalendar } from '@maillage/domain/kernel';
import { VouchedHistory, type HistoryCheck, type JournalFault, type SealedWords } from '@maillage/features/community';
import { contractFacts } from '@maillage/features/contract';
import type { StoredAuditLink } from '@maillage/features/identity';
import { Clock, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { labelOf } from '../definition/define-indicator';
import { loadColumnDefaults, loadGroups, loadKeptStates, loadStanding, loadStrayLines, type StandingValue, type StoredHistoryLine } from './history.store';
import { loadAllNames, loadIndicators } from '../definition/indicator.store';
import { hashHistoryLine, vouchFor, type MeasureState } from './measure-history';
import { placeKey, type MeasurePlace } from './measure-state.store';

/** Lines read and hashed between two breaths of the process: others are answered meanwhile. */
const page = 500;
const mostStray = 200;

/** Compares values with their history, and their history with what the journal answers for. */
@Injectable()
export class ValuesHistory extends VouchedHistory {
  constructor(private readonly clock: Clock) {
    super();
  }

  override async open(tx: Tx, communityId: string): Promise<HistoryCheck> {
    const { contract } = await contractFacts(tx, communityId, this.clock);
    const calendar = { contractStart: contract?.signedOn ?? null };
    const names = new Map((await loadIndicators(tx, { archived: true })).map((indicator) => [indicator.id, labelOf(indicator)]));
    const people = await loadAllNames(tx);
    return new ValuesCheck(tx, await loadColumnDefaults(tx), {
      indicator: (id) => names.get(id) ?? 'Indicateur inconnu',
      period: (key) => periodOf(key, calendar),
      person: (id) => people.get(id) ?? 'Personne inconnue',
    });
  }
}

function periodOf(key: string, calendar: PeriodCalendar): string {
  try {
    return formatPeriod(parsePeriod(key, calendar));
  } catch {
    // Written by hand in the database: shown as it is.
    return key;
  }
}

/** The last thing the history says of a value. */
interface Latest extends MeasurePlace {
  changeId: string;
  sequence: number;
  at: Date;
  gone: boolean;
}

class ValuesCheck implements HistoryCheck {
  private readonly latest = new Map<string, Latest>();
  private histories = 0;

  constructor(
    private readonly tx: Tx,
    /** Of columns added to values after a state was kept. */
    private readonly defaults: MeasureState,
    readonly words: SealedWords,
  ) {}

  private name({ indicatorId, periodKey }: MeasurePlace): string {
    return `${this.words.indicator(indicatorId)} · ${this.words.period(periodKey)}`;
  }

  async read(lines: readonly StoredAuditLink[]): Promise<JournalFault[]> {
    const vouching = new Map(lines.flatMap((line) => (line.vouched ? [[line.vouched.group, line] as const] : [])));
    if (vouching.size === 0) return [];
    const faults: JournalFault[] = [];
    const groups = new Map([...vouching.keys()].map((group) => [group, [] as { id: string; hash: string }[]]));
    const named = new Map<string, StoredHistoryLine>();
    let last: StoredHistoryLine | null = null;
    do {
      const some: StoredHistoryLine[] = await loadGroups(this.tx, [...vouching.keys()], last, page);
      for (const one of some) {
        const { hash, ...said } = one;
        groups.get(one.groupId)?.push({ id: one.id, hash });
        named.set(one.groupId, one);
        this.follow(one, vouching.get(one.groupId)?.sequence ?? 0);
        if (hashHistoryLine(said) !== hash) faults.push(this.fault('altered', one, one.at, 'L\'historique de cette valeur a été modifié en dehors de Maillage.', 'Historique'));
      }
      this.histories += some.length;
      last = some.length === page ? (some.at(-1) ?? null) : null;
    } while (last);
    for (const [group, found] of groups) {
      const line = vouching.get(group);
      if (line?.vouched) faults.push(...this.groupFaults(line, line.vouched, vouchFor(group, found), named.get(group)));
    }
    return faults;
  }

  async end(): Promise<{ histories: number; values: number; faults: JournalFault[] }> {
    const faults = (await loadStrayLines(this.tx, mostStray)).map((one) => this.fault('added', one, one.at, 'Une ligne a été ajoutée à l\'historique de cette valeur en dehors de Maillage.', 'Historique'));
    let values = 0;
    let after: string | null = null;
    do {
      const some: StandingValue[] = await loadStanding(this.tx, after, page);
      faults.push(...(await this.compare(some)));
      values += some.length;
      after = some.length === page ? (some.at(-1)?.id ?? null) : null;
    } while (after);
    for (const lost of this.latest.values()) {
      if (!lost.gone) faults.push(this.fault('missing', lost, lost.at, 'Cette valeur a été effacée en dehors de Maillage : son historique la connaît encore.'));
    }
    return { histories: this.histories, values, faults };
  }

  /** Keeps the last thing told of a value: lines of the journal are in the order of what happened. */
  private follow({ id, indicatorId, periodKey, at, state }: StoredHistoryLine, sequence: number): void {
    const key = placeKey({ indicatorId, periodKey });
    const known = this.latest.get(key);
    if (known && (known.sequence > sequence || (known.sequence === sequence && known.changeId > id))) return;
    this.latest.set(key, { indicatorId, periodKey, changeId: id, sequence, at, gone: state === null });
  }

  private groupFaults(line: StoredAuditLink, said: { count: number; hash: string }, found: { count: number; hash: string }, one: StoredHistoryLine | undefined): JournalFault[] {
    if (found.count === said.count && found.hash === said.hash) return [];
    const subject = one && said.count === 1 ? `Historique ${this.name(one)}` : `Historique, ligne n° ${line.sequence} du journal${line.subjectLabel ? ` · ${line.subjectLabel}` : ''}`;
    const [kind, sentence] =
      found.count < said.count
        ? (['missing', `Il manque ${said.count - found.count} ligne(s) de l'historique que cette ligne du journal garantit.`] as const)
        : found.count > said.count
          ? (['added', `Il y a ${found.count - said.count} ligne(s) d'historique de plus que celles que cette ligne du journal garantit.`] as const)
          : (['altered', 'L\'historique n\'est plus celui que cette ligne du journal garantit.'] as const);
    return [{ kind, sequence: line.sequence, subject, at: line.at, sentence: french(sentence) }];
  }

  private async compare(some: readonly StandingValue[]): Promise<JournalFault[]> {
    const told = some.map((value) => ({ value, last: this.latest.get(placeKey(value)) }));
    const kept = await loadKeptStates(this.tx, told.flatMap(({ last }) => (last ? [last.changeId] : [])));
    return told.flatMap(({ value, last }) => {
      this.latest.delete(placeKey(value));
      if (!last || last.gone) return [this.fault('added', value, null, 'Cette valeur est là sans que son historique le dise : elle a été ajoutée en dehors de Maillage.')];
      const changed = differences({ ...this.defaults, ...kept.get(last.changeId)?.state }, value.state);
      return changed.length === 0 ? [] : [this.fault('altered', value, last.at, `Cette valeur n'est plus celle de son historique : ${changed.join(', ')}.`)];
    });
  }

  private fault(kind: JournalFault['kind'], place: MeasurePlace, at: Date | null, sentence: string, what = 'Valeur'): JournalFault {
    return { kind, sequence: null, subject: `${what} ${this.name(place)}`, at, sentence: french(sentence) };
  }
}

const fields: Readonly<Record<string, string>> = {
  value: 'valeur', numerator: 'numérateur', denominator: 'dénominateur', comment: 'commentaire', status: 'état', evidence: 'preuves', parts: 'parts', definition_version: 'version de la définition',
};

/** « valeur (12 au lieu de 10), commentaire »: what differs from what the history kept. Proofs and texts are named, not told. */
function differences(kept: MeasureState, now: MeasureState): string[] {
  const keys = [...new Set([...Object.keys(kept), ...Object.keys(now)])];
  return keys
    .filter((key) => canonicalJson(kept[key]) !== canonicalJson(now[key]))
    .map((key) => {
      const name = fields[key] ?? `champ « ${key} »`;
      const told = [now[key], kept[key]].every((one) => one === undefined || typeof one === 'number');
      return told ? `${name} (${shown(now[key])} au lieu de ${shown(kept[key])})` : name;
    });
}

const shown = (value: unknown): string => (value === undefined ? 'vide' : String(value).replace('.', ','));
