import type { AgreementVersion } from './agreement';
import { isCrisisOnly } from './contract-file';
import type { FileReader, FileThing } from './contract-file-reader';
import {
  actionSchema,
  indicatorSchema,
  missionOfVersionSchema,
  missionSchema,
  operatingSchema,
  scoringSchema,
  tierSchema,
  type FileSchema,
} from './contract-file-schema';
import {
  contractIndicatorKinds,
  contractSources,
  type ContractAction,
  type ContractIndicator,
  type ContractTerms,
  type MissionTerms,
  type Scoring,
  type SignedAmount,
} from './terms';
import { termsLimits } from './terms-limits';
import { scoringTop } from './terms-scoring-check';
import { missionKinds } from './agreement';

const scoringModes = ['done', 'target', 'tiers', 'linear'] as const;

/** Keys of a scoring that its mode does not use. */
const unused: Readonly<Record<Scoring['mode'], readonly string[]>> = {
  done: ['threshold', 'tiers'],
  target: ['tiers'],
  linear: ['tiers'],
  tiers: ['threshold', 'cents'],
};

/** Reads what a file says of a contract year; what cannot be understood is a fault, and `lost` names the things it makes unsure. */
export class TermsReader {
  /** Paths of the things whose shape was not understood: nothing more is said of what is inside. */
  readonly lost: string[] = [];

  constructor(
    private readonly file: FileReader,
    private readonly version: Pick<AgreementVersion, 'missions'> | undefined,
  ) {}

  /** The terms at `path` (empty at the head of the file), whose missions may carry dates. */
  terms(thing: FileThing, path: string, withDates: boolean): ContractTerms {
    const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
    const operating = thing['operating'] === undefined ? {} : this.file.thing(thing['operating'], at('operating'), operatingSchema);
    const schema = withDates ? missionSchema : missionOfVersionSchema;
    return {
      operating: amountOf(
        this.file.cents(operating['cents'], at('operating.cents')),
        this.file.yesNo(operating['toConfirm'], at('operating.toConfirm')),
      ),
      missions: this.file.items(thing['missions'], at('missions'), termsLimits.missions, (item, where) => this.mission(item, where, schema)),
    };
  }

  private mission(item: unknown, path: string, schema: FileSchema): MissionTerms {
    const { file } = this;
    const thing = file.thing(item, path, schema);
    const code = file.text(thing['code'], `${path}.code`);
    const known = this.version?.missions.find((mission) => mission.code === code);
    const waiting = file.items(thing['toConfirm'], `${path}.toConfirm`, 3, (name, at) => file.oneOf(name, at, ['fixedCents', 'variableCents', 'variableIfCrisisCents']));
    const amount = (key: 'fixedCents' | 'variableCents' | 'variableIfCrisisCents'): SignedAmount =>
      amountOf(file.cents(thing[key], `${path}.${key}`), waiting.includes(key));
    const own = {
      code,
      kind: file.oneOf(thing['kind'], `${path}.kind`, missionKinds) ?? known?.kind ?? 'core',
      fixed: amount('fixedCents'),
      variable: amount('variableCents'),
      variableIfCrisis: thing['variableIfCrisisCents'] === undefined ? null : amount('variableIfCrisisCents'),
    };
    return { ...own, actions: file.items(thing['actions'], `${path}.actions`, termsLimits.actionsPerMission, (one, at) => this.action(one, at, own)) };
  }

  private action(item: unknown, path: string, mission: Parameters<typeof isCrisisOnly>[0]): ContractAction {
    const thing = this.file.thing(item, path, actionSchema);
    return {
      code: this.file.text(thing['code'], `${path}.code`),
      title: this.file.text(thing['title'], `${path}.title`),
      indicators: this.file.items(thing['indicators'], `${path}.indicators`, termsLimits.indicatorsPerAction, (one, at) => this.indicator(one, at, mission)),
    };
  }

  private indicator(item: unknown, path: string, mission: Parameters<typeof isCrisisOnly>[0]): ContractIndicator {
    const { file } = this;
    const thing = file.thing(item, path, indicatorSchema);
    const kind = file.oneOf(thing['kind'], `${path}.kind`, contractIndicatorKinds);
    const direction = thing['direction'] === null ? undefined : file.oneOf(thing['direction'], `${path}.direction`, ['up', 'down']);
    const scoring = this.scoring(thing['scoring'], `${path}.scoring`);
    if (!kind || !scoring || (direction === undefined && (thing['direction'] ?? null) !== null)) this.lost.push(path);
    const hasBaseline = (thing['baseline'] ?? null) !== null;
    const on = file.day(thing['baselineOn'], `${path}.baselineOn`);
    if (on !== null && !hasBaseline) file.fault(`${path}.baselineOn`, 'Une date de valeur initiale demande une valeur initiale (« baseline »).');
    const understood = scoring ?? { mode: 'done', cents: null };
    const maxCents = thing['maxCents'] === undefined ? scoringTop(understood) : file.cents(thing['maxCents'], `${path}.maxCents`);
    return {
      code: file.text(thing['code'], `${path}.code`),
      title: file.text(thing['title'], `${path}.title`),
      clause: file.textOrNull(thing['clause'], `${path}.clause`),
      source: file.oneOf(thing['source'], `${path}.source`, contractSources) ?? 'cpts',
      kind: kind ?? 'count',
      direction: direction ?? null,
      baseline: hasBaseline ? { value: file.number(thing['baseline'], `${path}.baseline`), on } : null,
      scoring: understood,
      maxCents,
      evidence: file.items(thing['evidence'], `${path}.evidence`, termsLimits.evidence, (text, at) => file.text(text, at)),
      note: file.textOrNull(thing['note'], `${path}.note`),
      onlyIfCrisis: thing['onlyIfCrisis'] === undefined ? isCrisisOnly(mission, maxCents) : file.yesNo(thing['onlyIfCrisis'], `${path}.onlyIfCrisis`),
    };
  }

  private scoring(item: unknown, path: string): Scoring | undefined {
    const { file } = this;
    if (item === undefined) return undefined;
    const thing = file.thing(item, path, scoringSchema);
    const mode = file.oneOf(thing['mode'], `${path}.mode`, scoringModes);
    if (!mode) return undefined;
    for (const key of unused[mode]) if (thing[key] !== undefined) file.fault(`${path}.${key}`, `Le champ « ${key} » ne va pas avec le mode « ${mode} ».`);
    const cents = mode === 'tiers' ? null : file.cents(thing['cents'], `${path}.cents`);
    if (mode === 'done') return { mode, cents };
    if (mode !== 'tiers') return { mode, threshold: file.number(thing['threshold'], `${path}.threshold`), cents };
    const tiers = file.items(thing['tiers'], `${path}.tiers`, termsLimits.tiers, (one, at) => {
      const tier = file.thing(one, at, tierSchema);
      return {
        label: file.text(tier['label'], `${at}.label`),
        threshold: file.number(tier['threshold'], `${at}.threshold`),
        cents: file.cents(tier['cents'], `${at}.cents`),
      };
    });
    return { mode, tiers };
  }
}

const amountOf = (cents: number | null, waits: boolean): SignedAmount => ({ cents, confirmed: cents !== null && !waits });

/** Where a fault of the terms stands in a file. */
export function filePath(path: string): string {
  return path
    .replace(/\b(fixed|variable|variableIfCrisis)\.cents$/, '$1Cents')
    .replace(/\.baseline\.value$/, '.baseline')
    .replace(/\.baseline\.on$/, '.baselineOn');
}
