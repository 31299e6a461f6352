import { type ScenarioValue, simulateYear, valuesOfTerms, type YearEuros } from '@maillage/domain/money';
import { useMemo, useState } from 'react';
import { type Draft, useDraft } from '../../lib/draft';
import type { KnownYear, Scenario } from './api';

/** Values, and the revision of the scenario they began on; 0 for a free simulation. */
interface Kept {
  values: readonly ScenarioValue[];
  revision: number;
}

/** A simulation on screen: what is supposed, what it gives, how to change it. */
export interface Simulation {
  values: readonly ScenarioValue[];
  /** The euros with these values. */
  euros: YearEuros;
  /** Differs from the scenario that is open, or from nothing at all. */
  changed: boolean;
  /** Revision to be sent with a save. */
  revision: number;
  draft: Pick<Draft<Kept>, 'restored' | 'savedHour'>;
  valueOf: (code: string) => number | undefined;
  /** Supposes a value; undefined goes back to today's. */
  suppose: (code: string, value: number | undefined) => void;
  supposeAll: (values: readonly ScenarioValue[]) => void;
  /** Goes on from another state of the scenario: what was typed is forgotten. */
  startFrom: (kept: Kept) => void;
  /** The scenario changed but for its values: what was typed stays. */
  rebase: (revision: number) => void;
  /** Everything as today. */
  reset: () => void;
}

const told = (values: readonly ScenarioValue[]): string => JSON.stringify(values.map(({ code, value }) => [code, value]).sort());

/** Keeps a simulation of a year, free or of a scenario. What is not saved survives a reload. */
export function useSimulation(page: KnownYear, scenario: Scenario | null): Simulation {
  const { terms } = page;
  const saved: Kept = { values: valuesOfTerms(scenario?.values ?? [], terms), revision: scenario?.revision ?? 0 };
  const draft = useDraft<Kept>(`simulation:${page.year}:${scenario?.id ?? 'libre'}`);
  const restored = draft.restored?.values;
  const [base, setBase] = useState<Kept>(() => ({ values: saved.values, revision: restored?.revision ?? saved.revision }));
  const [values, setValues] = useState<readonly ScenarioValue[]>(() => (restored ? valuesOfTerms(restored.values, terms) : saved.values));
  const changed = told(values) !== told(base.values);
  const euros = useMemo(() => simulateYear(page, values), [page, values]);

  // Another person saved the scenario, and nothing was typed here: what is on screen follows.
  if (!changed && saved.revision > base.revision) {
    setBase(saved);
    setValues(saved.values);
  }

  const keep = (next: readonly ScenarioValue[]): void => {
    setValues(next);
    if (told(next) === told(base.values)) draft.clear();
    else draft.save({ values: next, revision: base.revision });
  };
  const without = (codes: readonly string[]): ScenarioValue[] => values.filter(({ code }) => !codes.includes(code));
  return {
    values,
    euros,
    changed,
    revision: base.revision,
    draft,
    valueOf: (code) => values.find((each) => each.code === code)?.value,
    suppose: (code, value) => keep([...without([code]), ...(value === undefined ? [] : [{ code, value }])]),
    supposeAll: (changes) => keep([...without(changes.map(({ code }) => code)), ...changes]),
    startFrom: (kept) => {
      const next = { ...kept, values: valuesOfTerms(kept.values, terms) };
      setBase(next);
      setValues(next.values);
      draft.clear();
    },
    rebase: (revision) => {
      setBase({ ...base, revision });
      if (changed) draft.save({ values, revision });
    },
    reset: () => keep([]),
  };
}
