import { AgreementController } from './agreement.controller';
import { ContractController } from './contract.controller';
import { CrisisController } from './crisis.controller';
import { ImportController } from './import.controller';
import { MissionController } from './mission.controller';
import { TermsController } from './terms.controller';

/** The routes of this area. */
export const contractControllers = [AgreementController, ContractController, MissionController, TermsController, CrisisController, ImportController];
