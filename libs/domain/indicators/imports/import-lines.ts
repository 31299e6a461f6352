import { DomainError, type DomainErrorCode, type DomainErrorMeta, ensure, errorText, formatNumber, formatPeriod, french, isDomainError, type Period, type Uuid } from '@maillage/domain/kernel';
import type { ImportIssue } from './import';
import { periodMeant, readNumber, readPeriod, readYesNo } from './import-cells';
import { type ColumnUse, importFieldLabels, indicatorNames, type ImportField, layoutOf } from './import-mapping';
import { frequencyLabels, hasParts, isAnswer } from '../definition/kinds';
import { lockOver, type PeriodLock } from '../validation/lock';
import { isSettled, type Measure, type MeasuredIndicator, type MeasureInput, type MeasureOrigin, type Moment, measureStatusLabels, recordMeasure, type RecordedMeasure } from '../values/measure';

/** A row of a table as it was read. */
export interface ImportRow {
  /** Line of the file, from 1. */
  line: number;
  cells: readonly string[];
  /** Cells that could not be read (a formula without a plain value…), by column. */
  faults?: ReadonlyMap<number, string>;
}

/** An indicator as an import needs it. */
export type ImportIndicator = MeasuredIndicator & { id: Uuid; code: string };

/** The value already there. */
export type PresentValue = Pick<Measure, 'status' | 'numerator' | 'denominator' | 'value' | 'comment' | 'revision' | 'id'> & { origin: MeasureOrigin };

/** A value the file gives, taken. */
export interface TakenValue {
  kind: 'created' | 'changed' | 'same';
  line: number;
  /** The column that holds it, by its title; null when the whole line is the value. */
  column: string | null;
  text: string;
  indicator: ImportIndicator;
  recorded: RecordedMeasure;
  present: PresentValue | null;
}

/** What a row gives: values, and what cannot be taken. */
export interface JudgedRow {
  values: TakenValue[];
  issues: ImportIssue[];
  empty: number;
}

/** What the judge of a table must know. */
export interface ImportGround {
  headers: readonly string[];
  uses: readonly ColumnUse[];
  indicators: readonly ImportIndicator[];
  /** Whether the person may give values of it. */
  mayGive: (indicatorId: Uuid) => boolean;
  present: (indicatorId: Uuid, periodKey: string) => PresentValue | undefined;
  /** Periods nobody writes in any more. */
  locks: readonly PeriodLock[];
  moment: Moment;
}

/** One cell that holds a value, with what is around it. */
interface Given {
  indicator: string | { id: Uuid };
  period: string;
  comment: string | undefined;
  /** Titles of the columns, to say where. */
  at: string | null;
  parts: { value: string; numerator: string; denominator: string };
}

class Fault extends Error {
  constructor(readonly issue: Pick<ImportIssue, 'column' | 'text' | 'message'>) {
    super(issue.message);
  }
}

/** Reads the rows of one table in their order: a value given twice is refused the second time. */
export class ImportJudge {
  private readonly named: ReturnType<typeof indicatorNames>;
  private readonly byId: ReadonlyMap<Uuid, ImportIndicator>;
  private readonly layout;
  private readonly at: Partial<Record<ImportField, number>> = {};
  private readonly wide: { column: number; period?: string; indicator?: Uuid }[] = [];
  private readonly given = new Map<string, number>();
  private readonly periods = new Map<string, Period>();
  /** Indicators already looked up, by what cells say: the same few come back on every line. */
  private readonly known = new Map<string, ImportIndicator>();

  constructor(private readonly ground: ImportGround) {
    const { uses, indicators } = ground;
    this.named = indicatorNames(indicators);
    this.byId = new Map(indicators.map((one) => [one.id, one]));
    this.layout = layoutOf(uses);
    uses.forEach((use, column) => {
      if (use.startsWith('period:')) this.wide.push({ column, period: use.slice(7) });
      else if (use.startsWith('indicator:')) this.wide.push({ column, indicator: use.slice(10) });
      else if (use !== 'ignore') this.at[use as ImportField] = column;
    });
  }

  judge(row: ImportRow): JudgedRow {
    const judged: JudgedRow = { values: [], issues: [], empty: 0 };
    for (const given of this.givenBy(row)) {
      const { value, numerator, denominator } = given.parts;
      if (value === '' && numerator === '' && denominator === '' && !this.faulty(row, given)) {
        judged.empty += 1;
        continue;
      }
      try {
        const taken = this.take(row, given);
        if ('settled' in taken) judged.issues.push(taken.settled);
        else judged.values.push(taken);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        judged.issues.push({ kind: 'refused', line: row.line, ...error.issue });
      }
    }
    return judged;
  }

  private givenBy(row: ImportRow): Given[] {
    const cell = (column: number | undefined): string => (column === undefined ? '' : (row.cells[column] ?? '').trim());
    const common = { indicator: cell(this.at.indicator), period: cell(this.at.period), comment: this.at.comment === undefined ? undefined : cell(this.at.comment) };
    if (this.layout === 'lines') {
      return [{ ...common, at: null, parts: { value: cell(this.at.value), numerator: cell(this.at.numerator), denominator: cell(this.at.denominator) } }];
    }
    return this.wide.map(({ column, period, indicator }) => ({
      comment: common.comment,
      indicator: indicator === undefined ? common.indicator : { id: indicator },
      period: period ?? common.period,
      at: this.title(column),
      parts: { value: cell(column), numerator: '', denominator: '' },
    }));
  }

  private take(row: ImportRow, given: Given): TakenValue | { settled: ImportIssue } {
    this.refuseFaults(row, given);
    const indicator = this.indicatorOf(given);
    const period = this.periodOf(given, indicator);
    const text = shownText(given);
    const key = `${indicator.id} ${period.key}`;
    const before = this.given.get(key);
    if (before !== undefined) throw this.fault('value', given, `La valeur de « ${indicator.code} » pour ${formatPeriod(period)} est déjà donnée ligne ${before}. ${period.kind === 'event' ? 'Gardez-en une, ou écrivez « (2e) » après le jour du second événement.' : 'Gardez-en une.'}`);
    const present = this.ground.present(indicator.id, period.key);
    const input = this.inputOf(given, indicator, period, present);
    let recorded: RecordedMeasure;
    try {
      // What is settled is told apart, once the value itself is known to be right.
      recorded = recordMeasure(indicator, present && !isSettled(present.status) ? present : null, input, this.ground.moment);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      throw this.fault(columnOf(error), given, sentenceOf(error.code, error.meta));
    }
    this.given.set(key, row.line);
    const taken: TakenValue = { kind: present ? 'changed' : 'created', line: row.line, column: given.at, text, indicator, recorded, present: present ?? null };
    if (present && sameContent(present, recorded)) return { ...taken, kind: 'same' };
    const closed = present && isSettled(present.status) ? `la valeur est déjà ${measureStatusLabels[present.status]} (${formatNumber(present.value)}), elle n'est pas remplacée` : lockOver(this.ground.locks, period) ? 'la période est verrouillée, rien ne s\'y écrit plus' : null;
    if (closed === null) return taken;
    return { settled: { kind: 'settled', line: row.line, column: given.at, text, message: french(`${indicator.code}, ${formatPeriod(period)} : ${closed}.`) } };
  }

  private indicatorOf(given: Given): ImportIndicator {
    const memory = typeof given.indicator === 'string' ? given.indicator : given.indicator.id;
    const known = this.known.get(memory);
    if (known) return known;
    const named = typeof given.indicator === 'string' ? this.lookUp(given, given.indicator) : given.indicator;
    const indicator = this.byId.get(named.id);
    if (!indicator) throw this.fault('indicator', given, 'Cet indicateur n\'existe plus.');
    if (!this.ground.mayGive(indicator.id)) throw this.fault('indicator', given, `Vous ne saisissez pas les valeurs de « ${indicator.code} ».`);
    this.known.set(memory, indicator);
    return indicator;
  }

  private lookUp(given: Given, text: string): { id: Uuid } {
    if (text === '') throw this.fault('indicator', given, 'L\'indicateur manque.');
    const named = this.named(text);
    if (named === 'several') throw this.fault('indicator', given, `Plusieurs indicateurs s'appellent « ${text} » : écrivez le code.`);
    if (named === undefined) throw this.fault('indicator', given, `Aucun indicateur n'a « ${text} » pour code ou pour nom.`);
    return named;
  }

  private periodOf(given: Given, indicator: ImportIndicator): Period {
    const memory = `${indicator.frequency} ${given.period}`;
    const known = this.periods.get(memory);
    if (known) return known;
    if (given.period === '') throw this.fault('period', given, 'La période manque.');
    const read = readPeriod(given.period);
    if (!read) throw this.fault('period', given, `« ${given.period} » n'est pas une période. Écrivez par exemple ${indicator.frequency === 'event' ? '« 03/11/2026 », le jour de l\'événement' : '« T3 2026 », « sept. 2026 » ou « année 5 »'}.`);
    try {
      const period = periodMeant(read, indicator.frequency, this.ground.moment.calendar ?? {});
      ensure(period.kind === indicator.frequency, 'measure-period-mismatch', { expected: frequencyLabels[indicator.frequency], period: formatPeriod(period) });
      this.periods.set(memory, period);
      return period;
    } catch (error) {
      if (isDomainError(error)) throw this.fault('period', given, sentenceOf(error.code, error.meta));
      throw error;
    }
  }

  /** A share may be written « 126/200 » where one cell holds it all. */
  private inputOf(given: Given, indicator: ImportIndicator, period: Period, present: PresentValue | undefined): MeasureInput {
    // Without a column of comments, those already written stay.
    const comment = given.comment === undefined ? (present?.comment ?? null) : given.comment === '' ? null : given.comment;
    const input: MeasureInput = { periodKey: period.key, comment };
    const { value, numerator, denominator } = given.parts;
    if (hasParts(indicator.kind)) {
      const [, top, bottom] = numerator === '' && denominator === '' ? (/^(.+?)\s*\/\s*(.+)$/.exec(value) ?? []) : [];
      const parts = top === undefined ? { numerator, denominator } : { numerator: top, denominator: bottom ?? '' };
      if (parts.numerator === '' && parts.denominator === '') {
        throw this.fault('value', given, `« ${indicator.code} » se calcule : donnez « ${indicator.numeratorLabel ?? 'le numérateur'} » et « ${indicator.denominatorLabel ?? 'le dénominateur'} », pas le résultat.`);
      }
      return { ...input, numerator: this.number('numerator', given, parts.numerator, null), denominator: this.number('denominator', given, parts.denominator, null) };
    }
    if (numerator !== '' || denominator !== '') {
      if (value === '') throw this.fault('numerator', given, `« ${indicator.code} » n'a ni numérateur ni dénominateur : donnez sa valeur.`);
    }
    if (!isAnswer(indicator.kind)) return { ...input, value: this.number('value', given, value, indicator.unit) };
    const answer = readYesNo(value);
    if (answer === null) throw this.fault('value', given, `« ${value} » : répondez par oui ou par non.`);
    return { ...input, value: answer };
  }

  private number(field: ImportField, given: Given, text: string, unit: string | null): number | null {
    if (text === '') return null;
    const read = readNumber(text);
    if (!read) throw this.fault(field, given, `« ${text} » n'est pas un nombre.`, text);
    if (read.unit !== null && read.unit !== unit) throw this.fault(field, given, `« ${text} » : cet indicateur ne se compte pas en ${read.unit}.`, text);
    return read.value;
  }

  private faulty({ faults }: ImportRow, given: Given): boolean {
    return faults !== undefined && this.columnsOf(given).some((column) => faults.has(column));
  }

  private refuseFaults({ faults, cells }: ImportRow, given: Given): void {
    if (!faults) return;
    for (const column of this.columnsOf(given)) {
      const message = faults.get(column);
      if (message !== undefined) throw new Fault({ column: this.title(column), text: cells[column] ?? '', message });
    }
  }

  private columnsOf(given: Given): number[] {
    const shared = [this.at.indicator, this.at.period, this.at.comment];
    const own = given.at === null ? [this.at.value, this.at.numerator, this.at.denominator] : this.wide.filter(({ column }) => this.title(column) === given.at).map(({ column }) => column);
    return [...shared, ...own].flatMap((column) => column ?? []);
  }

  private title(column: number): string {
    return this.ground.headers[column]?.trim() || `colonne ${column + 1}`;
  }

  private fault(field: ImportField, given: Given, message: string, text?: string): Fault {
    const column = this.at[field] ?? (field === 'numerator' || field === 'denominator' ? this.at.value : undefined);
    const held = field === 'indicator' ? (typeof given.indicator === 'string' ? given.indicator : '') : field === 'period' ? given.period : field === 'comment' ? (given.comment ?? '') : given.parts[field] || given.parts.value;
    const at = column === undefined ? (given.at ?? importFieldLabels[field]) : this.title(column);
    return new Fault({ column: at, text: (text ?? held).slice(0, 80), message: french(message) });
  }
}

const shownText = ({ parts: { value, numerator, denominator } }: Given): string => (value !== '' ? value : `${numerator} / ${denominator}`).slice(0, 80);

const sameContent = (a: PresentValue, b: RecordedMeasure): boolean =>
  a.value === b.value && a.numerator === b.numerator && a.denominator === b.denominator && (a.comment ?? null) === (b.comment ?? null);

/** The column a refusal of the rules is about. */
function columnOf({ code, meta }: DomainError): ImportField {
  const field = meta['field'];
  if (field === 'numerator' || field === 'denominator' || field === 'value' || field === 'comment') return field;
  if (code === 'patient-identifier' || code === 'text-too-long') return 'comment';
  return code === 'measure-period-not-over' || code === 'measure-period-mismatch' || code === 'invalid-period' ? 'period' : 'value';
}

/** The refusal without what a form adds about the typing it keeps: nothing was typed here. */
function sentenceOf(code: DomainErrorCode, meta: DomainErrorMeta): string {
  const [first = '', ...rest] = errorText(code, meta).split(/(?<=[.!?])\s+(?=\p{Lu})/u);
  return [first, ...rest.filter((sentence) => !/enregistr|conserv|gardée/i.test(sentence))].join(' ');
}
