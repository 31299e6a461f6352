import { SteeringController } from './steering.controller';

/** The routes of this area. */
export const steeringControllers = [SteeringController];
