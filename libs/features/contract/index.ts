import type { Provider } from '@nestjs/common';
import { ChangeMission } from './change-mission';
import { ContractQueries } from './contract.queries';
import { AciContractRow, MissionParticipationRow } from './contract.row';
import { MissionUse, NoMissionUse } from './mission-use';
import { RecordContract } from './record-contract';

export { ChangeMission, type MissionInput } from './change-mission';
export {
  contractFacts,
  ContractQueries,
  isContractRecorded,
  type ContractFacts,
  type ContractYear,
  type ContractView,
  type MissionsView,
  type MissionView,
  type SizeCheck,
} from './contract.queries';
export { loadContract, loadParticipations, type StoredContract, type StoredParticipation } from './contract.store';
export { AciContractRow, MissionParticipationRow } from './contract.row';
export { MissionUse, NoMissionUse } from './mission-use';
export { RecordContract, type ContractInput } from './record-contract';

/** Row classes of this area. */
export const rows = [AciContractRow, MissionParticipationRow];

/** What this area offers; the project area says how many actions serve a mission. */
export const providers: Provider[] = [
  { provide: MissionUse, useClass: NoMissionUse },
  ContractQueries,
  RecordContract,
  ChangeMission,
];
