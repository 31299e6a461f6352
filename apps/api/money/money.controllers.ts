import type { Type } from '@nestjs/common';
import { MoneyController } from './money.controller';
import { PaymentController } from './payment.controller';
import { ScenarioController } from './scenario.controller';

/** The routes of this area. */
export const moneyControllers: Type[] = [MoneyController, PaymentController, ScenarioController];
