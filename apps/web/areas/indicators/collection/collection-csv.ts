import { downloadText, toCsv } from '../../../lib/csv';
import { collectionText } from '../../../messages/collection';
import type { CollectionPage } from './collection-api';
import { actionName, ownerName, stateOf } from './collection-groups';

const header = ['Période', 'Action', 'Qui', 'Code', 'Indicateur', 'Échéance', 'Réponse', 'Reçue le', 'Jours de retard', 'Raison'];

/** The lines of the round as a spreadsheet reads them. */
export function collectionCsv(page: CollectionPage): string {
  const rows = page.groups.flatMap((group) =>
    group.lines.map((line) => [page.period?.label, actionName(group), ownerName(group), line.code, line.name, line.dueOn, stateOf(line).label, line.answeredOn, line.lateDays, line.absence ?? line.remark]),
  );
  return toCsv(header, rows);
}

/** Hands the round to the browser as a file. */
export const exportCollection = (page: CollectionPage): void =>
  downloadText(`${collectionText.title.toLowerCase()}-${page.period?.key ?? ''}.csv`, collectionCsv(page));
