import { ContractController } from './contract.controller';
import { MissionController } from './mission.controller';

/** The routes of this area. */
export const contractControllers = [ContractController, MissionController];
