import { agreementByCode, type AgreementVersion, type ContractTerms, indicatorsOf } from '@maillage/domain/contract';
import { missingStanding, scoreYear, type Standing, type YearPhase } from '@maillage/domain/money';
import { exampleTerms } from '@maillage/domain/testing/example-terms';
import type { ContractLink, MoneyYear } from '../api';

const agreement = agreementByCode('aci-cpts/avenant-2') as AgreementVersion;
const years = [1, 2, 3, 4, 5].map((number) => ({ number, start: `${2021 + number}-04-15`, end: `${2022 + number}-04-14`, hasTerms: number === 5 }));

/** The id of the followed indicator linked to « mt-ald ». */
export const linkedId = '0192f3a0-0000-7000-8000-0000000000a1';

/** A value given and validated, or to be validated. */
export const given = (value: number, status: 'validated' | 'draft' = 'validated'): Standing => ({ value, status, asOf: '2026-10-31', source: 'CPAM', evidence: 2 });

const aldLink: ContractLink = { indicatorId: linkedId, indicatorCode: 'MT-ALD', indicatorName: 'ALD sans médecin traitant', periodKey: 'CY5', revision: 1 };

/** What the server answers for year 5 of the example contract. */
export function moneyYear(change: { standings?: Record<string, Standing>; phase?: YearPhase; crisis?: boolean; terms?: ContractTerms; linked?: boolean } = {}): MoneyYear {
  const { phase = 'running', crisis = false, terms = exampleTerms, linked = true } = change;
  const codes = indicatorsOf(terms).map(({ indicator }) => indicator.code);
  const standings = Object.fromEntries(codes.map((code) => [code, change.standings?.[code] ?? missingStanding]));
  const links = Object.fromEntries(codes.map((code) => [code, linked && code === 'mt-ald' ? aldLink : null]));
  const around = { linked: codes.filter((code) => links[code] !== null) };
  return {
    year: 5,
    years,
    euros: scoreYear({ year: 5, start: '2026-04-15', end: '2027-04-14', terms, standings, agreement, phase, crisisRecognised: crisis, around }),
    terms,
    termsLabel: 'Contrat signé',
    standings,
    links,
    crisisRecognised: crisis,
    closedOn: phase === 'closed' ? '2027-06-01' : null,
    today: '2026-11-21',
    may: { link: true, enter: true, validate: true, simulate: true },
  };
}

/** A year of which nothing signed is recorded. */
export const emptyYear = (year: number | null): MoneyYear => ({
  ...moneyYear(),
  year,
  years: year === null ? [] : years,
  euros: null,
  terms: null,
  termsLabel: null,
  standings: {},
  links: {},
});
