import { missionStateLabels } from '@maillage/domain/contract';
import { progressLabels, progressStates } from '@maillage/domain/indicators';
import { formatDayShort, french, NBSP } from '@maillage/domain/kernel';
import type { ReportSnapshot } from '@maillage/domain/reports';
import { snapshotHash } from '../report/facts';
import { day, heads, rank, text, whole } from './cells';
import { definitionsSheet, indicatorsSheet, stateStyle } from './indicator-sheets';
import { type CellValue, type Sheet, writeWorkbook } from './workbook';

const demoMark = 'Données de démonstration : les valeurs sont inventées.';

/** The report as a spreadsheet: numbers are numbers, shares are shares, dates are dates, and nothing can be run. */
export async function renderXlsx(snapshot: ReportSnapshot): Promise<Buffer> {
  const { report, community, demo } = snapshot;
  const hash = snapshotHash(snapshot);
  return writeWorkbook([summarySheet(snapshot, hash), indicatorsSheet(snapshot), actionsSheet(snapshot), definitionsSheet(snapshot), readMeSheet(snapshot, hash)], {
    title: `${report.kindLabel} ${report.periodLabel}, ${community.title}`,
    author: community.title,
    subject: french(`Rapport n° ${report.number}, version ${report.version}`),
    createdAt: new Date(report.frozenAt),
    footer: `${community.title} · ${french('rapport n°')}${NBSP}${report.number} · version${NBSP}${report.version}${demo ? ' · données de démonstration' : ''}`,
  });
}

function plain(value: string, style: 'plain' | 'title' | 'subtitle' | 'section' | 'demo' = 'plain'): CellValue {
  return { kind: 'text', text: value, style };
}

function summarySheet(snapshot: ReportSnapshot, hash: string): Sheet {
  const { report, community, contract, summary, demo } = snapshot;
  const byCode = new Map(snapshot.indicators.map((indicator) => [indicator.code, indicator]));
  const figures = [...progressStates.map((state) => progressLabels[state]), 'Actions'];
  const rows: CellValue[][] = [
    [plain(report.kindLabel, 'title')],
    [plain(`${community.title} · ${report.periodLabel}${contract ? ` · ${contract.yearLabel}` : ''}`, 'subtitle')],
    ...(demo ? [[plain(french(demoMark), 'demo')]] : []),
    [],
    [plain('Le rapport', 'section')],
    [text('Numéro', 'strong'), text(report.number)],
    [text('Version', 'strong'), rank(report.version)],
    [text('Période', 'strong'), text(report.periodLabel, 'line')],
    [text('Début', 'strong'), day(report.periodStart)],
    [text('Fin', 'strong'), day(report.periodEnd)],
    [text('Données arrêtées le', 'strong'), text(report.frozenLabel, 'line')],
    ...(report.lockedLabel === undefined ? [] : [[text('Période verrouillée le', 'strong'), text(report.lockedLabel ?? 'non verrouillée', 'line')]]),
    [text('Empreinte SHA-256', 'strong'), text(hash, 'line')],
    [],
    [plain('Où en sont les indicateurs', 'section')],
    heads(['État', 'Indicateurs'], ['Indicateurs']),
    ...progressStates.map((state) => [text(progressLabels[state], stateStyle(state)), whole(summary.indicatorsByState[state])]),
    [text('Total', 'strong'), whole(summary.indicators)],
    [],
    [plain('Où en sont les valeurs', 'section')],
    ...([['Transmises', summary.valuesGiven], ['Validées', summary.valuesValidated], ['Accompagnées d’une preuve', summary.valuesWithProof], ['Masquées (petits effectifs)', summary.valuesMasked]] as const).map(
      ([label, count]) => [text(label, 'strong'), whole(count)],
    ),
    [],
    [plain('Par mission', 'section')],
    heads(['Mission', 'Situation', ...figures], figures),
    ...snapshot.missions.map((mission) => {
      const indicators = mission.indicatorCodes.flatMap((code) => byCode.get(code) ?? []);
      return [
        text(mission.label, 'strong'),
        text(missionStateLabels[mission.state]),
        ...progressStates.map((state) => whole(indicators.filter(({ progress }) => progress.state === state).length)),
        whole(mission.actionNumbers.length),
      ];
    }),
  ];
  return { name: 'Synthèse', widths: [58, 24, 13, 13, 13, 13, 13, 13, 10], rows, heights: new Map([[1, 26], [2, 18]]) };
}

function actionsSheet(snapshot: ReportSnapshot): Sheet {
  const labels = new Map(snapshot.missions.map(({ code, label }) => [code, label]));
  const titles = ['N°', 'Action', 'Axe', 'Missions', 'Pilote', 'État', 'Où en est-on', 'Étapes faites', 'Étapes', 'Étapes en retard', 'Plus ancien retard', 'Indicateurs'];
  return {
    name: 'Actions',
    widths: [6, 46, 40, 40, 22, 14, 50, 10, 10, 50, 13, 26],
    headerRow: 1,
    frozenColumns: 2,
    heights: new Map([[1, 30]]),
    rows: [
      heads(titles, ['Étapes faites', 'Étapes']),
      ...snapshot.actions.map((action): CellValue[] => [
        rank(action.number),
        text(action.title, 'strong'),
        text(action.axis),
        text(action.missionCodes.map((code) => labels.get(code) ?? code).join(' ; ')),
        text(action.lead),
        text(action.statusLabel, action.status === 'done' ? 'reached' : action.status === 'not-started' || action.status === 'dropped' ? 'none' : action.status),
        text(action.statusSentence),
        whole(action.stepsDone),
        whole(action.stepsTotal),
        text(action.lateSteps.map(({ title, dueOn }) => `${title} (${formatDayShort(dueOn)})`).join('\n')),
        day(action.lateSteps.map(({ dueOn }) => dueOn).sort()[0] ?? null),
        text(action.indicatorCodes.join(', ')),
      ]),
    ],
  };
}

function readMeSheet(snapshot: ReportSnapshot, hash: string): Sheet {
  const lines: [string, string][] = [
    ['Synthèse', 'Une page : l\'état des indicateurs, des valeurs et des missions.'],
    ['Indicateurs', 'Une ligne par indicateur et par période. La colonne « Période du rapport » dit « oui » pour la ligne du rapport. Les filtres sont prêts.'],
    ['Actions', 'Une ligne par action, une seule fois, même quand elle sert plusieurs missions.'],
    ['Définitions', 'Ce que mesure chaque indicateur, sa source, la preuve attendue et les changements de définition.'],
    ['Nombres', 'Les valeurs sont des nombres : 63 % est la valeur 0,63 affichée en pourcentage. Les dates sont des dates. Le fichier ne contient aucune formule.'],
    ['Cases vides', 'Une valeur absente est une case vide : elle n\'est jamais zéro.'],
    ['Petits effectifs', snapshot.maskNote],
    ['États', 'Atteint : la valeur est à l\'objectif ou meilleure. En bonne voie, à risque, en retard : selon la part du chemin attendu qui est faite. Les seuils sont dans l\'annexe du PDF.'],
    ['Vérifier', `Le PDF, ce tableur et le fichier JSON sont faits des mêmes données arrêtées, dont l'empreinte SHA-256 est ${hash}.`],
    ...(snapshot.demo ? [['Attention', demoMark] as [string, string]] : []),
  ];
  return {
    name: 'Lisez-moi',
    widths: [22, 110],
    rows: [[plain('Comment lire ce fichier', 'title')], [], ...lines.map(([label, words]) => [text(label, 'strong'), text(french(words))])],
    heights: new Map([[1, 26]]),
    landscape: false,
  };
}
