import { CollectionDoorController } from './collection-door.controller';
import { CollectionLinksController } from './collection-links.controller';
import { CollectionController } from './collection.controller';
import { ComputedController } from './computed.controller';
import { EvidenceController } from './evidence.controller';
import { ImportsController } from './imports.controller';
import { IndicatorsController } from './indicators.controller';
import { LocksController } from './locks.controller';
import { MeasuresController } from './measures.controller';
import { ValidationController } from './validation.controller';

/** The routes of this area. */
export const indicatorsControllers = [ComputedController, IndicatorsController, ValidationController, LocksController, MeasuresController, EvidenceController, ImportsController, CollectionController, CollectionLinksController, CollectionDoorController];
