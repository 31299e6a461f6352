import { Module } from '@nestjs/common';
import { FeaturesModule } from '@maillage/features';
import { handlers } from './handlers';
import { scheduleSources } from './schedule';
import { Worker } from './worker';

/** The queue door: the product, the handlers of its jobs, and what makes jobs come back. */
@Module({ imports: [FeaturesModule], providers: [...handlers, ...scheduleSources, Worker] })
export class WorkerModule {}
