import { ActionController } from './action.controller';
import { ProjectActionsController } from './project-actions.controller';
import { ProjectTreeController } from './project-tree.controller';
import { ProjectController } from './project.controller';

/** The routes of this area. */
export const projectControllers = [ProjectController, ProjectTreeController, ProjectActionsController, ActionController];
