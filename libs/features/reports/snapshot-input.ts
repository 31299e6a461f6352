import { french, listInFrench, parsePeriod, periodMonths, today as localDay, type Day } from '@maillage/domain/kernel';
import { reportReadsFrom, type SnapshotInput } from '@maillage/domain/reports';
import { settingsOfCommunity, territoryOf } from '@maillage/features/community';
import { contractFacts } from '@maillage/features/contract';
import { everySince, loadAbsences, loadCollectionSettings, loadEvidence, loadFigures, loadIndicatorChanges, loadIndicators, loadNames, loadTargets, lockOfPeriod, type IndicatorChange } from '@maillage/features/indicators';
import { actionsInForce } from '@maillage/features/project';
import type { Clock, Tx } from '@maillage/platform';
import type { StoredReport } from './report.store';

/** Everything a report freezes, read in one transaction. */
export async function readSnapshotInput(tx: Tx, communityId: string, clock: Clock, report: StoredReport): Promise<SnapshotInput> {
  const community = await settingsOfCommunity(tx, communityId);
  const territory = await territoryOf(tx);
  const { contract, agreement, participations, today } = await contractFacts(tx, communityId, clock);
  const actions = await actionsInForce(tx, today);
  const feeding = await loadIndicators(tx, { archived: true });
  const indicators = feeding.filter(({ archivedAt }) => archivedAt === null);
  const period = parsePeriod(report.periodKey);
  const since = reportReadsFrom(period);
  const measures = await loadFigures(tx, everySince(since));
  const inPeriod = measures.filter(({ periodEnd }) => periodEnd >= period.start && periodEnd <= period.end);
  // Those followed less often than the report is made show their last value, with its proofs.
  const longer = new Set(indicators.filter(({ frequency }) => periodMonths[frequency] > periodMonths[period.kind]).map(({ id }) => id));
  const proved = [...inPeriod, ...measures.filter(({ indicatorId, periodEnd }) => longer.has(indicatorId) && periodEnd < period.start)];
  const evidence = await loadEvidence(tx, proved.map(({ id }) => id));
  const names = await loadNames(tx, [...new Set(indicators.flatMap(({ responsiblePersonId }) => responsiblePersonId ?? []))]);
  return {
    report: { kind: report.kind, number: report.number, version: report.version, period },
    now: clock.now(),
    community,
    territory: { departments: territory.departments, population: territory.communes.length === 0 ? null : territory.population },
    contract,
    agreement,
    participations,
    actions: actions.map(({ id, number, title, objective, missionCodes, status, statusSentence, steps, axisTitle, lead }) => ({
      id, number, title, objective, missionCodes, status, statusSentence, steps, axisTitle, leadName: lead,
    })),
    indicators: indicators.map((indicator) => ({
      ...indicator,
      responsibleName: indicator.responsiblePersonId === null ? null : (names.get(indicator.responsiblePersonId) ?? null),
    })),
    feeding,
    measures,
    absences: await loadAbsences(tx, since),
    dueDays: (await loadCollectionSettings(tx)).dueDays,
    targets: await loadTargets(tx, null),
    proofs: evidence.map(({ measureId, name, hash, kind, url }) => ({ measureId, name, sha256: hash, ...(kind === 'file' ? {} : { kind }), ...(url === null ? {} : { address: url }) })),
    definitionChanges: changesInWords(await loadIndicatorChanges(tx, null), period.start, community.timeZone),
    demo: community.demo,
    lockedAt: (await lockOfPeriod(tx, period, clock.now()))?.lockedAt ?? null,
  };
}

/** What readers understand as the definition; the rest (person in charge, code…) does not change what is measured. */
const fieldLabels: Readonly<Record<string, string>> = {
  name: 'nom',
  definition: 'définition',
  numeratorLabel: 'numérateur',
  denominatorLabel: 'dénominateur',
  unit: 'unité',
  decimals: 'nombre de décimales',
  source: 'source',
  evidenceExpected: 'preuve attendue',
  baseline: 'valeur de départ',
  trackedFrom: 'début du suivi',
  kind: 'type',
  frequency: 'périodicité',
  aggregation: 'façon d’additionner les périodes',
  direction: 'sens',
  sourceKind: 'origine de la source',
  alert: 'seuils d’alerte',
  limits: 'limites connues',
  breakdowns: 'répartitions',
  formula: 'formule de calcul',
  countsPatients: 'masquage des petits effectifs',
};

function changesInWords(changes: readonly IndicatorChange[], since: Day, timeZone: string): NonNullable<SnapshotInput['definitionChanges']>[number][] {
  return [...changes].reverse().flatMap(({ indicatorId, at, fields, before, after, version, reason }) => {
    const on = localDay(at, timeZone);
    const told = fields.flatMap((field) => fieldLabels[field] ?? []);
    if (on < since || told.length === 0) return [];
    const name = typeof before['name'] === 'string' && before['name'] !== after['name'] ? ` (auparavant « ${before['name']} »)` : '';
    const what = version === null ? 'Changement' : `Version ${version}`;
    return [{ indicatorId, on, text: french(`${what} : ${listInFrench(told)}${name}${reason === null ? '' : `. Raison : ${reason}`}`) }];
  });
}
