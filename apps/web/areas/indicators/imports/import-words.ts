import type { ImportStatus } from '@maillage/domain/indicators';
import { importsText as text } from '../../../messages/imports';
import type { StatusTone } from '../../../ui';
import type { ImportLine } from './import-api';

const tones: Readonly<Record<ImportStatus, StatusTone>> = {
  'analysing': 'on-track', 'to-map': 'at-risk', 'ready': 'at-risk', 'writing': 'on-track', 'done': 'attained', 'refused': 'late', 'failed': 'late', 'cancelled': 'none',
};

/** How many values an import writes. */
export const toWrite = ({ counts }: Pick<ImportLine, 'counts'>): number => (counts ? counts.created + counts.changed : 0);

/** The state of an import in words and colour: what has nothing to write waits for nobody. */
export function importState(line: Pick<ImportLine, 'status' | 'statusLabel' | 'counts'>): { label: string; tone: StatusTone } {
  if (line.status === 'ready' && toWrite(line) === 0) return { label: text.nothing, tone: 'none' };
  return { label: line.statusLabel, tone: tones[line.status] };
}
