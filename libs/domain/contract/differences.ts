import { canonicalJson, type Cents, formatDayShort, formatEuros, formatNumber, french, listInFrench } from '@maillage/domain/kernel';
import type { ContractAction, ContractIndicator, ContractTerms, MissionTerms, Scoring, SignedAmount } from './terms';

/** One thing that differs between two versions of the terms of a year, in French. */
export interface TermsDifference {
  /** null: *fonctionnement*, or the whole year. */
  missionCode: string | null;
  mission: string | null;
  /** Title of the action or of the indicator; null when the mission itself differs. */
  item: string | null;
  indicatorCode: string | null;
  /** « Part fixe », « Paliers »… */
  field: string;
  /** null: it was not there. */
  before: string | null;
  /** null: it is not there any more. */
  after: string | null;
}

/** Names of the missions, by code. */
export type MissionNames = (code: string) => string;

type Fields<T> = readonly (readonly [field: string, shown: (thing: T) => string | null])[];

const sources: Readonly<Record<ContractIndicator['source'], string>> = { cpam: 'CPAM', cpts: 'communauté' };
const kinds: Readonly<Record<ContractIndicator['kind'], string>> = { count: 'nombre', rate: 'taux', done: 'oui ou non' };
const euros = (cents: Cents | null): string => (cents === null ? 'montant inconnu' : formatEuros(cents));
const quoted = (code: string, title: string): string => `${title} (${code})`;

function amountShown(amount: SignedAmount | null): string | null {
  if (!amount) return null;
  return amount.cents === null || amount.confirmed ? euros(amount.cents) : `${euros(amount.cents)} (à confirmer)`;
}

/** What an indicator pays, in one French line: « 3 000 € à partir de 219, 6 000 € à partir de 100 ». */
export function scoringSentence({ scoring, direction, baseline }: Pick<ContractIndicator, 'scoring' | 'direction' | 'baseline'>): string {
  const from = direction === 'down' ? 'au plus' : 'au moins';
  const words = (one: Scoring): string => {
    if (one.mode === 'done') return `${euros(one.cents)} quand c'est fait`;
    if (one.mode === 'target') return `${euros(one.cents)} pour ${from} ${formatNumber(one.threshold)}, sinon rien`;
    if (one.mode === 'tiers')
      return listInFrench(one.tiers.map(({ label, threshold, cents }) => `${label} : ${euros(cents)} pour ${from} ${formatNumber(threshold)}`));
    return `${euros(one.cents)} en proportion${baseline ? `, de ${formatNumber(baseline.value)}` : ''} à ${formatNumber(one.threshold)}`;
  };
  return french(words(scoring));
}

const indicatorFields: Fields<ContractIndicator> = [
  ['Libellé', ({ title }) => title],
  ['Texte du contrat', ({ clause }) => clause],
  ['Source', ({ source }) => sources[source]],
  ['Type', ({ kind }) => kinds[kind]],
  ['Sens', ({ direction }) => (direction === null ? null : direction === 'up' ? 'à la hausse' : 'à la baisse')],
  ['Valeur initiale', ({ baseline }) => baseline && `${formatNumber(baseline.value)}${baseline.on ? ` au ${formatDayShort(baseline.on)}` : ''}`],
  ['Ce que l’indicateur paie', scoringSentence],
  ['Maximum', ({ maxCents }) => (maxCents === null ? null : formatEuros(maxCents))],
  ['Pièces attendues', ({ evidence }) => (evidence.length === 0 ? null : evidence.join(' ; '))],
  ['Note', ({ note }) => note],
  ['Seulement en cas de crise', ({ onlyIfCrisis }) => (onlyIfCrisis ? 'oui' : 'non')],
];

const missionFields: Fields<MissionTerms> = [
  ['Part fixe', ({ fixed }) => amountShown(fixed)],
  ['Part variable', ({ variable }) => amountShown(variable)],
  ['Part en cas de crise', ({ variableIfCrisis }) => amountShown(variableIfCrisis)],
];

interface Place {
  missionCode: string | null;
  mission: string | null;
  item: string | null;
  indicatorCode: string | null;
}

const whole: Place = { missionCode: null, mission: null, item: null, indicatorCode: null };

function changed<T>(place: Place, fields: Fields<T>, before: T, after: T): TermsDifference[] {
  return fields.flatMap(([field, shown]) => {
    const change = { before: shown(before), after: shown(after) };
    return change.before === change.after ? [] : [{ ...place, field, ...change }];
  });
}

/** Every difference between two versions of the terms of a year, in the order of the new one, then what is gone. Empty when they are the same. */
export function termsDifferences(before: ContractTerms | null, after: ContractTerms | null, names: MissionNames): TermsDifference[] {
  const differences: TermsDifference[] = [];
  const operating = { before: before && amountShown(before.operating), after: after && amountShown(after.operating) };
  if (operating.before !== operating.after) differences.push({ ...whole, field: 'Fonctionnement', ...operating });
  for (const [was, is] of paired(before?.missions ?? [], after?.missions ?? [])) {
    const code = (is ?? was)?.code ?? '';
    differences.push(...ofMission(was, is, { ...whole, missionCode: code, mission: names(code) }));
  }
  if (differences.length === 0 && canonicalJson(before) !== canonicalJson(after))
    differences.push({ ...whole, field: 'Ordre des missions, des actions ou des indicateurs', before: 'ancien ordre', after: 'nouvel ordre' });
  return differences;
}

function ofMission(before: MissionTerms | undefined, after: MissionTerms | undefined, place: Place): TermsDifference[] {
  if (!before || !after) {
    const { mission } = place;
    const amounts = (terms: MissionTerms) => `${mission} : ${missionFields.map(([field, shown]) => [field.toLowerCase(), shown(terms)]).filter(([, shown]) => shown).map((pair) => pair.join(' ')).join(', ')}`;
    const own = { ...place, field: 'Mission', before: before ? french(amounts(before)) : null, after: after ? french(amounts(after)) : null };
    return [own, ...ofActions(before?.actions ?? [], after?.actions ?? [], place)];
  }
  return [...changed(place, missionFields, before, after), ...ofActions(before.actions, after.actions, place)];
}

function ofActions(before: readonly ContractAction[], after: readonly ContractAction[], place: Place): TermsDifference[] {
  const actions = paired(before, after).flatMap(([was, is]) => {
    const shown = { before: was ? quoted(was.code, was.title) : null, after: is ? quoted(is.code, is.title) : null };
    return shown.before === shown.after ? [] : [{ ...place, item: (is ?? was)?.title ?? null, field: 'Action', ...shown }];
  });
  // An indicator is followed by its code, so one that moved to another action is told as moved, not as gone and new.
  const flat = (list: readonly ContractAction[]) => list.flatMap((action) => action.indicators.map((indicator) => ({ ...indicator, action })));
  const indicators = paired(flat(before), flat(after)).flatMap(([was, is]) => {
    const one = is ?? was;
    if (!one) return [];
    const at = { ...place, item: one.title, indicatorCode: one.code };
    if (was && is) {
      const moved = was.action.code === is.action.code ? [] : [{ ...at, field: 'Action', before: was.action.title, after: is.action.title }];
      return [...moved, ...changed(at, indicatorFields, was, is)];
    }
    const shown = french(`${one.title} : ${scoringSentence(one)}`);
    return [{ ...at, field: 'Indicateur', before: was ? shown : null, after: is ? shown : null }];
  });
  return [...actions, ...indicators];
}

/** The things of both lists by their code: those of the second in its order, then those only in the first. */
function paired<T extends { code: string }>(before: readonly T[], after: readonly T[]): [T | undefined, T | undefined][] {
  const was = new Map(before.map((thing) => [thing.code, thing]));
  const kept = new Set(after.map(({ code }) => code));
  return [
    ...after.map((thing): [T | undefined, T | undefined] => [was.get(thing.code), thing]),
    ...before.filter(({ code }) => !kept.has(code)).map((thing): [T | undefined, T | undefined] => [thing, undefined]),
  ];
}
