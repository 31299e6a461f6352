import type { Type } from '@nestjs/common';
import { QueueCheckHandler, type AnyJobHandler } from '@maillage/platform';
import { SendLinkHandler } from './send-link.handler';

/** One handler per job of the product; the worker refuses to start with one missing or one too many. */
export const handlers: readonly Type<AnyJobHandler>[] = [QueueCheckHandler, SendLinkHandler];
