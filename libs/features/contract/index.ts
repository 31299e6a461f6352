import type { Provider } from '@nestjs/common';
import { AgreementQueries } from './agreement.queries';
import { AgreementVersionRow } from './agreement.row';
import { AmendTerms } from './amend-terms';
import { ChangeMission } from './change-mission';
import { ContractQueries } from './contract.queries';
import { AciContractRow, MissionParticipationRow } from './contract.row';
import { MissionUse, NoMissionUse } from './mission-use';
import { ClosedYears, NoClosedYears } from './closed-years';
import { KeepCrises } from './crisis';
import { ExportContract } from './export-contract';
import { ImportContract } from './import-contract';
import { RecordContract } from './record-contract';
import { RecordTerms } from './record-terms';
import { TermsQueries } from './terms.queries';
import { ContractTermsRow, RecognisedCrisisRow } from './terms.row';

export { AgreementQueries, loadAgreements, type AgreementView } from './agreement.queries';
export { AgreementVersionRow } from './agreement.row';
export { contractTables } from './tables';
export { ChangeMission, type MissionInput } from './change-mission';
export {
  contractFacts,
  factsFrom,
  ContractQueries,
  isContractRecorded,
  type ContractFacts,
  type ContractYear,
  type ContractView,
  type MissionsView,
  type MissionView,
  type SizeCheck,
} from './contract.queries';
export { groundPart, loadContract, loadParticipations, type Ground, type StoredContract, type StoredParticipation } from './contract.store';
export { AciContractRow, MissionParticipationRow } from './contract.row';
export { MissionUse, NoMissionUse } from './mission-use';
export { AmendTerms, type AmendmentInput } from './amend-terms';
export { KeepCrises } from './crisis';
export { ExportContract, type ContractFile } from './export-contract';
export { ImportContract, type ImportPreview, type ImportResult } from './import-contract';
export type { ImportDifference } from './import-plan';
export { RecordTerms, type TermsInput } from './record-terms';
export { TermsQueries, type CrisesView, type CrisisView, type TermsAsked, type TermsView, type TermsYear } from './terms.queries';
export { ClosedYears, NoClosedYears } from './closed-years';
export { RecordContract, type ContractInput } from './record-contract';
export { saveNextYear } from './save-next-year';
export { ContractTermsRow, RecognisedCrisisRow } from './terms.row';
export { allCurrentTerms, crisesPart, currentTerms, recognisedCrises, type RecognisedCrisis, type StoredCrisis, type StoredTerms, termsPart, termsVersions } from './terms.store';

/** Row classes of this area. */
export const rows = [AgreementVersionRow, AciContractRow, MissionParticipationRow, ContractTermsRow, RecognisedCrisisRow];

/** What this area offers; the project area says how many actions serve a mission. */
export const providers: Provider[] = [
  { provide: MissionUse, useClass: NoMissionUse },
  { provide: ClosedYears, useClass: NoClosedYears },
  AgreementQueries,
  ContractQueries,
  RecordContract,
  ChangeMission,
  TermsQueries,
  RecordTerms,
  AmendTerms,
  KeepCrises,
  ImportContract,
  ExportContract,
];
