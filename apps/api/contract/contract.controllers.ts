import { AgreementController } from './agreement.controller';
import { ContractController } from './contract.controller';
import { MissionController } from './mission.controller';

/** The routes of this area. */
export const contractControllers = [AgreementController, ContractController, MissionController];
