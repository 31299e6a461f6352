import type { Provider } from '@nestjs/common';
import { RemoveLogo, SetLogo } from './change-logo';
import { ChangeSettings } from './change-settings';
import { AddToTerritory, RemoveFromTerritory } from './change-territory';
import { CommunityQueries } from './community.queries';
import { CommunityRow } from './community.row';
import { CommuneRow, CommunityCommuneRow, DepartmentRow, EpciRow } from './commune.row';
import { CreateCommunity } from './create-community';
import { ExportJournal } from './export-journal';
import { JournalQueries } from './journal.queries';
import { CommunityRegister } from './register.queries';
import { TerritoryQueries } from './territory.queries';
import { VerifyJournal } from './verify-journal';

export { audit, type AuditRecord, type Author } from './audit';
export { RemoveLogo, SetLogo } from './change-logo';
export { ChangeSettings, type SettingsChange } from './change-settings';
export { AddToTerritory, RemoveFromTerritory, type TerritoryAddition } from './change-territory';
export { CommunityQueries, settingsOfCommunity, type OpenedFile, type SettingsView } from './community.queries';
export { CommunityRow } from './community.row';
export { loadCommunity, timeZoneOf } from './community.store';
export { CommuneRow, CommunityCommuneRow, DepartmentRow, EpciRow } from './commune.row';
export { CreateCommunity, type CreatedCommunity, type NewCommunity } from './create-community';
export { ExportJournal, journalFormats, type JournalExport, type JournalFormat } from './export-journal';
export { JournalQueries, type JournalFilter, type JournalLine, type JournalPage } from './journal.queries';
export { communesVintage, loadCommunes } from './load-communes';
export { startOfDay } from './local-day';
export { allCommunities, CommunityRegister, type RegisteredCommunity } from './register.queries';
export { requireRevision, type Revised } from './revision';
export { communityTables } from './tables';
export { isTerritoryDrawn, TerritoryQueries, territoryOf, type CommuneSearch, type TerritoryView } from './territory.queries';
export { territorySizePart, type CommuneView, type EpciView } from './territory.store';
export { VerifyJournal, type JournalVerification } from './verify-journal';
export { namedTables } from './sealed-names';
export { VouchedHistory, type HistoryCheck, type JournalFault, type SealedWords } from './vouched-history';

/** Row classes of this area. */
export const rows = [CommunityRow, CommunityCommuneRow, CommuneRow, EpciRow, DepartmentRow];

/** What this area offers. */
export const providers: Provider[] = [
  CommunityQueries,
  TerritoryQueries,
  JournalQueries,
  ExportJournal,
  VerifyJournal,
  CommunityRegister,
  CreateCommunity,
  ChangeSettings,
  SetLogo,
  RemoveLogo,
  AddToTerritory,
  RemoveFromTerritory,
];
