import type { MissionCode } from '@maillage/domain/contract';
import type { IndicatorInput } from './indicator';
import accessToCare from './models/access-to-care.json';
import carePathways from './models/care-pathways.json';
import careQuality from './models/care-quality.json';
import exampleContract from './models/example-contract.json';
import healthCrisis from './models/health-crisis.json';
import prevention from './models/prevention.json';
import professionalSupport from './models/professional-support.json';

/** Where a ready card comes from: a usual one, one of the national examples of 2019 (to be confirmed), or a real contract, anonymised. */
export const modelOrigins = ['usual', 'national', 'contract'] as const;
export type ModelOrigin = (typeof modelOrigins)[number];

/** An example to start from: a usual definition with its source and proof. Never a target: a community sets its own with the caisse. */
export interface IndicatorModel extends Omit<
  IndicatorInput,
  'baseline' | 'missions' | 'actionId' | 'responsiblePersonId' | 'trackedFrom'
> {
  mission: MissionCode;
  origin: ModelOrigin;
  /** What to mind when using it. */
  advice: string;
}

type ModelFile = { mission: MissionCode; cards: Omit<IndicatorModel, 'mission'>[] };

/** The examples, mission by mission in the order of the agreement. There is no closed national list: these are only usual ones. */
export const indicatorModels: readonly IndicatorModel[] = [
  ...([accessToCare, carePathways, prevention, healthCrisis, careQuality, professionalSupport] as ModelFile[]).flatMap(({ mission, cards }) =>
    cards.map((card) => ({ ...card, mission })),
  ),
  ...(exampleContract.cards as IndicatorModel[]),
];
