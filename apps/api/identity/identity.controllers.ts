import { AccessController } from './access.controller';
import { AccountController } from './account.controller';
import { LinksController } from './links.controller';
import { SessionController } from './session.controller';

/** The routes of this area. */
export const identityControllers = [SessionController, AccountController, LinksController, AccessController];
