import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { PlatformModule, type Clock, type JobNames, type RowClass } from '@maillage/platform';
import * as community from './community';
import * as contract from './contract';
import * as identity from './identity';
import * as indicators from './indicators';
import * as money from './money';
import * as project from './project/index';
import * as reports from './reports';
import * as review from './review';
import * as steering from './steering';

/** What each area brings; one line per area, in the order of the areas. */
const areas: readonly { rows: readonly RowClass[]; providers: readonly Provider[] }[] = [
  identity, community, contract, project, indicators, money, review, steering, reports,
];

/** The row classes of all areas. */
export const rows: readonly RowClass[] = areas.flatMap((area) => [...area.rows]);

const providers: Provider[] = areas.flatMap((area) => [...area.providers]);

/** Every job of the product: the worker refuses to start unless each has exactly one handler. */
export const jobNames: JobNames = {
  'queue-check': true,
  'identity.send-link': true,
  'collection.remind': true,
  'collection.send-reminder': true,
  'collection.tell-returned': true,
  'indicators.check-import': true,
  'indicators.write-import': true,
  'indicators.recompute': true,
  'indicators.send-collection-link': true,
  'reports.erase-files': true,
  'reports.prepare': true,
  'reports.prepare-due': true,
  'reports.send': true,
};

/** What the product does, for the API, the worker and the command line. */
@Module({ imports: [PlatformModule.forRows(rows)], providers, exports: providers })
export class FeaturesModule {}

class FeaturesElsewhen {}

/** The same product under another clock: for what plays a history, as the demonstration does. */
export const featuresUnder = (clock: Clock): DynamicModule => ({
  module: FeaturesElsewhen,
  imports: [PlatformModule.forRows(rows, clock)],
  providers,
  exports: providers,
});

export { migrations, tableRules } from './migrations';
