import { IconLink, IconListTree, IconPaperclip } from '../../../ui/icons';
import type { ProofKind } from './evidence-api';

const icons = { file: IconPaperclip, link: IconLink, record: IconListTree } as const;

/** What kind of proof it is, at a glance. */
export function EvidenceIcon({ kind }: { kind: ProofKind }) {
  const Icon = icons[kind];
  return <Icon size={18} aria-hidden="true" />;
}
