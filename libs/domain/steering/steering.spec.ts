import { noDetails } from '@maillage/domain/indicators';
import { agreementOn } from '@maillage/domain/contract';
import { isDomainError, parsePeriod } from '@maillage/domain/kernel';
import {
  assembleActionPage,
  assembleBoardPage,
  assembleHome,
  assembleMissionPage,
  boardIndicatorsPerMission,
  comingThings,
  dutiesOf,
  indicatorCards,
  type SteeredAction,
  type SteeredIndicator,
  type SteeringInput,
  totalsOf,
} from './index';

const today = '2026-11-21';
const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');
const code = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (isDomainError(error)) return error.code;
    throw error;
  }
};

function action(number: number, change: Partial<SteeredAction> = {}): SteeredAction {
  return {
    id: `a${number}`,
    number,
    title: `Titre ${number}`,
    missionCodes: ['prevention'],
    status: 'on-track',
    statusSentence: null,
    steps: [],
    leadPersonId: 'p1',
    startsOn: null,
    endsOn: null,
    budgetCents: null,
    axisId: 'x1',
    axisTitle: 'Axe',
    ...change,
  };
}

function indicator(indicatorCode: string, change: Partial<SteeredIndicator> = {}): SteeredIndicator {
  return {
    ...noDetails,
    version: 1,
    id: indicatorCode,
    code: indicatorCode,
    name: 'Actes',
    kind: 'count',
    numeratorLabel: null,
    denominatorLabel: null,
    unit: 'actes',
    decimals: 0,
    direction: 'up',
    frequency: 'quarter',
    aggregation: 'sum',
    bounded: false,
    countsPatients: false,
    baseline: null,
    missions: ['prevention'],
    actionId: null,
    responsiblePersonId: 'p2',
    trackedFrom: '2026-07-01',
    archivedAt: null,
    ...change,
  };
}

function measure(indicatorId: string, periodKey: string, value: number, status: 'draft' | 'validated' = 'validated'): SteeringInput['measures'][number] {
  const period = parsePeriod(periodKey);
  return { id: `${indicatorId}/${periodKey}`, indicatorId, periodKey, periodStart: period.start, periodEnd: period.end, numerator: null, denominator: null, value, status, comment: null };
}

const done = (missionCode: string) => ({ missionCode, chosen: true, startedOn: '2022-06-01', deployedOn: '2023-01-01' });
const empty: SteeringInput = {
  today,
  agreement: agreementOn(today),
  contract: null,
  participations: [],
  actions: [],
  indicators: [],
  measures: [],
  targets: [],
  reports: [],
  people: new Map([
    ['p1', 'Luc Roy'],
    ['p2', 'Anne Petit'],
  ]),
  setup: { territory: false, project: false, recipients: false },
};
const running: SteeringInput = {
  ...empty,
  contract: { signedOn: '2022-04-15', durationYears: 5, agreement: 'aci-cpts/avenant-2', size: 3 },
  participations: [done('access-to-care'), done('care-pathways'), done('prevention'), { ...done('health-crisis'), deployedOn: null }],
  actions: [
    action(1, {
      missionCodes: ['access-to-care', 'care-pathways'],
      status: 'late',
      statusSentence: 'Le protocole attend',
      steps: [
        { id: 's1', title: 'Signer', dueOn: '2026-11-01', doneOn: null },
        { id: 's2', title: 'Former', dueOn: '2026-12-01', doneOn: null },
      ],
    }),
    action(2, { status: 'done' }),
    action(3, { endsOn: '2026-11-11', leadPersonId: null }),
    action(4, { endsOn: '2026-12-19' }),
  ],
  indicators: [indicator('PRE-01'), indicator('PRE-02'), indicator('PAR-01', { missions: [], actionId: 'a1' }), indicator('OLD-01', { archivedAt: new Date(0) })],
  measures: [measure('PRE-01', '2026-Q3', 10), measure('PRE-02', '2026-Q3', 4, 'draft')],
  targets: [
    { indicatorId: 'PRE-01', periodKey: '2026-Q3', value: 10 },
    { indicatorId: 'PRE-02', periodKey: '2026-Q3', value: 8 },
  ],
  reports: [
    { id: 'r1', number: '2026-T3-001', version: 1, status: 'awaiting-approval', periodLabel: 'T3 2026', since: '2026-11-02' },
    { id: 'r2', number: '2026-T2-001', version: 2, status: 'sent', periodLabel: 'T2 2026', since: '2026-07-20' },
  ],
};

describe('what must be done now', () => {
  it('asks for no event, and tells by their day those that wait', () => {
    const drills = indicator('CRI-02', { frequency: 'event', unit: 'exercices', trackedFrom: '2026-01-01' });
    const input: SteeringInput = {
      ...empty, contract: running.contract, indicators: [drills], measures: [measure('CRI-02', 'E2026-02-03', 1, 'draft'), measure('CRI-02', 'E2026-10-06', 2)],
      targets: [{ indicatorId: 'CRI-02', periodKey: 'CY5', value: 4 }],
      unproved: [{ indicatorId: 'CRI-02', periodKey: 'E2026-10-06' }, { indicatorId: 'CRI-02', periodKey: 'E2026-02-03' }],
    };
    const told = dutiesOf(input).filter(({ title }) => title.includes('CRI-02'));
    expect(told.map(({ kind, detail, lateDays }) => [kind, plain(detail), lateDays])).toEqual([
      ['validate', 'Valeur à valider pour le 3 février 2026 : 1 exercice', 0],
      ['proof', 'Preuve manquante pour le 6 octobre 2026, et pour un autre événement', 0],
    ]);
    expect(indicatorCards(input)[0]).toMatchObject({ proofMissing: true, standing: { period: { key: '2026-Q4' }, value: 2, compared: 2, target: 4 } });
    expect(indicatorCards({ ...input, measures: [] })[0]).toMatchObject({ proofMissing: true, standing: { value: null, compared: null, progress: { state: 'no-data' } } });
  });

  it('asks for no proof under a lock, where none can be joined; the value stays marked', () => {
    const closed = [{ id: 'v', periodKey: '2026-Q2', periodStart: '2026-04-01', periodEnd: '2026-06-30', lockedAt: new Date('2026-07-24T08:00:00Z') }];
    const calls = indicator('SNP-09', { frequency: 'quarter', trackedFrom: '2026-04-01' });
    const input: SteeringInput = {
      ...empty, contract: running.contract, indicators: [calls], measures: [measure('SNP-09', '2026-Q2', 1), measure('SNP-09', '2026-Q3', 2)],
      unproved: [{ indicatorId: 'SNP-09', periodKey: '2026-Q3' }, { indicatorId: 'SNP-09', periodKey: '2026-Q2' }],
    };
    const told = (change: Partial<SteeringInput>): string[] => dutiesOf({ ...input, ...change }).flatMap(({ kind, detail }) => (kind === 'proof' ? [plain(detail)] : []));
    expect(told({})).toEqual(['Preuve manquante pour T3 2026 (juil.–sept.), et pour une autre période']);
    expect(told({ locks: closed })).toEqual(['Preuve manquante pour T3 2026 (juil.–sept.)']);
    const whole = { ...input, locks: [{ ...closed[0], periodStart: '2026-01-01', periodEnd: '2026-12-31' }] as typeof closed };
    expect(told({ locks: whole.locks })).toEqual([]);
    expect(indicatorCards(whole)[0]).toMatchObject({ proofMissing: true });
  });

  it('comes late first, with who and since when, whatever its nature', () => {
    expect(dutiesOf(running).map(({ kind, title, who, dueOn, lateDays }) => [kind, plain(title), who, dueOn, lateDays])).toEqual([
      ['mission-deploy', 'Réponse aux crises sanitaires graves', null, '2023-10-15', 1133],
      ['measure', 'PAR-01 Actes', 'Anne Petit', '2026-10-15', 37],
      ['validate', 'PRE-02 Actes', null, '2026-10-15', 37],
      ['step', 'Signer', 'Luc Roy', '2026-11-01', 20],
      ['action-end', 'Action 3 : Titre 3', null, '2026-11-11', 10],
      ['approve', 'Rapport 2026-T3-001, T3 2026', null, '2026-11-02', 0],
    ]);
  });

  it('is for whoever a value waits for: sent back to who gave it, the board where it validates, nobody in a locked period', () => {
    const given = measure('PRE-02', '2026-Q3', 4, 'draft');
    const about = (change: Partial<SteeringInput>) =>
      dutiesOf({ ...running, ...change }).filter(({ link }) => link.id === 'PRE-02').map(({ kind, who, detail }) => [kind, who, plain(detail)]);
    expect(about({ measures: [{ ...given, remark: 'Le mois de juillet manque.' }] })).toEqual([
      ['correct', 'Anne Petit', expect.stringContaining('à corriger : Le mois de juillet manque.')],
    ]);
    const twoSteps = { by: 'board', steps: 2, submitOnSave: true } as const;
    const waits = (checkedAt: string | null) => about({ measures: [{ ...given, status: 'submitted', checkedAt }], validation: twoSteps }).map(([, who]) => who);
    expect([waits(null), waits('2026-10-20T08:00:00Z')]).toEqual([['Coordination'], ['Bureau']]);
    const lock = { id: 'l1', periodKey: '2026-Q3', periodStart: '2026-07-01', periodEnd: '2026-09-30', lockedAt: new Date('2026-10-20T08:00:00Z') };
    expect(about({ locks: [lock] })).toEqual([]);
  });

  it('leads where it is done', () => {
    const links = dutiesOf(running).map(({ link }) => link);
    expect(links).toContainEqual({ to: 'indicator', id: 'PAR-01', periodKey: '2026-Q3' });
    expect(links).toContainEqual({ to: 'action', id: 'a1', periodKey: null });
    expect(links).toContainEqual({ to: 'report', id: 'r1', periodKey: null });
  });

  it('no longer asks for values missing for more than a year', () => {
    const old = { ...running, indicators: [indicator('PRE-01', { trackedFrom: '2020-01-01' })], measures: [] };
    expect(dutiesOf(old).filter(({ kind }) => kind === 'measure').map(({ link }) => link.periodKey)).toEqual(['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3']);
  });

  it('tells many values of one period together on the home, and asks for none that has its reason', () => {
    const calendar = { ...running, actions: [], measures: [], targets: [] };
    const many = { ...calendar, indicators: Array.from({ length: 43 }, (_, index) => indicator(`CT-${index}`)) };
    expect(assembleHome(many).duties.filter(({ kind }) => kind === 'measure').map(({ title, detail, link }) => [plain(title), plain(detail), link])).toEqual([
      ['43 valeurs de T3 2026 (juil.–sept.)', '43 valeurs à saisir, au plus tard le 15 octobre 2026', { to: 'indicator', id: null, periodKey: '2026-Q3' }],
    ]);
    const slow = { ...calendar, indicators: many.indicators.map((one, index) => (index < 20 ? { ...one, dueDays: 30 } : one)) };
    expect(assembleHome(slow).duties.filter(({ kind }) => kind === 'measure').map(({ detail }) => plain(detail))).toEqual([
      '23 valeurs à saisir, au plus tard le 15 octobre 2026', '20 valeurs à saisir, au plus tard le 30 octobre 2026',
    ]);
    expect(dutiesOf(many)).toHaveLength(43 + dutiesOf({ ...calendar, indicators: [] }).length);
    const three = { ...calendar, indicators: many.indicators.slice(0, 3) };
    expect(assembleHome(three).duties.filter(({ kind }) => kind === 'measure')).toHaveLength(3);
    const answered = { ...three, absences: [{ indicatorId: 'CT-0', periodKey: '2026-Q3' }] };
    expect(assembleHome(answered).duties.filter(({ kind }) => kind === 'measure')).toHaveLength(2);
  });

  it('says what each report waits for', () => {
    const of = (status: string) => dutiesOf({ ...empty, reports: [{ id: 'r', number: 'n', version: 1, status, periodLabel: 'p', since: today }] }).map(({ kind }) => kind);
    expect(['preparing', 'awaiting-approval', 'approved', 'sending', 'sent', 'partly-sent', 'failed', 'cancelled'].map((status) => of(status)[0])).toEqual([
      undefined,
      'approve',
      'send',
      undefined,
      undefined,
      'report-failed',
      'report-failed',
      undefined,
    ]);
  });
});

describe('home', () => {
  const home = assembleHome(running);

  it('counts an action that serves two missions once', () => {
    const perMission = home.missions.map(({ code: mission, totals }) => [mission, totals.actions]);
    expect(perMission).toEqual([
      ['access-to-care', 1],
      ['care-pathways', 1],
      ['prevention', 3],
      ['health-crisis', 0],
    ]);
    expect(home.totals).toMatchObject({ actions: 4, actionsWithLateSteps: 1, indicators: 3 });
    expect(home.totals.actionsByStatus).toMatchObject({ 'late': 1, 'done': 1, 'on-track': 2 });
    expect(totalsOf([...running.actions, ...running.actions], indicatorCards(running), today).actions).toBe(4);
  });

  it('says where each mission stands, from its clock, actions and indicators', () => {
    expect(home.missions.map(({ code: mission, state, attainment }) => [mission, state, attainment])).toEqual([
      ['access-to-care', 'late', null],
      ['care-pathways', 'late', null],
      ['prevention', 'late', 75],
      ['health-crisis', 'late', null],
    ]);
    expect(home.missions[2]?.totals.indicatorsByState).toMatchObject({ 'reached': 1, 'late': 1, 'no-data': 0 });
  });

  it('announces four weeks, today and the last day included', () => {
    expect(home.coming.map(({ kind, day }) => [kind, day])).toEqual([
      ['step', '2026-12-01'],
      ['action-end', '2026-12-19'],
    ]);
    expect(comingThings({ ...running, today: '2026-12-05' }).map(({ kind, day }) => [kind, day])).toEqual([
      ['action-end', '2026-12-19'],
      ['measure', '2026-12-31'],
      ['measure', '2026-12-31'],
      ['measure', '2026-12-31'],
    ]);
    expect(comingThings({ ...running, today: '2026-03-18' }).map(({ kind, day }) => [kind, day])).toContainEqual(['contract-anniversary', '2026-04-15']);
  });

  it('announces the deadlines of missions', () => {
    const young = { ...empty, contract: { signedOn: '2026-06-10', durationYears: 5, agreement: 'aci-cpts/avenant-2', size: null } };
    expect(comingThings(young).map(({ kind, day }) => [kind, day])).toEqual([
      ['mission-start', '2026-12-10'],
      ['mission-start', '2026-12-10'],
    ]);
  });

  it('guides the first hour of an empty community', () => {
    const first = assembleHome(empty);
    expect(first.duties).toEqual([]);
    expect(first.missions.map(({ state }) => state)).toEqual(['no-data', 'no-data', 'no-data', 'no-data']);
    expect(first.setup).toMatchObject({ done: 0, complete: false });
    expect(assembleHome({ ...running, setup: { territory: true, project: true, recipients: true } }).setup).toMatchObject({ done: 6, complete: true });
  });

  it('is the same for the same input', () => {
    expect(JSON.stringify(assembleHome(running))).toBe(JSON.stringify(home));
  });
});

describe('pages', () => {
  it('a mission shows its actions, its indicators and what is to be done for it', () => {
    const page = assembleMissionPage(running, 'care-pathways');
    expect(page.actions.map(({ number }) => number)).toEqual([1]);
    expect(page.indicators.map((card) => card.code)).toEqual(['PAR-01']);
    expect(page.duties.map(({ kind }) => kind)).toEqual(['measure', 'step']);
    expect(assembleMissionPage(running, 'access-to-care').parts).toHaveLength(3);
    expect(code(() => assembleMissionPage(running, 'money'))).toBe('mission-unknown');
    expect(code(() => assembleMissionPage(running, 'care-quality'))).toBe('not-found');
  });

  it('an action shows what it serves, its curve and its steps', () => {
    const page = assembleActionPage(running, 'a1');
    expect(page.missions.map((mission) => mission.code)).toEqual(['access-to-care', 'care-pathways']);
    expect(page.action).toMatchObject({ lead: 'Luc Roy', stepsDone: 0, stepsTotal: 2, statusSentence: 'Le protocole attend' });
    expect(page.indicators[0]?.standing?.series).toHaveLength(8);
    expect(page.comingSteps.map(({ id }) => id)).toEqual(['s2']);
    expect(page.suggestedStatus).toBeNull();
    expect(assembleActionPage(running, 'a3').suggestedStatus).toBe('late');
    expect(code(() => assembleActionPage(running, 'nope'))).toBe('not-found');
  });

  it('looks at another period when asked', () => {
    const measures = [...running.measures, measure('PRE-01', '2026-Q2', 7)];
    const tracked = running.indicators.map((one) => ({ ...one, trackedFrom: '2026-01-01' }));
    const page = assembleMissionPage({ ...running, indicators: tracked, measures }, 'prevention', { period: parsePeriod('2026-Q2') });
    expect(page.indicators[0]?.standing).toMatchObject({ value: 7, period: { key: '2026-Q2' } });
  });

  it('the board reads one page: totals, missions with few indicators, alerts with their sentence, what to decide', () => {
    const many = ['PRE-03', 'PRE-04', 'PRE-05'].map((one) => indicator(one));
    const board = assembleBoardPage({ ...running, indicators: [...running.indicators, ...many] });
    expect(board.contractYear).toBe('année\u00A05 (15/04/2026–14/04/2027)');
    expect(board.missions.find((mission) => mission.code === 'prevention')?.keyIndicators).toHaveLength(boardIndicatorsPerMission);
    expect(board.missions.find((mission) => mission.code === 'prevention')?.keyIndicators.map((card) => card.code).slice(0, 2)).toEqual(['PRE-02', 'PRE-01']);
    expect(board.alerts.map(({ number, statusSentence }) => [number, statusSentence])).toEqual([[1, 'Le protocole attend']]);
    expect(board.done.map(({ number }) => number)).toEqual([2]);
    expect(board.toDecide.map(({ kind }) => kind)).toEqual(['approve']);
    expect(board.late.count).toBe(8);
    expect(board.late.first).toHaveLength(5);
  });
});

describe('the euros of the year', () => {
  const part = (maxCents: number, earnedCents: number) => ({ maxCents, earnedCents, atStakeCents: maxCents - earnedCents, lostCents: 0 });
  const mission = (code: string, maxCents: number, earnedCents: number) => ({
    code, label: code, shortLabel: code, kind: 'core' as const, fixedCents: 0, variableCents: maxCents, actions: [], ...part(maxCents, earnedCents),
  });
  const euros: SteeringInput['euros'] = {
    year: 5, start: '2026-04-15', end: '2027-04-14', phase: 'running', operatingCents: 7_500_000, fixedCents: 0, ...part(5_000, 2_000),
    missions: [mission('prevention', 5_000, 2_000), mission('health-crisis', 0, 0)], crisis: { ...part(0, 0), counts: false, possibleCents: 0 },
    checks: [{ code: 'weight-missing', missionCode: null, indicatorCode: null, sentence: 'Un poids manque.' }],
  };

  it('stand on the home, on the board page and on each mission that has a variable part', () => {
    const home = assembleHome({ ...running, euros });
    expect(home.euros).toEqual({ year: 5, phase: 'running', label: 'année\u00A05 (15/04/2026–14/04/2027)', checks: 1, ...part(5_000, 2_000) });
    expect(assembleBoardPage({ ...running, euros }).euros).toEqual(home.euros);
    expect(home.missions.map(({ code, euros: own }) => [code, own?.earnedCents ?? null])).toEqual([
      ['access-to-care', null], ['care-pathways', null], ['prevention', 2_000], ['health-crisis', null],
    ]);
    expect(assembleMissionPage({ ...running, euros }, 'prevention').standing.euros).toEqual(part(5_000, 2_000));
  });

  it('ask for the dialogue of a year that is over, without calling it late', () => {
    const held = dutiesOf({ ...running, reviewToHold: { year: 4, end: '2026-04-14' } }).filter(({ kind }) => kind === 'review');
    expect(held).toEqual([expect.objectContaining({ lateDays: 0, dueOn: '2026-04-14', link: { to: 'review', id: '4', periodKey: null } })]);
    expect(dutiesOf(running).some(({ kind }) => kind === 'review')).toBe(false);
  });

  it('tell what came through collection links as one thing to do', () => {
    const told = (count: number) => dutiesOf({ ...running, contributions: { count, since: '2026-05-02' } }).filter(({ kind }) => kind === 'contribution');
    expect(told(3)).toEqual([expect.objectContaining({ title: '3 réponses à accepter', lateDays: 0, link: { to: 'contributions', id: null, periodKey: null } })]);
    expect([told(0), dutiesOf(running).filter(({ kind }) => kind === 'contribution')]).toEqual([[], []]);
  });

  it('are absent without terms', () => {
    expect(assembleHome(running).euros).toBeNull();
    expect(assembleHome({ ...running, contract: null, euros }).euros).toBeNull();
  });
});
