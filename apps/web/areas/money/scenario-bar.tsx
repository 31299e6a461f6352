import { type ScenarioValue, valuesOfTerms } from '@maillage/domain/money';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { v7 } from 'uuid';
import { useSession } from '../../app/session';
import { type EditedMeanwhile, editedMeanwhile } from '../../lib/api-error';
import { formatWhen } from '../../lib/format';
import { simulationText } from '../../messages/simulation';
import { ConfirmDialog, ConflictDialog, DraftNote, Section, SelectField, useToast } from '../../ui';
import { type KnownYear, type Scenario, useScenarioActs } from './api';
import { contractValue, indicatorsByCode } from './euros-words';
import { ScenarioNameDialog } from './scenario-name-dialog';
import classes from './simulation.module.css';
import type { Simulation } from './use-simulation';

const text = simulationText.scenarios;

/** What the server holds of a scenario, when it refuses to be overwritten. */
interface Current {
  name: string;
  values: ScenarioValue[];
}

interface ScenarioBarProps {
  page: KnownYear;
  scenarios: readonly Scenario[];
  /** The scenario that is open; null for a free simulation. */
  scenario: Scenario | null;
  simulation: Simulation;
  /** Opens a scenario, or the free simulation. */
  onOpen: (id: string | undefined) => void;
}

type Dialog = 'save-as' | 'rename' | 'remove' | null;

/** Chooses, saves, renames and deletes the scenario on screen. */
export function ScenarioBar({ page, scenarios, scenario, simulation, onOpen }: ScenarioBarProps) {
  const toast = useToast();
  const { timeZone } = useSession();
  const { save, change, remove } = useScenarioActs(page.year);
  const [dialog, setDialog] = useState<Dialog>(null);
  const [conflict, setConflict] = useState<EditedMeanwhile<Current> | null>(null);
  // Made once for each scenario to come: a save sent twice keeps it once.
  const [nextId, setNextId] = useState(() => v7());
  const { values, changed, revision, startFrom, rebase } = simulation;
  const asKept = { values: scenario?.values ?? [], revision: scenario?.revision ?? 0 };
  const may = page.may.simulate;
  const dropped = scenario ? scenario.values.length - valuesOfTerms(scenario.values, page.terms).length : 0;

  const saveAs = async (name: string): Promise<void> => {
    const kept = await save.mutateAsync({ id: nextId, name, values: [...values] });
    setNextId(v7());
    // What is on screen is kept under its name: the simulation it came from is as it was.
    startFrom(asKept);
    toast.done(text.saved(kept.name));
    onOpen(kept.id);
  };
  const saveOver = async (seen: number): Promise<void> => {
    if (!scenario) return;
    try {
      const kept = await change.mutateAsync({ id: scenario.id, name: scenario.name, values: [...values], revision: seen });
      startFrom(kept);
      setConflict(null);
      toast.done(text.saved(kept.name));
    } catch (error) {
      const edited = editedMeanwhile<Current>(error);
      if (edited) setConflict(edited);
      else toast.failed(error);
    }
  };
  const rename = async (name: string): Promise<void> => {
    if (!scenario) return;
    const kept = await change.mutateAsync({ id: scenario.id, name, values: valuesOfTerms(scenario.values, page.terms), revision: scenario.revision });
    rebase(kept.revision);
    toast.done(text.renamed);
  };
  const indicators = indicatorsByCode(page.terms);
  const write = (list: readonly ScenarioValue[]): string =>
    list
      .map(({ code, value }) => {
        const indicator = indicators.get(code);
        return indicator ? `${indicator.title} : ${contractValue(indicator, value)}` : '';
      })
      .filter(Boolean)
      .sort()
      .join(' ; ');
  return (
    <Section title={text.title}>
      <div className={classes.bar}>
        <SelectField
          unmarked
          label={text.open}
          empty={text.free}
          value={scenario?.id ?? ''}
          choices={scenarios.map(({ id, name }) => ({ value: id, label: id === scenario?.id && changed ? text.unsaved(name) : name }))}
          onChange={(chosen: string) => onOpen(chosen === '' ? undefined : chosen)}
        />
        {may ? (
          <div className={classes.quick}>
            {scenario ? (
              <Button onClick={() => void saveOver(revision)} loading={change.isPending} disabled={!changed || values.length === 0}>
                {text.save}
              </Button>
            ) : null}
            <Button variant={scenario ? 'default' : 'filled'} onClick={() => setDialog('save-as')} disabled={values.length === 0}>
              {scenario ? text.saveAsOther : text.saveAs}
            </Button>
            {scenario ? (
              <>
                <Button variant="default" onClick={() => setDialog('rename')}>
                  {text.rename}
                </Button>
                <Button variant="subtle" color="red" onClick={() => setDialog('remove')}>
                  {text.remove}
                </Button>
              </>
            ) : null}
          </div>
        ) : null}
      </div>
      {scenario?.savedBy ? <p className={classes.soft}>{text.savedBy(scenario.savedBy, formatWhen(new Date(scenario.updatedAt), new Date(), timeZone))}</p> : null}
      {may ? null : <p className={classes.soft}>{text.readOnly}</p>}
      {may && values.length === 0 ? <p className={classes.soft}>{text.nothing}</p> : null}
      {dropped > 0 ? <p className={classes.soft}>{text.dropped(dropped)}</p> : null}
      {changed ? <DraftNote draft={simulation.draft} onDiscard={() => startFrom(asKept)} /> : null}
      {dialog === 'save-as' ? <ScenarioNameDialog title={text.saveTitle} name="" onSave={saveAs} onClose={() => setDialog(null)} /> : null}
      {dialog === 'rename' && scenario ? <ScenarioNameDialog title={text.renameTitle} name={scenario.name} onSave={rename} onClose={() => setDialog(null)} /> : null}
      {scenario ? (
        <ConfirmDialog
          opened={dialog === 'remove'}
          title={text.removeAsk(scenario.name)}
          confirmLabel={text.remove}
          destructive
          onCancel={() => setDialog(null)}
          onConfirm={async () => {
            await remove.mutateAsync({ id: scenario.id, revision: scenario.revision });
            startFrom(asKept);
            toast.done(text.removed);
            onOpen(undefined);
          }}
        >
          {text.removeWhat}
        </ConfirmDialog>
      ) : null}
      <ConflictDialog
        conflict={conflict}
        fields={[
          { label: text.conflictName, mine: scenario?.name ?? '', theirs: conflict?.current.name ?? '' },
          { label: text.conflictValues, mine: write(values), theirs: write(conflict?.current.values ?? []) },
        ]}
        onKeepMine={() => saveOver(conflict?.revision ?? revision)}
        onTakeTheirs={() => {
          if (conflict) startFrom({ values: conflict.current.values, revision: conflict.revision });
          setConflict(null);
        }}
        onLater={() => setConflict(null)}
      />
    </Section>
  );
}
