import { EvidenceController } from './evidence.controller';
import { ImportsController } from './imports.controller';
import { IndicatorsController } from './indicators.controller';
import { MeasuresController } from './measures.controller';

/** The routes of this area. */
export const indicatorsControllers = [IndicatorsController, MeasuresController, EvidenceController, ImportsController];
