import { formatDay } from '../../lib/format';
import { projectText } from '../../messages/project';
import type { ProjectVersion } from './api';

/** « Version 2, en vigueur depuis le 14 avril 2026 ». */
export function versionLine({ number, status, inForceOn, endedOn }: ProjectVersion): string {
  const { versionLine: text } = projectText;
  if (status === 'draft' || inForceOn === null) return text.draft(number);
  return status === 'past' && endedOn ? text.past(number, formatDay(inForceOn), formatDay(endedOn)) : text['in-force'](number, formatDay(inForceOn));
}
