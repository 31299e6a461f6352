import { agreementByCode, type AgreementVersion } from '@maillage/domain/contract';
import { noDetails, type Measure, type Target } from '@maillage/domain/indicators';
import { lastPeriods, parsePeriod, roundTo } from '@maillage/domain/kernel';
import { draftFromModel, projectModels, type ActionSheet } from '@maillage/domain/project';
import { buildSnapshot, type ReportedAction, type ReportedIndicator, type ReportSnapshot, type SnapshotInput } from '@maillage/domain/reports';
import { type DemoIndicator, demoIndicators } from './demo-indicators';

const contract = { signedOn: '2022-04-15', durationYears: 5, agreement: 'aci-cpts/avenant-2', size: 2 as const };
const calendar = { contractStart: contract.signedOn };
const period = parsePeriod('2026-Q3');

function id(kind: number, index: number): string {
  return `0199f3a2-${String(kind).padStart(4, '0')}-7000-8000-${String(index).padStart(12, '0')}`;
}

function agreement(): AgreementVersion {
  const version = agreementByCode(contract.agreement);
  if (!version) throw new Error('agreement in force not found');
  return version;
}

const tracking: Readonly<Record<number, Partial<ActionSheet> & { axis?: string }>> = {
  1: { status: 'on-track', statusSentence: 'Le protocole signé en mai s’applique dans deux services sur trois.', leadName: 'Claire Morin' },
  2: { status: 'at-risk', statusSentence: 'Le délai de cardiologie baisse, mais trop lentement : un seul cardiologue répond.', leadName: 'Dr Paul Lenoir' },
  3: { status: 'at-risk', statusSentence: 'Régulation ouverte ; il manque deux effecteurs le samedi matin.', leadName: 'Dr Anne Roussel' },
  4: { status: 'late', statusSentence: 'La convention de télé-expertise attend la signature du centre hospitalier depuis juin.', leadName: 'Marc Duval' },
  5: { status: 'on-track', statusSentence: 'Campagne antigrippale prête, 14 lieux de vaccination.', leadName: 'Sophie Garnier' },
  6: { status: 'done', statusSentence: null, leadName: 'Luc Perrin' },
  7: { status: 'on-track', statusSentence: null, leadName: 'Claire Morin' },
};

function actions(): ReportedAction[] {
  const model = projectModels.find(({ code }) => code === 'giennois-berry');
  if (!model) throw new Error('model not found');
  let next = 0;
  const { tree, sheets } = draftFromModel(model, {
    missionCodes: agreement().missions.map(({ code }) => code),
    startsOn: '2025-11-01',
    usedNumbers: [],
    nextId: () => id(1, ++next),
  });
  return sheets.map((sheet): ReportedAction => {
    const axis = tree.axes.find((candidate) => candidate.actions.some((action) => action.id === sheet.id));
    const status = tracking[sheet.number] ?? {};
    const steps = sheet.steps.map((step, index) => ({ ...step, doneOn: index < 2 || status.status !== 'late' ? (step.dueOn ?? '') < '2026-08-01' ? step.dueOn : null : null }));
    return { ...sheet, ...status, steps, statusSentence: status.statusSentence ?? null, leadName: status.leadName ?? null, axisTitle: axis?.title ?? '' };
  });
}

function indicator(demo: DemoIndicator, index: number, actionIds: ReadonlyMap<number, string>): ReportedIndicator {
  return {
    ...noDetails,
    version: 1,
    id: id(2, index),
    code: demo.code,
    name: demo.name,
    definition: `${demo.name} : relevé ${demo.frequency === 'contract-year' ? 'chaque année du contrat' : 'chaque trimestre'} sur tout le territoire de la communauté, sans double compte.`,
    kind: demo.kind,
    numeratorLabel: demo.kind === 'ratio' ? 'nombre de personnes concernées' : null,
    denominatorLabel: demo.kind === 'ratio' ? 'ensemble des personnes suivies sur la période' : null,
    unit: demo.unit,
    decimals: demo.decimals ?? 0,
    direction: demo.direction ?? 'up',
    frequency: demo.frequency ?? 'quarter',
    aggregation: demo.aggregation ?? 'sum',
    bounded: demo.kind === 'ratio',
    countsPatients: demo.countsPatients ?? false,
    source: demo.countsPatients ? 'Requête locale de la CPAM et registre de la communauté' : 'Registre de la communauté',
    evidenceExpected: 'Extraction datée ou liste émargée',
    baseline: demo.baseline === undefined ? null : { value: demo.baseline, on: '2024-06-30' },
    missions: demo.missions,
    actionId: demo.action === null ? null : (actionIds.get(demo.action) ?? null),
    responsiblePersonId: null,
    responsibleName: 'Claire Morin',
    trackedFrom: '2022-04-15',
    archivedAt: null,
  };
}

function measures(demo: DemoIndicator, index: number): Omit<Measure, 'revision'>[] {
  const last = demo.frequency === 'contract-year' ? parsePeriod('CY4', calendar) : period;
  const periods = lastPeriods(last, demo.values.length, calendar);
  return demo.values.flatMap((given, at): Omit<Measure, 'revision'>[] => {
    const covered = periods[at];
    if (given === null || !covered) return [];
    const [numerator, denominator] = typeof given === 'number' ? [null, null] : given;
    const latest = at === demo.values.length - 1;
    return [
      {
        id: id(3, index * 100 + at),
        indicatorId: id(2, index),
        periodKey: covered.key,
        periodStart: covered.start,
        periodEnd: covered.end,
        numerator,
        denominator,
        value: typeof given === 'number' ? given : roundTo((given[0] / given[1]) * 100, demo.decimals ?? 0),
        comment: latest ? (demo.comment ?? null) : null,
        status: latest && demo.draft ? 'draft' : 'validated',
      },
    ];
  });
}

/** Everything the demo report is made from; specs change what they are about. */
export function demoInput(indicators: readonly DemoIndicator[] = demoIndicators): SnapshotInput {
  const allActions = actions();
  const actionIds = new Map(allActions.map(({ id: actionId, number }) => [number, actionId]));
  const all = indicators.flatMap(measures);
  return {
    report: { kind: 'quarter-indicators', number: '2026-T3-01', version: 1, period },
    now: new Date('2026-10-14T07:30:00Z'),
    community: { id: id(0, 1), name: 'Giennois-Berry', label: 'CPTS', timeZone: 'Europe/Paris', maskBelow: 6 },
    territory: { departments: ['18', '45'], population: { total: 58214, communes: 61, unknown: [] } },
    contract,
    agreement: agreement(),
    participations: agreement().missions.map(({ code }) => ({
      missionCode: code,
      chosen: true,
      startedOn: code === 'professional-support' ? '2025-09-01' : '2022-09-01',
      deployedOn: code === 'access-to-care' || code === 'care-pathways' ? '2023-10-01' : code === 'prevention' ? '2024-03-15' : code === 'health-crisis' ? '2023-10-01' : '2025-12-01',
    })),
    actions: allActions,
    indicators: indicators.map((demo, index) => indicator(demo, index, actionIds)),
    measures: all,
    targets: indicators.flatMap((demo, index): Target[] =>
      demo.target === null
        ? []
        : demo.frequency === 'contract-year'
          ? [{ indicatorId: id(2, index), periodKey: 'CY4', value: demo.target }]
          : lastPeriods(period, 8).map(({ key }) => ({ indicatorId: id(2, index), periodKey: key, value: demo.target ?? 0 })),
    ),
    proofs: indicators.flatMap((demo, index) =>
      (demo.proofs ?? []).map((name, at) => ({
        measureId: id(3, index * 100 + demo.values.length - 1),
        name: `${name}.pdf`,
        sha256: `${(index * 7 + at * 3 + 11).toString(16).padStart(2, '0')}c4e1f0a97b3d52`.repeat(4).slice(0, 64),
      })),
    ),
    definitionChanges: [{ indicatorId: id(2, 3), on: '2026-07-01', text: 'Les actes réalisés en EHPAD sont comptés depuis le 1er juillet 2026.' }],
    demo: true,
  };
}

/** The demo report, frozen. */
export function demoSnapshot(indicators?: readonly DemoIndicator[]): ReportSnapshot {
  return buildSnapshot(demoInput(indicators));
}
