import type { Type } from '@nestjs/common';
import { QueueCheckHandler, type AnyJobHandler } from '@maillage/platform';
import { CheckImportHandler } from './check-import.handler';
import { PrepareDueReportHandler } from './prepare-due-report.handler';
import { PrepareReportHandler } from './prepare-report.handler';
import { SendLinkHandler } from './send-link.handler';
import { SendReportHandler } from './send-report.handler';
import { WriteImportHandler } from './write-import.handler';

/** One handler per job of the product; the worker refuses to start with one missing or one too many. */
export const handlers: readonly Type<AnyJobHandler>[] = [QueueCheckHandler, SendLinkHandler, PrepareReportHandler, PrepareDueReportHandler, SendReportHandler, CheckImportHandler, WriteImportHandler];
