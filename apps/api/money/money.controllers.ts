import type { Type } from '@nestjs/common';
import { ScenarioController } from './scenario.controller';

/** The routes of this area. */
export const moneyControllers: Type[] = [ScenarioController];
