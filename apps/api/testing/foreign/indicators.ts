import type { IndicatorInput } from '@maillage/domain/indicators';
import { AttachEvidence, DefineIndicator, GrantException, LockPeriod, RecordMeasure, StartImport, ValidationQueries } from '@maillage/features/indicators';
import type { MadeCommunity } from '@maillage/features/testing';
import type { TestApp } from '../test-app';
import type { Foreign } from './foreign';

/** A count followed each quarter of 2026, as a door takes it. */
export const sampleIndicator: Omit<IndicatorInput, 'code'> = {
  name: 'Réunions pluriprofessionnelles', definition: 'Réunions tenues dans la période.', kind: 'count', numeratorLabel: null, denominatorLabel: null,
  unit: 'réunions', decimals: 0, direction: 'up', frequency: 'quarter', aggregation: 'sum', bounded: false, countsPatients: false, source: 'Agenda',
  evidenceExpected: 'Feuille d’émargement', baseline: null, missions: ['care-pathways'], actionId: null, responsiblePersonId: null, trackedFrom: '2026-01-01',
};

let made = 0;

async function indicator(app: TestApp, { coordinator }: MadeCommunity): Promise<string> {
  made += 1;
  return app.get(DefineIndicator).create(coordinator, { ...sampleIndicator, code: `ESSAI-${made}` });
}

async function measure(app: TestApp, community: MadeCommunity): Promise<string> {
  const input = { indicatorId: await indicator(app, community), periodKey: '2026-Q3', value: 4, revision: 0 };
  return (await app.get(RecordMeasure).execute(community.coordinator, input)).id;
}

/** A month of the past that is not locked yet: a lock of 2026 would close the values the other makers give. */
async function unlocked(app: TestApp, { coordinator }: MadeCommunity): Promise<string> {
  const { lockable } = await app.get(ValidationQueries).locks(coordinator);
  return lockable.find(({ key }) => /^2025-\d\d$/.test(key))?.key ?? '2024-01';
}

/** What this area names in addresses. */
export const indicatorsForeign: Foreign = {
  makers: {
    indicatorId: indicator,
    measureId: measure,
    lockId: async (app, community) => {
      const period = await unlocked(app, community);
      const { left } = await app.get(ValidationQueries).preview(community.coordinator, period);
      return app.get(LockPeriod).lock(community.coordinator, period, left.length);
    },
    exceptionId: async (app, community) => {
      const indicatorId = await indicator(app, community);
      const { locks } = await app.get(ValidationQueries).locks(community.coordinator);
      const standing = locks.some(({ unlockedAt, periodKey }) => unlockedAt === null && periodKey === '2025');
      if (!standing) await app.get(LockPeriod).lock(community.coordinator, '2025', (await app.get(ValidationQueries).preview(community.coordinator, '2025')).left.length);
      const asked = { personId: community.coordinator.personId, indicatorId, periodKey: '2025-Q1', untilOn: '2026-11-30', untilTime: '18:00', reason: 'Chiffre corrigé' };
      return app.get(GrantException).grant(community.coordinator, asked);
    },
    importId: async (app, { coordinator }) => app.get(StartImport).execute(coordinator, { name: 'valeurs.csv', bytes: Buffer.from('Code;Période;Valeur\n') }),
    evidenceId: async (app, community) => {
      const file = { name: 'feuille.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') };
      const measureId = await measure(app, community);
      return { measureId, evidenceId: await app.get(AttachEvidence).add(community.coordinator, measureId, file) };
    },
  },
  common: { periodKey: 'A period, the same for every community; the indicator before it is the community’s.' },
  bodies: {
    'PUT /api/indicators/{indicatorId}/absences/{periodKey}': { revision: 0, reason: 'Aucune réunion' },
    'POST /api/indicators/{indicatorId}/computed/{periodKey}': { choice: 'keep', reason: 'Vu avec le pilote', revision: 1 },
    'PUT /api/value-imports/{importId}/mapping': { revision: 1, uses: ['indicator', 'period', 'value'] },
    'POST /api/measures/{measureId}/evidence/links': { url: 'https://exemple.fr/releve', title: 'Relevé' },
    'POST /api/measures/{measureId}/submission': { revision: 1 },
    'POST /api/measures/{measureId}/return': { revision: 1, remark: 'Le total est à revoir.' },
    'POST /api/period-locks/{lockId}/unlocking': { reason: 'Chiffre corrigé par la CPAM' },
    'POST /api/indicators': { ...sampleIndicator, code: 'ESSAI' },
    'PUT /api/indicators/{indicatorId}': { ...sampleIndicator, code: 'ESSAI', revision: 1 },
    'PUT /api/indicators/{indicatorId}/values/{periodKey}': { revision: 0, value: 3 },
  },
};
