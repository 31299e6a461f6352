import { type Day, daysInMonth, dayOf, eventPeriod, isDay, type PeriodCalendar, parsePeriod, type Period, periodKindOf, type PeriodKey, type PeriodKind, periodOn } from '@maillage/domain/kernel';

/** A number as people write it in a table. */
export interface ReadNumber {
  value: number;
  /** The sign written after it. */
  unit: '%' | '‰' | null;
}

/** What a cell says of a period: the period itself, or a day inside it (spreadsheets turn « sept. 2026 » into a day). */
export type ReadPeriod = { key: PeriodKey } | { day: Day };

/** Words without accents, capitals, or spaces at the ends: how headers and names are compared. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/g, '\'').replace(/[\s\u00A0\u202F_]+/g, ' ').trim();
}

const grouped = /^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/;
const plain = /^\d+(?:[.,]\d+)?$/;
const dotted = /^\d{1,3}(?:\.\d{3})+,\d+$/;
const english = /^\d{1,3}(?:,\d{3})+\.\d+$/;

/** « 1 234,5 », « 12 % », « 1.234,5 », « 63.4 »: the number, or null when the text is none. Thousands go by three, whatever the space. */
export function readNumber(text: string): ReadNumber | null {
  const signed = text.replace(/[\s\u00A0\u2007\u2009\u202F]+/g, ' ').trim();
  const [, minus = '', figures = '', unit = ''] = /^([-−+]?) ?(.*?) ?([%‰]?)$/.exec(signed) ?? [];
  const digits =
    grouped.test(figures) || plain.test(figures) ? figures.replaceAll(' ', '').replace(',', '.')
    : dotted.test(figures) ? figures.replaceAll('.', '').replace(',', '.')
    : english.test(figures) ? figures.replaceAll(',', '')
    : null;
  if (digits === null) return null;
  const value = Number(digits) * (minus === '-' || minus === '−' ? -1 : 1);
  return Number.isFinite(value) ? { value, unit: unit === '%' || unit === '‰' ? unit : null } : null;
}

const yes = new Set(['oui', 'o', 'yes', 'y', 'vrai', 'true', 'x', '1']);
const no = new Set(['non', 'n', 'no', 'faux', 'false', '0']);

/** « oui » or « non », as 1 or 0; null otherwise. */
export function readYesNo(text: string): 0 | 1 | null {
  const said = fold(text);
  return yes.has(said) ? 1 : no.has(said) ? 0 : null;
}

const months = [/^janv/, /^fe?vr/, /^mar/, /^avr/, /^mai/, /^juin/, /^jui?l/, /^aou/, /^sep/, /^oct/, /^nov/, /^dec/];
const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));
const two = (number: number): string => String(number).padStart(2, '0');

function realDay(year: number, month: number, day: number): Day | null {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayOf(year, month, day);
}

/** A day as people and spreadsheets write it: « 03/11/2026 », « 2026-11-03 », with or without an hour, « 3 novembre 2026 ». */
export function readDay(text: string): Day | null {
  const said = fold(text).replace(/[ t]\d{1,2}:\d{2}.*$/, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(said);
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(said);
  if (french) return realDay(fullYear(french[3] ?? ''), Number(french[2]), Number(french[1]));
  const worded = /^(\d{1,2})(?:er)? ([a-z]{3,9})\.? (\d{4})$/.exec(said);
  return worded ? realDay(Number(worded[3]), months.findIndex((name) => name.test(worded[2] ?? '')) + 1, Number(worded[1])) : null;
}

/** « T3 2026 », « 2026-Q3 », « sept. 2026 », « 09/2026 », « S1 2026 », « année 5 », « 2026 », a day inside the period, « 03/11/2026 (2e) » for the second event of a day; null otherwise. */
export function readPeriod(text: string): ReadPeriod | null {
  const [, ofDay = '', rank = ''] = /^(.+?) ?\(([2-9])e\)$/.exec(fold(text)) ?? [];
  const eventDay = ofDay === '' ? null : readDay(ofDay);
  if (eventDay) return { key: eventPeriod(eventDay, Number(rank)).key };
  // What the product itself writes after a period, « (juil.–sept.) », says the same thing twice.
  const said = fold(text).replace(/ \(.*\)$/, '');
  const capital = said.toUpperCase();
  if (periodKindOf(capital)) return { key: capital };
  const day = readDay(said);
  if (day) return { day };
  const quarter = /^(?:t|q)\s?([1-4])[ /.-]*(\d{4})$/.exec(said) ?? /^([1-4])(?:er|e|eme)? ?trim(?:estre|\.)? (\d{4})$/.exec(said);
  if (quarter) return { key: `${quarter[2]}-Q${quarter[1]}` };
  const quarterLast = /^(\d{4})[ /.-]*(?:t|q)([1-4])$/.exec(said);
  if (quarterLast) return { key: `${quarterLast[1]}-Q${quarterLast[2]}` };
  const half = /^s\s?([12])[ /.-]*(\d{4})$/.exec(said) ?? /^([12])(?:er|e|eme)? ?sem(?:estre|\.)? (\d{4})$/.exec(said);
  if (half) return { key: `${half[2]}-H${half[1]}` };
  const halfLast = /^(\d{4})[ /.-]*(?:s|h)([12])$/.exec(said);
  if (halfLast) return { key: `${halfLast[1]}-H${halfLast[2]}` };
  const monthFirst = /^(\d{1,2})[/.-](\d{4})$/.exec(said);
  if (monthFirst) return monthKey(Number(monthFirst[2]), Number(monthFirst[1]));
  const monthLast = /^(\d{4})[/.-](\d{1,2})$/.exec(said);
  if (monthLast) return monthKey(Number(monthLast[1]), Number(monthLast[2]));
  const word = /^([a-z]{3,9})\.?[ -]?(\d{4}|\d{2})$/.exec(said);
  const month = word ? months.findIndex((name) => name.test(word[1] ?? '')) + 1 : 0;
  if (word && month > 0) return monthKey(fullYear(word[2] ?? ''), month);
  const contractYear = /^(?:annee|an|cy|a)\s?(?:n° ?)?([1-9]\d?)(?: du contrat)?$/.exec(said);
  if (contractYear) return { key: `CY${contractYear[1]}` };
  const civilYear = /^(?:annee civile )?(\d{4})$/.exec(said);
  return civilYear?.[1] === undefined ? null : { key: civilYear[1] };
}

const monthKey = (year: number, month: number): ReadPeriod | null => (month >= 1 && month <= 12 ? { key: `${year}-${two(month)}` } : null);

/** The period meant for an indicator: the one named, or the one of its frequency that holds the day. `invalid-period` when there is none. */
export function periodMeant(read: ReadPeriod, frequency: PeriodKind, calendar: PeriodCalendar): Period {
  const key = 'key' in read ? read.key : isDay(read.day) ? periodOn(frequency, read.day, calendar)?.key : undefined;
  return parsePeriod(key ?? ('day' in read ? read.day : ''), calendar);
}
