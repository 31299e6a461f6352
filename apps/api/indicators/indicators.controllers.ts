import { EvidenceController } from './evidence.controller';
import { IndicatorsController } from './indicators.controller';
import { MeasuresController } from './measures.controller';

/** The routes of this area. */
export const indicatorsControllers = [IndicatorsController, MeasuresController, EvidenceController];
