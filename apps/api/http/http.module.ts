import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { FeaturesModule } from '@maillage/features';
import { AccessGuard } from './access.guard';
import { ForgeryGuard } from './forgery.guard';
import { HealthController } from './health.controller';
import { InputPipe } from './input.pipe';
import { ProblemFilter } from './problem.filter';
import { SessionCookie } from './session-cookie';

/** What every route passes through: forgery, access, input, problems. */
@Module({
  imports: [FeaturesModule, DiscoveryModule],
  controllers: [HealthController],
  providers: [
    SessionCookie,
    { provide: APP_GUARD, useClass: ForgeryGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_PIPE, useClass: InputPipe },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [SessionCookie],
})
export class HttpModule {}
