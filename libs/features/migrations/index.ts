import { platformMigrations, platformTableRules, type TableRule } from '@maillage/platform';
import { communityTables } from '../community/tables';
import { contractTables } from '../contract/tables';
import { identityTables } from '../identity/tables';
import { indicatorsTables } from '../indicators/tables';
import { IdentityPeople1795210000000 } from './1795210000000-identity-people';
import { IdentitySessionNotices1795210000100 } from './1795210000100-identity-session-notices';
import { IdentityAuditChain1795412000000 } from './1795412000000-identity-audit-chain';
import { IdentitySealedCascades1795436000000 } from './1795436000000-identity-sealed-cascades';
import { IdentitySealedState1795433000100 } from './1795433000100-identity-sealed-state';
import { CommunityTables1795302000000 } from './1795302000000-community-tables';
import { CommunityCommunes1795302000100 } from './1795302000100-community-communes';
import { ContractTables1795304000000 } from './1795304000000-contract-tables';
import { ContractSettings1795400000000 } from './1795400000000-contract-settings';
import { SteeringCalendarFeed1795400500000 } from './1795400500000-steering-calendar-feed';
import { ContractTerms1795401000000 } from './1795401000000-contract-terms';
import { MoneyLinks1795402000000 } from './1795402000000-money-links';
import { MoneyPayments1795403000000 } from './1795403000000-money-payments';
import { MoneyScenarios1795404000000 } from './1795404000000-money-scenarios';
import { ProjectTables1795305000000 } from './1795305000000-project-tables';
import { reportsTables } from '../reports/tables';
import { reviewTables } from '../review/tables';
import { steeringTables } from '../steering/tables';
import { IndicatorsTables1795306000000 } from './1795306000000-indicators-tables';
import { IndicatorsCard1795420000000 } from './1795420000000-indicators-card';
import { IndicatorsCollectionLinks1795424000000 } from './1795424000000-indicators-collection-links';
import { IndicatorsEvidence1795422000000 } from './1795422000000-indicators-evidence';
import { IndicatorsCollection1795423000000 } from './1795423000000-indicators-collection';
import { IndicatorsComputed1795426000000 } from './1795426000000-indicators-computed';
import { IndicatorsEvents1795430000000 } from './1795430000000-indicators-events';
import { IndicatorsReturned1795434000000 } from './1795434000000-indicators-returned';
import { IndicatorsImportLocks1795431000000 } from './1795431000000-indicators-import-locks';
import { IndicatorsImports1795425000000 } from './1795425000000-indicators-imports';
import { IndicatorsValidation1795421000000 } from './1795421000000-indicators-validation';
import { SteeringSnapshot1795308000000 } from './1795308000000-steering-snapshot';
import { ReportsTables1795310000000 } from './1795310000000-reports-tables';
import { SteeringPeople1795311000000 } from './1795311000000-steering-people';
import { SteeringEuros1795406000000 } from './1795406000000-steering-euros';
import { ReviewTables1795405000000 } from './1795405000000-review-tables';

/** Every migration, in the order they run: the machinery's, then each area's. */
export const migrations = [
  ...platformMigrations,
  IdentityPeople1795210000000,
  IdentitySessionNotices1795210000100,
  CommunityTables1795302000000,
  CommunityCommunes1795302000100,
  ContractTables1795304000000,
  ProjectTables1795305000000,
  IndicatorsTables1795306000000,
  SteeringSnapshot1795308000000,
  ReportsTables1795310000000,
  SteeringPeople1795311000000,
  ContractSettings1795400000000,
  SteeringCalendarFeed1795400500000,
  ContractTerms1795401000000,
  MoneyLinks1795402000000,
  MoneyPayments1795403000000,
  MoneyScenarios1795404000000,
  ReviewTables1795405000000,
  SteeringEuros1795406000000,
  IdentityAuditChain1795412000000,
  IndicatorsCard1795420000000,
  IndicatorsValidation1795421000000,
  IndicatorsEvidence1795422000000,
  IndicatorsCollection1795423000000,
  IndicatorsCollectionLinks1795424000000,
  IndicatorsImports1795425000000,
  IndicatorsComputed1795426000000,
  IndicatorsEvents1795430000000,
  IndicatorsImportLocks1795431000000,
  IdentitySealedState1795433000100,
  IndicatorsReturned1795434000000,
  IdentitySealedCascades1795436000000,
];

/** Every table that is not an ordinary table of a community, with its reason. */
export const tableRules: readonly TableRule[] = [...platformTableRules, ...identityTables, ...communityTables, ...contractTables, ...indicatorsTables, ...reviewTables, ...steeringTables, ...reportsTables];
