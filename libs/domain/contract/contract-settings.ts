import { ensure, isDay } from '@maillage/domain/kernel';

/** The units a part of a year can be counted in. */
export const prorataUnits = ['days', 'months'] as const;
/** What a part of a year is counted in: the texts read do not say, so the contract does. */
export type ProrataUnit = (typeof prorataUnits)[number];

/** A day of any year, `MM-DD`. */
export type YearStart = string;

/** How a community counts what its contract leaves open, and when its other years begin. */
export interface ContractSettings {
  prorataUnit: ProrataUnit;
  /** First day of the accounting year. */
  accountingYearStart: YearStart;
  /** First day of the membership year. */
  membershipYearStart: YearStart;
}

/** What holds until somebody says otherwise. */
export const defaultContractSettings: ContractSettings = { prorataUnit: 'days', accountingYearStart: '01-01', membershipYearStart: '01-01' };

/** True for a day that every year has: 29 February is none. */
export function isYearStart(value: unknown): value is YearStart {
  return typeof value === 'string' && /^\d\d-\d\d$/.test(value) && isDay(`2023-${value}`);
}

/** Settings to be recorded, checked. */
export function checkContractSettings({ prorataUnit, accountingYearStart, membershipYearStart }: ContractSettings): ContractSettings {
  ensure(prorataUnits.includes(prorataUnit), 'invalid-input', { field: 'prorataUnit', label: 'Unité du prorata', rule: 'jours ou mois' });
  const years = [
    ['accountingYearStart', 'Début de l\'exercice comptable', accountingYearStart],
    ['membershipYearStart', 'Début de l\'année d\'adhésion', membershipYearStart],
  ] as const;
  for (const [field, label, day] of years) ensure(isYearStart(day), 'invalid-input', { field, label, rule: 'ce jour n\'existe pas tous les ans' });
  return { prorataUnit, accountingYearStart, membershipYearStart };
}
