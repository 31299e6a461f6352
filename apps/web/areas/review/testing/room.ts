import { agreementByCode, type AgreementVersion, type ContractTerms } from '@maillage/domain/contract';
import { type Standing, scoreYear } from '@maillage/domain/money';
import { buildSheet, closingLacks, type Preparation, type Proposal, type ReviewLine } from '@maillage/domain/review';
import { exampleTerms } from '@maillage/domain/testing/example-terms';
import type { Room } from '../api';

const agreement = agreementByCode('aci-cpts/avenant-2') as AgreementVersion;
const [access, , prevention] = exampleTerms.missions;

/** Two missions of the example contract: two indicators of the first, one of the third. */
export const smallTerms: ContractTerms = {
  ...exampleTerms,
  missions: [
    { ...access!, variable: { cents: 1_400_000, confirmed: true }, actions: [{ ...access!.actions[0]!, indicators: access!.actions[0]!.indicators.slice(0, 2) }] },
    { ...prevention!, variable: { cents: 350_000, confirmed: true }, actions: [{ ...prevention!.actions[0]!, indicators: prevention!.actions[0]!.indicators.slice(0, 1) }] },
  ],
};

interface Told {
  terms?: ContractTerms;
  lines?: Record<string, ReviewLine>;
  standings?: Record<string, Standing>;
  proposals?: Record<string, Proposal>;
  preparations?: Record<string, Preparation & { personName: string | null }>;
  /** Revision of each line. */
  revision?: number;
}

/** The room of the fourth contract year as the server answers it, made by the rules themselves. */
export function sampleRoom({ terms = smallTerms, lines = {}, standings = {}, proposals = {}, preparations = {}, revision = 1 }: Told = {}, change: Partial<Room> = {}): Room {
  const bounds = { year: 4, start: '2025-04-15', end: '2026-04-14' };
  const euros = scoreYear({ ...bounds, terms, agreement, standings, phase: 'over', crisisRecognised: false });
  const links = Object.fromEntries(Object.keys(standings).map((code) => [code, { indicatorId: 'i-1', indicatorName: 'Suivi', periodKey: 'CY4' }]));
  const sheet = buildSheet({
    community: { title: 'CPTS du Val Clair', demo: false, maskBelow: 6 },
    contract: { signedOn: '2022-04-15', agreementLabel: agreement.label, termsLabel: 'Contrat signé' },
    euros, terms, opensNextYear: true, lines, proposals, links, proofs: {}, preparations, countsPatients: ['mt-ald', 'mt-16', 'mt-c2s', 'mt-70'],
  });
  return {
    year: 4,
    years: [{ number: 4, start: bounds.start, end: bounds.end, hasTerms: true, status: 'open' }, { number: 5, start: '2026-04-15', end: '2027-04-14', hasTerms: false, status: 'open' }],
    status: 'open',
    revision: 0,
    sheet,
    fingerprint: 'f'.repeat(64),
    closing: null,
    closableFrom: '2026-02-13',
    lacks: closingLacks(sheet),
    nextYear: 5,
    nextYearHasTerms: false,
    revisions: { lines: Object.fromEntries(Object.keys(lines).map((code) => [code, revision])), proposals: {}, preparations: {} },
    events: [],
    today: '2026-05-20',
    may: { write: true },
    ...change,
  };
}
