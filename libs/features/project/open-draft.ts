import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError, found, parseDay, requireText, textLimits, type Day } from '@maillage/domain/kernel';
import { checkOpenDraft, draftFromModel, projectModels } from '@maillage/domain/project';
import { audit, loadCommunity } from '@maillage/features/community';
import { contractFacts } from '@maillage/features/contract';
import { Clock, Ids, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { insertAction, usedNumbers } from './action.store';
import { versionLabel } from './labels';
import { ProjectQueries } from './project.queries';
import { copyTree, insertAxis, insertContent, insertDraft, listVersions, loadVersion, versionInState, type Writing } from './project.store';
import { missionLabels, type ProjectView } from './views';

/** What a draft starts from: nothing, the version in force, or a ready model by its code. */
export interface DraftInput {
  source: 'nothing' | 'in-force' | 'model';
  title?: string | null;
  /** Code of the model. */
  model?: string | null;
  /** The steps of the model are dated from this day; null leaves them without a date. */
  startsOn?: Day | null;
}

/** Opens the one draft a community may have. */
@Injectable()
export class OpenDraft {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly queries: ProjectQueries,
  ) {}

  async execute(actor: Actor, input: DraftInput): Promise<ProjectView> {
    requireRight(actor, 'project.write');
    return this.db.run(actor.communityId, async (tx) => {
      await loadCommunity(tx, actor.communityId, true);
      const versions = await listVersions(tx);
      checkOpenDraft(versions);
      const id = this.ids.next();
      const by = { personId: actor.personId, at: this.clock.now() };
      const inForce = await versionInState(tx, 'in-force');
      const title = requireText(input.title ?? inForce?.title ?? 'Projet de santé', 'Titre du projet', textLimits.title);
      await insertDraft(tx, { id, title, note: null }, by);
      if (input.source === 'in-force') await copyTree(tx, found(inForce, { what: 'version' }).id, id, by);
      if (input.source === 'model') await this.fill(tx, actor, id, input, by);
      const version = await loadVersion(tx, id);
      await audit(tx, actor, {
        act: versions.length === 0 ? 'project.started' : 'project.draft-opened',
        subjectType: 'project',
        subjectId: id,
        label: versionLabel(version),
        after: { version: version.number, title },
      });
      return this.queries.projectView(tx, actor.communityId, version);
    });
  }

  private async fill(tx: Tx, actor: Actor, versionId: string, input: DraftInput, by: Writing): Promise<void> {
    const model = projectModels.find(({ code }) => code === input.model);
    if (!model) throw new DomainError('not-found', { what: 'model' });
    const facts = await contractFacts(tx, actor.communityId, this.clock);
    const { tree, sheets } = draftFromModel(model, {
      // Before the contract nobody has chosen the optional missions: the model proposes them all.
      missionCodes: missionLabels(facts).flatMap(({ code, chosen }) => (chosen || !facts.contract ? [code] : [])),
      startsOn: input.startsOn ? parseDay(input.startsOn) : null,
      usedNumbers: await usedNumbers(tx),
      nextId: () => this.ids.next(),
    });
    const sheetOf = new Map(sheets.map((sheet) => [sheet.id, sheet]));
    for (const [index, axis] of tree.axes.entries()) {
      await insertAxis(tx, versionId, axis, index, by);
      for (const [position, { id }] of axis.actions.entries()) {
        const sheet = found(sheetOf.get(id));
        await insertAction(tx, sheet, facts.today, by);
        await insertContent(tx, versionId, { actionId: id, axisId: axis.id, position }, sheet, by);
      }
    }
  }
}
