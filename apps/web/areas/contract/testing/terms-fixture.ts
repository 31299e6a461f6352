import type { ContractIndicator, ContractTerms } from '@maillage/domain/contract';
import type { TermsPage } from '../terms-api';

const indicator = (change: Partial<ContractIndicator>): ContractIndicator => ({
  code: 'mt-ald',
  title: 'Patients en ALD sans médecin traitant',
  clause: 'Réduire le nombre de patients en ALD sans médecin traitant.',
  source: 'cpam',
  kind: 'count',
  direction: 'down',
  baseline: { value: 219, on: '2026-04-15' },
  scoring: {
    mode: 'tiers',
    tiers: [
      { label: 'socle', threshold: 219, cents: 300000 },
      { label: 'intermédiaire', threshold: 100, cents: 600000 },
      { label: 'objectif', threshold: 50, cents: 900000 },
    ],
  },
  maxCents: 900000,
  evidence: ['résultat de requête locale de la CPAM'],
  note: null,
  onlyIfCrisis: false,
  ...change,
});

/** Two missions: one whose indicators add up, one whose weight is missing. */
export const terms: ContractTerms = {
  operating: { cents: 7500000, confirmed: true },
  missions: [
    {
      code: 'access-to-care',
      kind: 'core',
      fixed: { cents: 9000000, confirmed: true },
      variable: { cents: 3500000, confirmed: true },
      variableIfCrisis: null,
      actions: [
        {
          code: 'treating-doctor',
          title: "Faciliter l'accès à un médecin traitant",
          indicators: [
            indicator({}),
            indicator({ code: 'partner', title: 'Partenariat avec la CPAM maintenu', clause: null, source: 'cpts', kind: 'done', direction: null, baseline: null, scoring: { mode: 'done', cents: 2600000 }, maxCents: 2600000, evidence: ['bilan'] }),
          ],
        },
      ],
    },
    {
      code: 'health-crisis',
      kind: 'core',
      fixed: { cents: 2250000, confirmed: false },
      variable: { cents: 0, confirmed: true },
      variableIfCrisis: { cents: 6750000, confirmed: true },
      actions: [{ code: 'plan', title: 'Plan de crise', indicators: [indicator({ code: 'plan', title: 'Plan conforme', kind: 'done', direction: null, baseline: null, scoring: { mode: 'done', cents: null }, maxCents: null })] }],
    },
  ],
};

const version = {
  amendment: 0,
  label: 'Contrat tel que signé',
  effectiveOn: '2026-04-15',
  revision: 3,
  updatedAt: '2026-11-20T08:00:00Z',
  updatedBy: 'Claire Martin',
  current: true,
  hash: 'a'.repeat(64),
};

const year = (number: number, state: 'past' | 'current'): NonNullable<TermsPage['year']> => ({
  number,
  start: `${2021 + number}-04-15`,
  end: `${2022 + number}-04-14`,
  state,
  hasTerms: number === 5,
  closed: false,
  amendment: number === 5 ? 0 : null,
});

/** A page of the contract as the server answers it; `change` says otherwise. */
export function termsPage(change: Partial<TermsPage> = {}): TermsPage {
  return {
    contract: {
      signedOn: '2022-04-15',
      endsOn: '2027-04-14',
      durationYears: 5,
      agreement: 'aci-cpts/avenant-2',
      agreementLabel: 'Accord conventionnel interprofessionnel CPTS, avenant 2',
      size: 3,
      revision: 1,
    },
    years: [year(4, 'past'), year(5, 'current')],
    year: year(5, 'current'),
    version,
    terms,
    versions: [version],
    warnings: [
      { path: 'missions[1].fixed.cents', code: 'unconfirmed', sentence: 'Crise sanitaire, part fixe : 22 500 € à confirmer sur votre contrat.' },
      { path: 'missions[1].actions[0].indicators[0].maxCents', code: 'weight-missing', sentence: '« Plan conforme » : le contrat ne dit pas ce que paie la cible.' },
    ],
    sizeWarning: 'Le contrat dit taille 3 ; le territoire serait en taille 2.',
    missions: [
      { code: 'access-to-care', label: "Amélioration de l'accès aux soins", shortLabel: 'Accès aux soins', kind: 'core', chosen: true },
      { code: 'health-crisis', label: 'Réponse aux crises sanitaires graves', shortLabel: 'Crise sanitaire', kind: 'core', chosen: true },
      { code: 'care-quality', label: 'Qualité et pertinence des soins', shortLabel: 'Qualité', kind: 'optional', chosen: false },
    ],
    suggestions: [
      { missionCode: null, part: 'operating', cents: 7500000, isRule: true, sentence: 'publié : Sénat' },
      { missionCode: 'access-to-care', part: 'fixed', cents: 9000000, isRule: true, sentence: 'publié : contrats' },
      { missionCode: 'access-to-care', part: 'variable', cents: 3500000, isRule: true, sentence: 'publié : contrats' },
      { missionCode: 'health-crisis', part: 'fixed', cents: 2250000, isRule: false, sentence: 'à confirmer' },
      { missionCode: 'health-crisis', part: 'variableIfCrisis', cents: 6750000, isRule: true, sentence: 'publié : contrats' },
      { missionCode: 'care-quality', part: 'fixed', cents: 1500000, isRule: true, sentence: 'publié : contrats' },
      { missionCode: 'care-quality', part: 'variable', cents: 1500000, isRule: true, sentence: 'publié : contrats' },
    ],
    startingPoint: null,
    startingPointFrom: null,
    crises: [],
    crisisKinds: [{ code: 'epidemic', label: 'Épidémie, chaleur, froid, pollution' }],
    today: '2026-11-21',
    may: { write: true, amend: true, import: true, crises: true },
    ...change,
  };
}

/** The agreement of these pages, as far as they read it. */
export const agreements = {
  agreements: [
    {
      code: 'aci-cpts/avenant-2',
      label: 'Accord conventionnel interprofessionnel CPTS, avenant 2',
      missions: termsPage().missions.map((mission) => ({ ...mission, summary: 'Ce que fait la mission.', parts: [], introducedOn: '2019-08-25', startWithinMonths: null, deployWithinMonths: null })),
      sizes: [],
      amounts: [],
      crisisKinds: [],
      notes: [],
      sources: [],
      signedOn: '2021-12-20',
      validFrom: '2022-03-31',
      validTo: null,
      contractYears: 5,
      sizeNote: '',
      structure: { label: 'CPTS', name: 'CPTS' },
    },
  ],
};
