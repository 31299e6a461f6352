import { directionLabels, frequencyLabels, indicatorKindLabels, type ProgressState } from '@maillage/domain/indicators';
import { formatPeriod, french, parsePeriod, type Period } from '@maillage/domain/kernel';
import type { ReportSnapshot, SnapshotIndicator, SnapshotPoint } from '@maillage/domain/reports';
import { proofText } from '../report/facts';
import { day, figure, heads, rank, text, whole } from './cells';
import type { StyleName } from './styles';
import type { CellValue, Sheet } from './workbook';

/** The style of a status word. */
export function stateStyle(state: ProgressState): StyleName {
  return state === 'no-data' || state === 'no-target' ? 'none' : state;
}

function periodOf(snapshot: ReportSnapshot, key: string): Period {
  return parsePeriod(key, { contractStart: snapshot.contract?.signedOn ?? null });
}

/** One row per indicator and period: to filter, to sort, to pivot. */
export function indicatorsSheet(snapshot: ReportSnapshot): Sheet {
  const labels = new Map(snapshot.missions.map(({ code, label }) => [code, label]));
  const titles = [
    'Code', 'Indicateur', 'Missions', 'Action', 'Période', 'Début', 'Fin', 'Période du rapport', 'Valeur', 'Unité', 'Objectif', 'Cumul de l’année', 'Année du cumul', 'État',
    'Situation de la valeur', 'Numérateur', 'Dénominateur', 'Commentaire', 'Preuves', 'Suivi par',
  ];
  const rows = snapshot.indicators.flatMap((indicator) => {
    const missions = indicator.missionCodes.map((code) => labels.get(code) ?? code).join(' ; ');
    const points = indicator.series.some(({ periodKey }) => periodKey === indicator.periodKey)
      ? indicator.series
      : [...indicator.series, { periodKey: indicator.periodKey, label: indicator.periodLabel, value: indicator.value.value, masked: indicator.value.masked, target: indicator.target?.value ?? null }];
    return points.map((point): CellValue[] => {
      const period = periodOf(snapshot, point.periodKey);
      const reported = point.periodKey === indicator.periodKey;
      return [
        text(indicator.code, 'code'),
        text(indicator.name, 'line'),
        text(missions, 'line'),
        indicator.actionNumber === null ? text(null) : rank(indicator.actionNumber),
        text(formatPeriod(period), 'line'),
        day(period.start),
        day(period.end),
        text(reported ? 'oui' : 'non'),
        reported ? figure(indicator, indicator.value) : pointCell(indicator, point),
        text(indicator.unit, 'line'),
        reported ? figure(indicator, indicator.target) : pointTarget(indicator, point),
        reported && indicator.yearSoFar ? figure(indicator, indicator.yearSoFar) : text(null),
        text(reported ? (indicator.yearSoFar?.year ?? null) : null),
        reported ? text(indicator.progress.label, stateStyle(indicator.progress.state)) : text(null),
        text(situation(indicator, point, reported)),
        reported ? partCell(indicator.numerator) : text(null),
        reported ? partCell(indicator.denominator) : text(null),
        reported ? text(indicator.comment?.replace(/\s*\n\s*/g, ' '), 'line') : text(null),
        reported ? proofsCell(indicator) : text(null),
        text(indicator.responsible, 'line'),
      ];
    });
  });
  return {
    name: 'Indicateurs',
    widths: [10, 46, 34, 8, 24, 12, 12, 11, 13, 15, 13, 13, 12, 16, 18, 13, 13, 44, 21, 20],
    headerRow: 1,
    frozenColumns: 2,
    rows: [heads(titles, ['Valeur', 'Objectif', 'Cumul de l’année', 'Numérateur', 'Dénominateur', 'Preuves']), ...rows],
    heights: new Map([[1, 30]]),
  };
}

function pointCell(indicator: SnapshotIndicator, { value, masked }: SnapshotPoint): CellValue {
  return figure(indicator, { value, masked, text: 'masqué' });
}

function pointTarget(indicator: SnapshotIndicator, { target }: SnapshotPoint): CellValue {
  return figure(indicator, { value: target, masked: false, text: '' });
}

/** How many proofs the value has; the absence of any is said, not counted. */
function proofsCell(indicator: SnapshotIndicator): CellValue {
  const { proofs, status } = indicator;
  if (proofs.length > 0 || status === 'missing' || status === 'none') return whole(proofs.length);
  const said = proofText(indicator);
  return text(said.note ? `${said.text} ${said.note}` : said.text, 'line');
}

function partCell(part: SnapshotIndicator['numerator']): CellValue {
  return figure({ kind: 'count', unit: null, decimals: 0 }, part);
}

function situation(indicator: SnapshotIndicator, point: SnapshotPoint, reported: boolean): string {
  if (point.masked || (reported && indicator.value.masked)) return 'masquée';
  if (reported) return { validated: 'validée', draft: 'non validée', missing: 'absente', none: 'aucun événement' }[indicator.status];
  return point.value === null ? 'absente' : 'transmise';
}

/** What each indicator is, where it comes from, and what changed in it. */
export function definitionsSheet(snapshot: ReportSnapshot): Sheet {
  const titles = [
    'Code', 'Indicateur', 'Définition', 'Type', 'Numérateur', 'Dénominateur', 'Unité', 'Sens', 'Périodicité', 'Source', 'Preuve attendue', 'Valeur initiale', 'Date', 'Changement de définition',
  ];
  const changes = new Map<string, string[]>();
  for (const { code, on, text: words } of snapshot.definitionChanges) {
    const [year, month, date] = on.split('-');
    changes.set(code, [...(changes.get(code) ?? []), `${date}/${month}/${year}${french(' : ')}${words}`]);
  }
  return {
    name: 'Définitions',
    widths: [10, 46, 60, 20, 34, 34, 15, 15, 20, 32, 28, 13, 12, 44],
    headerRow: 1,
    frozenColumns: 2,
    heights: new Map([[1, 30]]),
    rows: [
      heads(titles, ['Valeur initiale']),
      ...snapshot.indicators.map((indicator): CellValue[] => [
        text(indicator.code, 'code'),
        text(indicator.name),
        text(indicator.definition),
        text(indicatorKindLabels[indicator.kind]),
        text(indicator.numeratorLabel),
        text(indicator.denominatorLabel),
        text(indicator.unit),
        text(directionLabels[indicator.direction]),
        text(frequencyLabels[indicator.frequency]),
        text(indicator.source),
        text(indicator.evidenceExpected),
        figure(indicator, indicator.baseline),
        day(indicator.baseline?.on ?? null),
        text(changes.get(indicator.code)?.join('\n')),
      ]),
    ],
  };
}
