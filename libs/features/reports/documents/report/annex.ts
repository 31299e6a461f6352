import { directionLabels, frequencyLabels, progressLabels, progressThresholds } from '@maillage/domain/indicators';
import { formatDay, formatDayShort, formatPercent, french, NBSP } from '@maillage/domain/kernel';
import type { ReportSnapshot, SnapshotIndicator } from '@maillage/domain/reports';
import type { Flow } from '../pdf/flow';
import type { StructureNode } from '../pdf/structure';
import { type Cell, type CellText, Table } from '../pdf/table';
import { cell, cellWithNote, heading, paragraph, statusCell } from './blocks';
import { validationText } from './facts';
import { toneOfState } from './status-mark';
import { letters, tableStyle } from './style';

/** How to read the report and where each figure comes from. */
export function drawAnnex(flow: Flow, parent: StructureNode, snapshot: ReportSnapshot, hash: string): void {
  const section = parent.add('Sect');
  const states = stateTable();
  heading(flow, section, { text: 'Annexe', level: 2, place: 'annex', gap: 28 }, 30 + states.height);
  heading(flow, section, { text: 'Ce que veulent dire les états', level: 3, place: 'annex-states', gap: 4 }, states.height);
  states.place(flow, section);
  flow.skip(5);
  paragraph(flow, section, french(`${snapshot.maskNote} Un tiret (—) marque une valeur absente : elle n'est jamais comptée comme zéro. Sur les courbes, une valeur absente ou masquée laisse un vide et un point creux est une valeur non validée.`), letters.note);

  const pending = snapshot.indicators.filter(({ status }) => status !== 'validated');
  if (pending.length > 0) {
    const table = pendingTable(pending);
    heading(flow, section, { text: 'Valeurs absentes ou en attente de validation', level: 3, place: 'annex-pending' }, table.startHeight);
    table.place(flow, section);
  }
  if (snapshot.indicators.length > 0) {
    const table = definitionTable(snapshot.indicators);
    heading(flow, section, { text: 'Définitions et sources', level: 3, place: 'annex-definitions' }, table.startHeight);
    table.place(flow, section);
  }
  if (snapshot.definitionChanges.length > 0) {
    const table = new Table({
      columns: [{ title: 'Indicateur', width: 70 }, { title: 'Date', width: 70 }, { title: 'Ce qui change', width: 353.2 }],
      rows: snapshot.definitionChanges.map(({ code, on, text }) => [cell(code, letters.cellStrong), cell(formatDayShort(on)), cell(text)]),
      rowHeader: 0,
      summary: 'Définitions modifiées depuis le rapport précédent',
      style: tableStyle,
    });
    heading(flow, section, { text: 'Définitions modifiées', level: 3, place: 'annex-changes' }, table.startHeight);
    table.place(flow, section);
  }
  const proofs = snapshot.indicators.flatMap((indicator) => indicator.proofs.map((proof) => ({ indicator, proof })));
  if (proofs.length > 0) {
    const table = new Table({
      columns: [{ title: 'Indicateur', width: 60 }, { title: 'Pièce justificative', width: 303.2 }, { title: 'Empreinte SHA-256 (début)', width: 130 }],
      rows: proofs.map(({ indicator, proof }) => [cell(indicator.code, letters.cellStrong), cell(proof.address ? `${proof.name}${NBSP}: ${proof.address}` : proof.name), cell(proof.sha256.slice(0, 16).replace(/(.{4})(?=.)/g, `$1${NBSP}`))]),
      rowHeader: 1,
      summary: 'Pièces justificatives des valeurs du rapport',
      style: tableStyle,
    });
    heading(flow, section, { text: 'Pièces justificatives', level: 3, place: 'annex-proofs' }, table.startHeight);
    table.place(flow, section);
  }
  heading(flow, section, { text: 'Vérifier ce rapport', level: 3, place: 'annex-check' }, 60);
  paragraph(
    flow,
    section,
    french(
      `Ce rapport a été arrêté le ${snapshot.report.frozenLabel} et ne change plus : une correction serait une version ${snapshot.report.version + 1}. ` +
        `Les trois fichiers (PDF, tableur, JSON) sont faits des mêmes données, dont l'empreinte SHA-256 est ${hash.replace(/(.{16})(?=.)/g, '$1 ')}. Le fichier JSON est aussi joint à ce PDF.`,
    ),
    letters.note,
  );
}

function stateTable(): Table {
  const { onTrack, atRisk } = progressThresholds;
  const percent = (share: number): string => formatPercent(share * 100);
  const rows: [SnapshotIndicator['progress']['state'], string][] = [
    ['reached', 'La valeur est égale à l’objectif ou meilleure, dans le sens voulu (à augmenter ou à réduire).'],
    ['on-track', `Au moins ${percent(onTrack)} du chemin attendu est fait, depuis la valeur initiale quand elle est connue.`],
    ['at-risk', `Entre ${percent(atRisk)} et ${percent(onTrack)} du chemin attendu est fait.`],
    ['late', `Moins de ${percent(atRisk)} du chemin attendu est fait, ou un « oui » attendu manque.`],
    ['no-target', 'Aucun objectif n’est fixé pour la période.'],
    ['no-data', 'Aucune valeur n’a été donnée, ou elle est masquée pour protéger les personnes.'],
  ];
  return new Table({
    columns: [{ title: 'État', width: 100 }, { title: 'Règle', width: 393.2 }],
    rows: rows.map(([state, text]) => [statusCell(toneOfState[state], progressLabels[state]), cell(french(text))]),
    rowHeader: 0,
    summary: 'Règle de chaque état',
    style: tableStyle,
  });
}

function pendingTable(indicators: readonly SnapshotIndicator[]): Table {
  return new Table({
    columns: [{ title: 'Indicateur', width: 253.2 }, { title: 'Période', width: 110 }, { title: 'Valeur', width: 70, align: 'right' }, { title: 'Situation', width: 60 }],
    rows: indicators.map((indicator): Cell[] => [
      cellWithNote(`${indicator.code} ${indicator.name}`, indicator.responsible && french(`Suivi par ${indicator.responsible}`)),
      cell(indicator.periodLabel),
      cell(indicator.status === 'missing' ? '—' : indicator.value.text, indicator.status === 'missing' ? letters.cellFaint : letters.cell),
      cell(validationText(indicator) ?? ''),
    ]),
    rowHeader: 0,
    summary: 'Valeurs absentes ou non validées à la date du rapport',
    style: tableStyle,
  });
}

function definitionTable(indicators: readonly SnapshotIndicator[]): Table {
  return new Table({
    columns: [{ title: 'Code', width: 46 }, { title: 'Définition', width: 257.2 }, { title: 'Source', width: 100 }, { title: 'Preuve attendue', width: 90 }],
    rows: indicators.map((indicator): Cell[] => [
      cell(indicator.code, letters.cellStrong),
      { texts: definitionTexts(indicator) },
      cell(indicator.source ?? '—', letters.cell),
      cell(indicator.evidenceExpected ?? '—', letters.cell),
    ]),
    rowHeader: 0,
    summary: 'Définition, mode de calcul, source et preuve attendue de chaque indicateur',
    style: tableStyle,
  });
}

function definitionTexts(indicator: SnapshotIndicator): CellText[] {
  const { name, definition, numeratorLabel, denominatorLabel, direction, frequency, baseline } = indicator;
  const parts = [
    ...(numeratorLabel && denominatorLabel ? [`Calcul : ${numeratorLabel} / ${denominatorLabel}.`] : []),
    `Relevé ${frequencyLabels[frequency]}, ${directionLabels[direction]}.`,
    ...(baseline ? [`Valeur initiale : ${baseline.text} au ${formatDay(baseline.on)}.`] : []),
  ];
  return [
    { text: name, style: letters.cellStrong },
    { text: definition, style: letters.cell },
    { text: french(parts.join(' ')), style: letters.cellNote, gap: 0.6 },
  ];
}
