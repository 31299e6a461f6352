import { VouchedHistory } from '@maillage/features/community';
import { ActionUse } from '@maillage/features/project';
import type { Provider } from '@nestjs/common';
import { ArchiveIndicator } from './archive-indicator';
import { AttachEvidence } from './attach-evidence';
import { ChangeMeasureStatus } from './change-measure-status';
import { DefineIndicator } from './define-indicator';
import { EntryQueries } from './entry.queries';
import { IndicatorActionUse } from './indicator-action-use';
import { IndicatorChangeRow, IndicatorRow, TargetRow } from './indicator.row';
import { IndicatorQueries } from './indicators.queries';
import { EvidenceRow, MeasureChangeRow, MeasureRow } from './measure.row';
import { MeasureTrace } from './measure-trace';
import { RecordMeasure } from './record-measure';
import { SetTargets } from './set-targets';
import { ValuesHistory } from './verify-values';

export { ArchiveIndicator } from './archive-indicator';
export { AttachEvidence } from './attach-evidence';
export { ChangeMeasureStatus, type SeenMeasure } from './change-measure-status';
export { DefineIndicator } from './define-indicator';
export { EntryQueries, type AwaitedValue, type EntryGrid, type EntryLine, type EntryPeriod } from './entry.queries';
export { loadEvidence, type StoredEvidence } from './evidence.store';
export { loadIndicator, loadIndicatorChanges, loadIndicators, loadNames, loadTargets, type IndicatorChange, type StoredIndicator } from './indicator.store';
export { IndicatorQueries, type IndicatorCard, type IndicatorLine, type IndicatorMay } from './indicators.queries';
export { MeasureTrace, type ManyValues, type MeasureEvent } from './measure-trace';
export type { MeasureAct } from './measure.row';
export { loadFigures, type Figure, type MeasureChange, type StoredMeasure } from './measure.store';
export type { IndicatorPlace, ValueLine } from './reading';
export { RecordMeasure, type RecordMeasureInput } from './record-measure';
export { SetTargets, type TargetsInput } from './set-targets';

/** Row classes of this area. */
export const rows = [IndicatorRow, IndicatorChangeRow, TargetRow, MeasureRow, MeasureChangeRow, EvidenceRow];

/** What this area offers. */
export const providers: Provider[] = [
  { provide: ActionUse, useClass: IndicatorActionUse },
  { provide: VouchedHistory, useClass: ValuesHistory },
  MeasureTrace,
  DefineIndicator,
  ArchiveIndicator,
  SetTargets,
  RecordMeasure,
  ChangeMeasureStatus,
  AttachEvidence,
  IndicatorQueries,
  EntryQueries,
];
