import { VouchedHistory } from '@maillage/features/community';
import { ActionUse } from '@maillage/features/project';
import type { Provider } from '@nestjs/common';
import { ArchiveIndicator } from './archive-indicator';
import { AttachEvidence } from './attach-evidence';
import { ChangeImport } from './change-import';
import { ChangeMeasureStatus } from './change-measure-status';
import { CheckImport } from './check-import';
import { DefineIndicator } from './define-indicator';
import { EntryQueries } from './entry.queries';
import { ImportQueries } from './import.queries';
import { ImportMappingRow, ValueImportRow } from './import.row';
import { IndicatorActionUse } from './indicator-action-use';
import { IndicatorChangeRow, IndicatorRow, TargetRow } from './indicator.row';
import { IndicatorQueries } from './indicators.queries';
import { EvidenceRow, MeasureEvidenceRow } from './evidence.row';
import { MeasureChangeRow, MeasurePartRow, MeasureRow } from './measure.row';
import { MeasureTrace } from './measure-trace';
import { RecordMeasure } from './record-measure';
import { StartImport } from './start-import';
import { SetTargets } from './set-targets';
import { WriteImport } from './write-import';
import { ValuesHistory } from './verify-values';

export { ArchiveIndicator } from './archive-indicator';
export { AttachEvidence } from './attach-evidence';
export { ChangeImport, type SeenImport } from './change-import';
export { CheckImport } from './check-import';
export { ImportQueries, type ImportLine, type ImportView } from './import.queries';
export { StartImport } from './start-import';
export { WriteImport } from './write-import';
export { ChangeMeasureStatus, type SeenMeasure } from './change-measure-status';
export { DefineIndicator } from './define-indicator';
export { EntryQueries, type AwaitedValue, type EntryGrid, type EntryLine, type EntryPeriod } from './entry.queries';
export { loadEvidence, type StoredEvidence } from './evidence.store';
export { loadIndicator, loadIndicatorChanges, loadIndicators, loadNames, loadTargets, type IndicatorChange, type StoredIndicator } from './indicator.store';
export { IndicatorQueries, type IndicatorCard, type IndicatorLine, type IndicatorMay } from './indicators.queries';
export { MeasureTrace, type ManyValues, type MeasureEvent } from './measure-trace';
export type { MeasureAct } from './measure.row';
export { loadFigures, type Figure, type MeasureChange, type StoredMeasure } from './measure.store';
export { everySince, type IndicatorPlace, type ValueLine } from './reading';
export { RecordMeasure, type RecordMeasureInput } from './record-measure';
export { SetTargets, type TargetsInput } from './set-targets';

/** Row classes of this area. */
export const rows = [IndicatorRow, IndicatorChangeRow, TargetRow, MeasureRow, MeasurePartRow, MeasureChangeRow, EvidenceRow, MeasureEvidenceRow, ValueImportRow, ImportMappingRow];

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
  StartImport,
  CheckImport,
  WriteImport,
  ChangeImport,
  ImportQueries,
  IndicatorQueries,
  EntryQueries,
];
