import { CommunityController } from './community.controller';
import { JournalController } from './journal.controller';
import { LogoController } from './logo.controller';
import { TerritoryController } from './territory.controller';

/** The routes of this area. */
export const communityControllers = [CommunityController, LogoController, TerritoryController, JournalController];
