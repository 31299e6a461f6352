import { lockSentence, type ReportSnapshot, type SnapshotIndicator, type SnapshotNumber } from '@maillage/domain/reports';

/** One line of a report on screen. */
export interface ReportedLine
  extends Pick<SnapshotIndicator, 'id' | 'code' | 'name' | 'definition' | 'missionCodes' | 'actionNumber' | 'periodKey' | 'periodLabel' | 'status' | 'sentence' | 'comment'> {
  /** The period of the one value behind the line; null when it was made of several months. */
  valuePeriodKey: string | null;
  value: string;
  /** « 126 sur 200 »; null for what is not a rate, or without a value. */
  parts: string | null;
  target: string | null;
  /** The sum since the contract year began, when the target is that of the year. */
  yearSoFar: { text: string; year: string } | null;
  baseline: string | null;
  progress: SnapshotIndicator['progress']['state'];
  progressLabel: string;
  proofs: number;
  /** One was expected; false for a report made before this was kept. */
  proofExpected: boolean;
  masked: boolean;
}

/** What a report says, read from what it froze: the same figures as its documents. */
export interface ReportContent extends Pick<ReportSnapshot, 'demo' | 'maskNote' | 'summary' | 'late' | 'definitionChanges'> {
  frozenLabel: string;
  /** Whether its period was locked; null for a report made before locks were kept. */
  lockSentence: string | null;
  communityTitle: string;
  contractYear: string | null;
  missions: Pick<ReportSnapshot['missions'][number], 'code' | 'label' | 'kind' | 'state' | 'sentence' | 'indicatorCodes'>[];
  actions: Pick<ReportSnapshot['actions'][number], 'number' | 'title' | 'status' | 'statusLabel' | 'statusSentence' | 'lead'>[];
  lines: ReportedLine[];
}

/** The content of a snapshot for screens. */
export function contentOf(snapshot: ReportSnapshot): ReportContent {
  const { demo, maskNote, summary, late, definitionChanges, report, community, contract } = snapshot;
  return {
    demo,
    maskNote,
    summary,
    late,
    definitionChanges,
    frozenLabel: report.frozenLabel,
    lockSentence: lockSentence(snapshot),
    communityTitle: community.title,
    contractYear: contract?.yearLabel ?? null,
    missions: snapshot.missions.map(({ code, label, kind, state, sentence, indicatorCodes }) => ({ code, label, kind, state, sentence, indicatorCodes })),
    actions: snapshot.actions.map(({ number, title, status, statusLabel, statusSentence, lead }) => ({ number, title, status, statusLabel, statusSentence, lead })),
    lines: snapshot.indicators.map(lineOf),
  };
}

const textOf = (number: SnapshotNumber | null): string | null => number?.text ?? null;

function lineOf(indicator: SnapshotIndicator): ReportedLine {
  const { id, code, name, definition, missionCodes, actionNumber, periodKey, periodLabel, status, sentence, comment, numerator, denominator } = indicator;
  return {
    id, code, name, definition, missionCodes, actionNumber, periodKey, periodLabel, status, sentence, comment,
    valuePeriodKey: indicator.frequency === 'month' || indicator.frequency === 'event' ? null : periodKey,
    value: indicator.value.text,
    parts: numerator && denominator ? `${numerator.text} sur ${denominator.text}` : null,
    target: textOf(indicator.target),
    yearSoFar: indicator.yearSoFar ? { text: indicator.yearSoFar.text, year: indicator.yearSoFar.year } : null,
    baseline: textOf(indicator.baseline),
    progress: indicator.progress.state,
    progressLabel: indicator.progress.label,
    proofs: indicator.proofs.length,
    proofExpected: indicator.proofExpected ?? false,
    masked: indicator.value.masked,
  };
}
