import { Module, type Type } from '@nestjs/common';
import { FeaturesModule } from '@maillage/features';
import { HttpModule } from './http/http.module';
import { identityControllers } from './identity/identity.controllers';

/** The routes of each area; one line per area, in the order of the areas. */
const controllers: Type[] = [...identityControllers];

/** The HTTP door: what every route passes through, and the routes. */
@Module({ imports: [FeaturesModule, HttpModule], controllers })
export class ApiModule {}
