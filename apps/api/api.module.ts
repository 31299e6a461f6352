import { Module, type Type } from '@nestjs/common';
import { FeaturesModule } from '@maillage/features';
import { HttpModule } from './http/http.module';
import { communityControllers } from './community/community.controllers';
import { contractControllers } from './contract/contract.controllers';
import { identityControllers } from './identity/identity.controllers';
import { indicatorsControllers } from './indicators/indicators.controllers';
import { moneyControllers } from './money/money.controllers';
import { projectControllers } from './project/project.controllers';
import { reportsControllers } from './reports/reports.controllers';
import { reviewControllers } from './review/review.controllers';
import { steeringControllers } from './steering/steering.controllers';

/** The routes of each area; one line per area, in the order of the areas. */
const controllers: Type[] = [
  ...identityControllers,
  ...communityControllers,
  ...contractControllers,
  ...projectControllers,
  ...indicatorsControllers,
  ...moneyControllers,
  ...reviewControllers,
  ...steeringControllers,
  ...reportsControllers,
];

/** The HTTP door: what every route passes through, and the routes. */
@Module({ imports: [FeaturesModule, HttpModule], controllers })
export class ApiModule {}
