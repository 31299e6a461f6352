import type { Type } from '@nestjs/common';
import { PaymentController } from './payment.controller';
import { ScenarioController } from './scenario.controller';

/** The routes of this area. */
export const moneyControllers: Type[] = [PaymentController, ScenarioController];
