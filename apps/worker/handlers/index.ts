import type { Type } from '@nestjs/common';
import { QueueCheckHandler, type AnyJobHandler } from '@maillage/platform';
import { CheckImportHandler } from './check-import.handler';
import { EraseFilesHandler } from './erase-files.handler';
import { PlanRemindersHandler } from './plan-reminders.handler';
import { PrepareDueReportHandler } from './prepare-due-report.handler';
import { PrepareReportHandler } from './prepare-report.handler';
import { RecomputeHandler } from './recompute.handler';
import { SendCollectionLinkHandler } from './send-collection-link.handler';
import { SendLinkHandler } from './send-link.handler';
import { SendReminderHandler } from './send-reminder.handler';
import { SendReportHandler } from './send-report.handler';
import { TellReturnedHandler } from './tell-returned.handler';
import { WriteImportHandler } from './write-import.handler';

/** One handler per job of the product; the worker refuses to start with one missing or one too many. */
export const handlers: readonly Type<AnyJobHandler>[] = [QueueCheckHandler, SendLinkHandler, SendCollectionLinkHandler, PrepareReportHandler, PrepareDueReportHandler, SendReportHandler, CheckImportHandler, WriteImportHandler, RecomputeHandler, PlanRemindersHandler, SendReminderHandler, TellReturnedHandler, EraseFilesHandler];
