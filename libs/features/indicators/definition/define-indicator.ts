import type { MissionCode } from '@maillage/domain/contract';
import { checkIndicator, checkIndicatorChange, checkVersionReason, definitionChanges, makesVersion, requirePatientsTold, type IndicatorDefinition, type IndicatorInput } from '@maillage/domain/indicators';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { DomainError } from '@maillage/domain/kernel';
import { audit, requireRevision } from '@maillage/features/community';
import { actionExists } from '@maillage/features/project';
import { Clock, Ids, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { ComputedDue } from '../computed/computed-due';
import { indicatorFacts } from '../values/facts';
import { resolveFormula } from '../computed/resolve-formula';
import {
  hasMeasures,
  insertIndicator,
  insertIndicatorChange,
  isMember,
  loadIndicator,
  loadIndicators,
  updateIndicator,
  type StoredIndicator,
} from './indicator.store';

/** Creates an indicator, or changes its definition: a new version of it when what is measured changes, with its reason. */
@Injectable()
export class DefineIndicator {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly due: ComputedDue,
  ) {}

  /** A new indicator; its id comes back. */
  async create(actor: Actor, input: IndicatorInput): Promise<string> {
    requireRight(actor, 'indicators.write');
    return this.db.run(actor.communityId, (tx) => this.createWithin(tx, actor, input));
  }

  /**
   * The same inside a transaction: what makes several indicators makes them all, or none. `signed`: missions the contract itself
   * gives indicators to, whether or not they were already ticked as chosen.
   */
  async createWithin(tx: Tx, actor: Actor, input: IndicatorInput, signed: readonly MissionCode[] = []): Promise<string> {
    requireRight(actor, 'indicators.write');
    const definition = await this.checked(tx, actor, input, { known: signed });
    const id = this.ids.next();
    await insertIndicator(tx, id, definition, { personId: actor.personId, at: this.clock.now() });
    await audit(tx, actor, {
      act: 'indicator.created',
      subjectType: 'indicator',
      subjectId: id,
      label: labelOf(definition),
      after: definition,
    });
    if (definition.formula) await this.due.mark(tx, actor.communityId, [id]);
    return id;
  }

  /** Changes a definition seen at a revision, with its reason once values exist; the same definition again changes nothing. */
  async change(actor: Actor, id: string, input: IndicatorInput & { revision: number; reason?: string | null }): Promise<void> {
    requireRight(actor, 'indicators.write');
    await this.db.run(actor.communityId, async (tx) => {
      const stored = await loadIndicator(tx, id, true);
      const { timeZone, today } = await indicatorFacts(tx, actor.communityId, this.clock);
      const before = definitionOf(stored);
      await requireRevision(tx, stored, input.revision, before, timeZone);
      if (stored.archivedAt !== null) throw new DomainError('indicator-archived', { name: stored.name });
      const after = await this.checked(tx, actor, input, { known: stored.missions, id });
      const measured = await hasMeasures(tx, id);
      checkIndicatorChange(before, after, measured);
      const fields = definitionChanges(before, after);
      if (fields.length === 0) return;
      const versioned = makesVersion(fields);
      const reason = checkVersionReason(input.reason, versioned && measured);
      const version = versioned ? stored.version + 1 : stored.version;
      const by = { personId: actor.personId, at: this.clock.now() };
      await updateIndicator(tx, id, after, version, by);
      await insertIndicatorChange(tx, { id: this.ids.next(), indicatorId: id, fields, before, after, version: versioned ? version : null, from: today, reason }, by);
      await audit(tx, actor, { act: 'indicator.changed', subjectType: 'indicator', subjectId: id, label: labelOf(after), before, after: reason === null ? after : { ...after, reason } });
      if (after.formula || before.formula) await this.due.mark(tx, actor.communityId, [id]);
    });
  }

  private async checked(
    tx: Tx,
    actor: Actor,
    input: IndicatorInput,
    { known, id: own }: { known: readonly MissionCode[]; id?: string },
  ): Promise<IndicatorDefinition> {
    const { agreement, participations } = await indicatorFacts(tx, actor.communityId, this.clock);
    const left = new Set(participations.filter(({ chosen }) => !chosen).map(({ missionCode }) => missionCode));
    const missionCodes = agreement.missions
      .filter(({ code, kind }) => !left.has(code) && (kind === 'core' || participations.some(({ missionCode, chosen }) => chosen && missionCode === code)))
      .map(({ code }) => code);
    const all = await loadIndicators(tx, { archived: true });
    const others = all.filter(({ id }) => id !== own);
    const { responsiblePersonId: person } = input;
    if (person !== null && !(await isMember(tx, person))) throw new DomainError('not-found', { what: 'person' });
    const checked = checkIndicator(input, {
      missionCodes: [...new Set([...missionCodes, ...known])],
      takenCodes: others.map(({ code }) => code),
      actionKnown: input.actionId !== null && (await actionExists(tx, input.actionId)),
    });
    // Archived ones too: brought back, or read in their history, they still say what they are computed from.
    const fed = others.filter(({ formula }) => formula?.inputs.some(({ id }) => id === own));
    for (const one of fed) requirePatientsTold(one, [checked], 'countsPatients');
    if (!checked.formula) return checked;
    const formula = resolveFormula(checked.formula.text, checked, all.find(({ id }) => id === own) ?? null, others);
    requirePatientsTold(checked, others.filter(({ id }) => formula.inputs.some((input) => input.id === id)), 'formula');
    return { ...checked, formula };
  }
}

/** What the journal and the history call an indicator. */
export const labelOf = ({ code, name }: Pick<IndicatorDefinition, 'code' | 'name'>): string => `${code} · ${name}`;

/** The definition alone, without what the table adds. */
export function definitionOf(stored: StoredIndicator): IndicatorDefinition {
  const { id: _id, archivedAt: _archived, revision: _revision, version: _version, updatedAt: _at, updatedBy: _by, ...definition } = stored;
  return definition;
}
