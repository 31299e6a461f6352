import * as fc from 'fast-check';
import { addDays, daysBetween } from '@maillage/domain/kernel';
import {
  agreementByCode,
  agreements,
  contractFileSchema,
  contractYear,
  type ContractIndicator,
  type ContractRecord,
  type ContractTerms,
  isCrisisOnly,
  type MissionTerms,
  readContractFile,
  type Scoring,
  scoringTop,
  type SignedAmount,
  type TermsVersion,
  tidyTerms,
  versionLabel,
  writeContractFile,
} from '.';
import { contractExample } from './testing';

const today = '2026-11-21';
const version = agreementByCode('aci-cpts/avenant-2')!;
const read = (file: unknown) => readContractFile(file, agreements, today);
const throughText = (file: object): unknown => JSON.parse(JSON.stringify(file));
const faults = (file: unknown) => read(file).faults.map(({ path }) => path);

describe('the contract of the example', () => {
  it('is read without a fault, in one year and one version', () => {
    const { record, ...rest } = read(contractExample());
    expect(rest).toMatchObject({ faults: [], warnings: [], year: 5, contract: { signedOn: '2022-04-15', durationYears: 5, agreement: 'aci-cpts/avenant-2', size: 3 } });
    expect(record?.versions).toMatchObject([{ year: 5, amendment: 0, label: 'Contrat tel que signé', effectiveOn: '2026-04-15' }]);
    expect(record?.missions).toHaveLength(6);
  });

  it('is the same once written and read again', () => {
    const { record } = read(contractExample());
    const again = read(throughText(writeContractFile(record!, { name: 'CPTS Exemple', structureLabel: 'CPTS' })));
    expect(again.record).toEqual(record);
  });

  it('is written in one way', () => {
    const { record } = read(contractExample());
    const written = writeContractFile(record!);
    expect(JSON.stringify(writeContractFile(read(throughText(written)).record!))).toBe(JSON.stringify(written));
  });
});

/** The example, changed by a function before it is read. */
function changed(change: (file: never) => void): unknown {
  const file = contractExample();
  change(file as never);
  return file;
}

describe('a file that is wrong', () => {
  it.each<[string, (file: never) => void, string[]]>([
    ['another format', (file: { format: string }) => void (file.format = 'contract/2'), ['format']],
    ['an unknown key', (file: Record<string, unknown>) => void (file['total'] = 1), ['total']],
    ['an unknown key far inside', (file: { missions: { actions: { indicators: Record<string, unknown>[] }[] }[] }) => void (file.missions[0]!.actions[0]!.indicators[1]!['weight'] = 1), ['missions[0].actions[0].indicators[1].weight']],
    ['an agreement nobody knows', (file: { agreement: string }) => void (file.agreement = 'aci-cpts/2035'), ['agreement']],
    ['an agreement over before the signature', (file: { agreement: string; missions: object[] }) => void ((file.agreement = 'aci-cpts/2019'), file.missions.splice(3, 1)), ['agreement']],
    ['a mission unknown to its agreement', (file: { missions: { code: string }[] }) => void (file.missions[4]!.code = 'digital'), ['missions[4].code']],
    ['a day that does not exist', (file: { signedOn: string }) => void (file.signedOn = '2022-02-30'), ['signedOn']],
    ['a signature to come', (file: { signedOn: string }) => void (file.signedOn = '2027-04-15'), ['signedOn']],
    ['a year after the end', (file: { contractYear: number }) => void (file.contractYear = 6), ['contractYear']],
    ['bounds that do not follow the signature', (file: { yearStartsOn: string }) => void (file.yearStartsOn = '2026-01-01'), ['yearStartsOn']],
    ['no mission', (file: { missions?: object }) => void delete file.missions, ['missions']],
    ['missions that are no list', (file: { missions: unknown }) => void (file.missions = {}), ['missions']],
    ['an amount in euros', (file: { operating: { cents: number } }) => void (file.operating.cents = 75000.5), ['operating.cents']],
    ['a negative envelope', (file: { missions: { fixedCents: number }[] }) => void (file.missions[2]!.fixedCents = -1), ['missions[2].fixedCents']],
    ['a mission started before the signature', (file: { missions: { startedOn?: string }[] }) => void (file.missions[0]!.startedOn = '2022-01-01'), ['missions[0].startedOn']],
    ['an amendment without its day', (file: { amendment?: object }) => void (file.amendment = { number: 2 }), ['amendment.effectiveOn']],
    ['an amendment of another year', (file: { amendment?: object }) => void (file.amendment = { number: 2, effectiveOn: '2025-01-01' }), ['amendment.effectiveOn']],
    ['the same year twice', (file: { missions: object[]; otherYears?: object[] }) => void (file.otherYears = [{ contractYear: 5, missions: [] }]), ['otherYears[0].contractYear']],
    ['a crisis of no kind', (file: { crises?: object[] }) => void (file.crises = [{ kind: 'war', recognisedOn: '2026-07-01' }]), ['crises[0].kind']],
    ['a setting that is no day', (file: { settings?: object }) => void (file.settings = { accountingYearStart: '02-29' }), ['settings.accountingYearStart']],
  ])('with %s is refused at its path', (_, change, expected) => {
    expect(faults(changed(change as never))).toEqual(expected);
  });

  it.each<[string, string]>([
    ['signedOn', '2022-13-01'],
    ['agreement', 'aci-cpts/2035'],
  ])('hides no other error behind %s', (key, value) => {
    const file = changed((it: never) => {
      const whole = it as unknown as Record<string, unknown> & { missions: { actions: { indicators: { scoring: { tiers: object[] } }[] }[] }[] };
      whole[key] = value;
      whole.missions[0]!.actions[0]!.indicators[0]!.scoring.tiers.reverse();
    });
    expect(faults(file)).toEqual([key, ...[1, 2].flatMap((tier) => ['threshold', 'cents'].map((field) => `missions[0].actions[0].indicators[0].scoring.tiers[${tier}].${field}`))]);
  });

  it('tells everything at once', () => {
    const file = changed((it: never) => {
      const { missions } = it as unknown as { missions: { fixedCents: unknown; actions: { indicators: Record<string, unknown>[] }[] }[] };
      const [mission] = missions;
      mission!.fixedCents = '90 000';
      const [ald, sixteen, c2s] = mission!.actions[0]!.indicators;
      (ald!['scoring'] as { tiers: { threshold: number }[] }).tiers[1]!.threshold = 230;
      sixteen!['kind'] = 'number';
      c2s!['title'] = 12;
      delete c2s!['source'];
    });
    expect(faults(file)).toEqual([
      'missions[0].fixedCents',
      'missions[0].actions[0].indicators[1].kind',
      'missions[0].actions[0].indicators[2].source',
      'missions[0].actions[0].indicators[2].title',
      'missions[0].actions[0].indicators[0].scoring.tiers[1].threshold',
    ]);
  });

  it.each([null, 3, 'contrat', [], {}])('is refused and never breaks the reader: %j', (file) => {
    expect(read(file).record).toBeNull();
    expect(read(file).faults.length).toBeGreaterThan(0);
  });

  it('never breaks the reader, whatever stands in it', () => {
    const keys = Object.keys(contractFileSchema.properties);
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue(), (key, value) => {
        const answer = read({ ...contractExample(), [key]: value });
        return Array.isArray(answer.faults);
      }),
    );
  });
});

/** Every place of a file, as the keys that lead there. */
function placesOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inside]) => placesOf(inside, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

describe('a file changed anywhere', () => {
  const whole = { ...contractExample(), amendment: { number: 1, effectiveOn: '2026-09-01' }, crises: [{ kind: 'injured', recognisedOn: '2026-07-01' }], settings: { prorataUnit: 'days' }, otherMissions: [], otherYears: [{ contractYear: 4, missions: [{ code: 'prevention' }], earlierVersions: [] }] };

  it('is read or refused with paths, never breaks the reader, and what is read is written again the same', () => {
    const places = placesOf(whole);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.oneof(fc.jsonValue(), fc.constantFrom(null, -1, 0, '', '2026-02-30', { toString: 1 })), (place, value) => {
        const answer = read(replaced(whole, place, value));
        expect(answer.faults.every(({ sentence }) => sentence !== '' && !/NaN|undefined|\[object/.test(sentence))).toBe(true);
        expect(answer.record !== null).toBe(answer.faults.length === 0);
        if (answer.record) expect(read(throughText(writeContractFile(answer.record))).record).toEqual(answer.record);
      }),
      { numRuns: 400 },
    );
  });
});

describe('a contract of 2020 under the version of 2019', () => {
  const file = { format: 'contract/1', agreement: 'aci-cpts/2019', signedOn: '2020-06-01', contractYear: 2 };
  const mission = { code: 'prevention', fixedCents: 1750000, variableCents: 1750000 };

  it('is accepted, with what it lacks told', () => {
    const answer = read({ ...file, missions: [mission] });
    expect(answer.faults).toEqual([]);
    expect(answer.record).toMatchObject({ contract: { durationYears: 5, size: null }, versions: [{ effectiveOn: '2021-06-01' }] });
    expect(answer.record && answer.warnings.map(({ code }) => code)).toEqual(['amount-missing', 'no-indicator', 'core-missing', 'core-missing']);
  });

  it('is refused with the crisis mission, which came later', () => {
    expect(read({ ...file, missions: [mission, { code: 'health-crisis', fixedCents: 1 }] }).faults).toEqual([
      { path: 'missions[1].code', sentence: expect.stringContaining('n’existe pas dans la version de l’accord') },
    ]);
  });
});

describe('weights missing in a file', () => {
  it('are accepted and told', () => {
    const answer = read(
      changed((file: never) => {
        for (const { actions } of (file as unknown as { missions: { actions: { indicators: { scoring: Record<string, unknown>; maxCents?: number }[] }[] }[] }).missions)
          for (const { indicators } of actions)
            for (const indicator of indicators) {
              delete indicator.maxCents;
              delete indicator.scoring['cents'];
            }
      }),
    );
    expect(answer.faults).toEqual([]);
    expect(answer.record && answer.warnings.every(({ code }) => code === 'weight-missing' || code === 'weights-differ')).toBe(true);
    expect(answer.record?.versions[0]?.content.missions[0]?.actions[0]?.indicators[1]).toMatchObject({ maxCents: null, scoring: { cents: null } });
  });
});

const cents = fc.integer({ min: 0, max: 10_000_000 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
const words = fc.string({ unit: fc.constantFrom(...'abcdé '), minLength: 1, maxLength: 20 }).map((text) => `a${text.replace(/\s+/g, ' ')}b`);
const amount: fc.Arbitrary<SignedAmount> = maybe(fc.tuple(cents, fc.boolean())).map((given) => ({ cents: given?.[0] ?? null, confirmed: given?.[1] ?? false }));
const dayIn = (start: string, end: string): fc.Arbitrary<string> => fc.integer({ min: 0, max: daysBetween(start, end) }).map((days) => addDays(start, days));

const scoring: fc.Arbitrary<{ scoring: Scoring; direction: 'up' | 'down' | null; kind: ContractIndicator['kind'] }> = fc.oneof(
  maybe(cents).map((given) => ({ scoring: { mode: 'done' as const, cents: given }, direction: null, kind: 'done' as const })),
  fc
    .tuple(fc.constantFrom('up' as const, 'down' as const), fc.constantFrom('count' as const, 'rate' as const), fc.integer({ min: 20, max: 80 }), maybe(cents), fc.boolean())
    .map(([direction, kind, threshold, given, isLinear]) => ({
      scoring: { mode: isLinear ? ('linear' as const) : ('target' as const), threshold: threshold + 0.25, cents: given },
      direction,
      kind,
    })),
  fc
    .tuple(fc.constantFrom('up' as const, 'down' as const), fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 }), fc.array(maybe(cents), { minLength: 4, maxLength: 4 }))
    .map(([direction, thresholds, weights]) => {
      const steps = thresholds.sort((a, b) => (direction === 'up' ? a - b : b - a));
      const pays = weights.some((weight) => weight === null) ? weights.map(() => null) : [...weights].sort((a, b) => (a ?? 0) - (b ?? 0));
      return {
        scoring: { mode: 'tiers' as const, tiers: steps.map((threshold, index) => ({ label: `palier ${index}`, threshold, cents: pays[index] ?? null })) },
        direction,
        kind: 'rate' as const,
      };
    }),
);

const indicator = (code: string, mission: Pick<MissionTerms, 'variable' | 'variableIfCrisis'>): fc.Arbitrary<ContractIndicator> =>
  fc
    .record({ scored: scoring, title: words, clause: maybe(words), note: maybe(words), source: fc.constantFrom('cpam' as const, 'cpts' as const), evidence: fc.array(words, { maxLength: 3 }), on: maybe(dayIn('2020-01-01', '2026-01-01')), hasBaseline: fc.boolean(), flip: fc.boolean() })
    .map(({ scored, on, hasBaseline, flip, ...texts }) => {
      const { mode } = scored.scoring;
      const maxCents = scoringTop(scored.scoring);
      const begins = scored.direction === 'up' ? 1 : 99;
      return {
        code,
        ...texts,
        ...scored,
        baseline: mode === 'linear' || (mode !== 'done' && hasBaseline) ? { value: begins, on } : null,
        maxCents,
        onlyIfCrisis: mission.variableIfCrisis ? isCrisisOnly(mission, maxCents) !== flip : false,
      };
    });

const missionTerms = (code: string, kind: MissionTerms['kind']): fc.Arbitrary<MissionTerms> =>
  fc
    .record({ fixed: amount, variable: amount, variableIfCrisis: maybe(amount), counts: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 2 }) })
    .chain(({ counts, ...amounts }) =>
      fc
        .tuple(...counts.map((count, a) => fc.tuple(words, fc.tuple(...Array.from({ length: count }, (_, i) => indicator(`${code}-${a}-${i}`, amounts))))))
        .map((actions) => ({ code, kind, ...amounts, actions: actions.map(([title, indicators], a) => ({ code: `${code}-${a}`, title, indicators })) })),
    );

const terms: fc.Arbitrary<ContractTerms> = fc
  .tuple(amount, fc.shuffledSubarray(version.missions, { minLength: 1 }))
  .chain(([operating, missions]) => fc.tuple(...missions.map(({ code, kind }) => missionTerms(code, kind))).map((list) => tidyTerms({ operating, missions: list })));

const contract = { signedOn: '2022-04-15', durationYears: 5, agreement: 'aci-cpts/avenant-2', size: 3 as const };

const versionsOf = (year: number): fc.Arbitrary<TermsVersion[]> => {
  const { start, end } = contractYear(contract, year);
  return fc
    .tuple(fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 3 }), fc.boolean())
    .chain(([numbers, isNamed]) =>
      fc.tuple(...numbers.sort((a, b) => a - b).map((amendment) => fc.tuple(terms, dayIn(start, end)).map(([content, day]) => ({ year, amendment, label: isNamed ? `Version ${amendment}` : versionLabel(amendment), effectiveOn: amendment === 0 ? start : day, content })))),
    );
};

const record: fc.Arbitrary<ContractRecord> = fc
  .record({
    years: fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 1, maxLength: 3 }),
    starts: fc.array(maybe(dayIn('2022-04-15', '2023-01-01')), { minLength: 6, maxLength: 6 }),
    others: fc.subarray(version.missions),
    settings: fc.record({ prorataUnit: fc.constantFrom('days' as const, 'months' as const), accountingYearStart: fc.constantFrom('01-01', '09-01'), membershipYearStart: fc.constantFrom('01-01', '07-14') }, { requiredKeys: [] }),
    crises: fc.uniqueArray(fc.record({ kind: fc.constantFrom(...version.crisisKinds.map(({ code }) => code)), recognisedOn: dayIn('2022-05-01', '2026-01-01'), reference: maybe(words), endedOn: maybe(dayIn('2026-01-01', '2026-06-01')) }), { maxLength: 3, selector: ({ kind, recognisedOn }) => kind + recognisedOn }),
  })
  .chain(({ years, starts, others, settings, crises }) =>
    fc.tuple(...years.map(versionsOf)).map((all) => {
      const year = years[0]!;
      const latest = all[0]!.at(-1)!;
      const inTerms = latest.content.missions.map(({ code }) => code);
      const followed = [...inTerms, ...others.map(({ code }) => code).filter((code) => !inTerms.includes(code))];
      const missions = followed.map((missionCode, index) => ({ missionCode, startedOn: starts[index] ?? null, deployedOn: null }));
      return { contract, year, versions: all.flat().sort((a, b) => a.year - b.year || a.amendment - b.amendment), missions, settings, crises };
    }),
  );

describe('any contract', () => {
  it('written to a file and read again is the same contract', () => {
    fc.assert(
      fc.property(record, (given) => {
        const answer = read(throughText(writeContractFile(given)));
        expect(answer.faults).toEqual([]);
        expect(answer.record).toEqual(given);
      }),
      { numRuns: 150 },
    );
  });
});
