import type { Step } from '@maillage/domain/project';
import type { Tx } from '@maillage/platform';
import { stepsOfVersion, trackingsOf, trackingsOfVersion, type StoredTracking } from './action.store';
import { actionsOfVersion, axesOfVersion, treeOf, type StoredAction, type StoredAxis, type StoredTree } from './project.store';

/** The tree of a version and the tracking of its actions. */
export interface VersionPage {
  tree: StoredTree;
  trackings: Map<string, StoredTracking>;
}

interface Read {
  axes: Omit<StoredAxis, 'actions'>[];
  actions: (StoredAction & { axisId: string })[];
  trackings: StoredTracking[];
  steps: (Step & { actionId: string })[];
}

const list = (text: string): string => `(select coalesce(json_agg(t), '[]') from (${text}) t)`;
const text = `select ${list(axesOfVersion)} as axes, ${list(actionsOfVersion)} as actions, ${list(trackingsOfVersion)} as trackings, ${list(stepsOfVersion)} as steps`;

const dated = <T extends { updatedAt: Date }>(row: T): T => ({ ...row, updatedAt: new Date(row.updatedAt) });

/** All that the page of a version shows, in one read: the same rows as `loadTree` and `loadTrackings`. */
export async function loadVersionPage(tx: Tx, versionId: string): Promise<VersionPage> {
  const [read]: Read[] = await tx.query(text, [versionId]);
  const { axes, actions, trackings, steps } = read ?? { axes: [], actions: [], trackings: [], steps: [] };
  const whole = trackings.map((row) => ({ ...dated(row), stepsUpdatedAt: new Date(row.stepsUpdatedAt) }));
  return { tree: treeOf(axes.map(dated), actions.map(dated)), trackings: trackingsOf(whole, steps) };
}
