import { CarryingController } from './carrying.controller';
import { JobController } from './job.controller';
import { PublicationController } from './publication.controller';
import { RecipientController } from './recipient.controller';
import { ReportController } from './report.controller';

/** The routes of this area. */
export const reportsControllers = [ReportController, CarryingController, RecipientController, PublicationController, JobController];
