import { openApp, testSession } from '../../../testing/render';
import { serveApi, type ServedAnswer } from '../../../testing/serve-api';
import type { EntryGrid, EntryLine, Indicator, Measure } from '../api';

/** A rate of each quarter, followed by the signed-in person. */
export const indicator = (change: Partial<Indicator> = {}): Indicator => ({
  id: 'a0000000-0000-7000-8000-000000000001',
  code: 'SNP-01',
  name: 'Demandes honorées',
  definition: 'Part des demandes honorées.',
  kind: 'ratio',
  numeratorLabel: 'Honorées',
  denominatorLabel: 'Reçues',
  unit: '%',
  decimals: 0,
  direction: 'up',
  frequency: 'quarter',
  aggregation: 'last',
  bounded: true,
  countsPatients: true,
  source: null,
  evidenceExpected: 'Extraction du registre',
  baseline: null,
  missions: ['access-to-care'],
  actionId: null,
  responsiblePersonId: null,
  trackedFrom: '2026-01-01',
  rationale: null,
  limits: null,
  sourceKind: null,
  alert: null,
  breakdowns: [],
  formula: null,
  dueDays: null,
  version: 1,
  archivedAt: null,
  updatedAt: '2026-01-01T00:00:00Z',
  revision: 1,
  ...change,
});

/** The third quarter of 2026. */
export const period = { key: '2026-Q3', kind: 'quarter' as const, start: '2026-07-01', end: '2026-09-30' };
/** What it serves, and who gives its values. */
export const place = { missionLabels: ['Accès aux soins'], action: null, responsible: 'Claire Martin', mine: false };

/** A value waiting to be validated. */
export const measure = (change: Partial<Measure> = {}): Measure => ({
  parts: [],
  definitionVersion: 1,
  id: 'b0000000-0000-7000-8000-000000000001',
  indicatorId: indicator().id,
  periodKey: period.key,
  periodStart: period.start,
  periodEnd: period.end,
  numerator: 120,
  denominator: 200,
  value: 60,
  comment: null,
  status: 'submitted',
  recordedAt: '2026-10-05T08:00:00Z',
  validatedAt: null,
  origin: 'typed',
  submittedAt: '2026-10-05T08:00:00Z',
  checkedAt: null,
  remark: null,
  returnedAt: null,
  revision: 1,
  ...change,
});

/** Its line on the page where values are given. */
export const entryLine = (change: Partial<EntryLine> = {}): EntryLine => ({
  indicator: indicator(),
  place,
  period,
  label: 'T3 2026 (juil.–sept.)',
  target: 70,
  targetSetFor: '2026-Q3',
  targetOfYear: false,
  measure: null,
  evidence: [],
  recordedByName: null,
  validatedByName: null,
  expected: { need: 'to-enter', dueOn: '2026-10-15', lateDays: 37 },
  absence: null,
  previous: { label: 'T2 2026 (avr.–juin)', text: '61 %', value: 61 },
  earlier: [],
  quality: { values: [61], previous: { label: 'T2 2026', value: 61 }, other: null, definitionChangedOn: null },
  writable: true,
  moves: change.measure ? ['validate', 'send-back', 'delete'] : [],
  lock: null,
  exceptions: [],
  underException: false,
  submittedByName: null,
  checkedByName: null,
  returnedByName: null,
  ...change,
});

/** A count without proof nor parts. */
export const meetings = indicator({
  id: 'a0000000-0000-7000-8000-000000000002',
  code: 'PAR-02', name: 'Réunions tenues', kind: 'count', unit: 'réunions', aggregation: 'sum', bounded: false,
  numeratorLabel: null, denominatorLabel: null, evidenceExpected: null,
});

/** The page of a quarter. */
export const grid = (lines: EntryLine[]): EntryGrid => ({
  periods: [
    { key: '2026-Q3', label: 'T3 2026 (juil.–sept.)', kind: 'quarter', running: false, locked: false, toEnter: 1, toValidate: 0 },
    { key: '2026-Q2', label: 'T2 2026 (avr.–juin)', kind: 'quarter', running: false, locked: false, toEnter: 0, toValidate: 0 },
  ],
  period,
  lines,
  today: '2026-11-21',
  contractStart: null,
});

/** Opens the application on what the server answers. */
export function open(at: string, answers: Record<string, ServedAnswer>, role: 'coordinator' | 'lead' | 'board' = 'coordinator') {
  const asked = serveApi({ 'GET /api/session': testSession({ role }), 'GET /api/contract/current-year': null, ...answers });
  return { asked, ...openApp(at) };
}

/** Where the value is sent. */
export const valuePath = `/api/indicators/${indicator().id}/values/2026-Q3`;
/** The page where it is given. */
export const entryAt = '/indicateurs/saisie?periode=2026-Q3';
