import { missionKinds } from './agreement';
import { prorataUnits } from './contract-settings';
import { contractIndicatorKinds, contractSources } from './terms';
import { contractCodePattern, termsLimits } from './terms-limits';

/** A schema of one thing of a contract file; the reader takes its list of keys from here, so both say the same. */
export interface FileSchema {
  type: 'object';
  description?: string;
  required: readonly string[];
  additionalProperties: false;
  properties: Readonly<Record<string, object>>;
}

const thing = (required: readonly string[], properties: Record<string, object>, description?: string): FileSchema => ({
  type: 'object',
  ...(description ? { description } : {}),
  required,
  additionalProperties: false,
  properties,
});

const list = (items: object, maxItems: number, description?: string): object => ({ type: 'array', maxItems, items, ...(description ? { description } : {}) });
const cents = { type: ['integer', 'null'], minimum: 0, description: 'Cents. Absent or null: not known, nothing is computed from it.' };
const day = { type: 'string', format: 'date' };
const code = { type: 'string', maxLength: termsLimits.code, pattern: contractCodePattern.source };
const number = { type: 'number', minimum: 0, maximum: termsLimits.number };
const text = (maxLength: number, description?: string): object => ({ type: 'string', maxLength, ...(description ? { description } : {}) });

export const tierSchema = thing(['label', 'threshold'], { label: text(termsLimits.label), threshold: number, cents });

export const scoringSchema = thing(
  ['mode'],
  {
    mode: { type: 'string', enum: ['done', 'target', 'tiers', 'linear'] },
    threshold: { ...number, description: '`target` and `linear` only.' },
    cents: { ...cents, description: `${cents.description} Not for \`tiers\`.` },
    tiers: list(tierSchema, termsLimits.tiers, '`tiers` only, from the easiest to the hardest.'),
  },
  'done: yes pays all. target: the threshold pays all. tiers: the highest tier reached pays. linear: in proportion from the baseline.',
);

export const indicatorSchema = thing(['code', 'title', 'source', 'kind', 'scoring'], {
  code: { ...code, description: 'Stays the same from year to year; once in a year.' },
  title: text(termsLimits.title),
  clause: text(termsLimits.clause, 'The contract’s own words.'),
  source: { type: 'string', enum: contractSources },
  kind: { type: 'string', enum: contractIndicatorKinds },
  direction: { type: ['string', 'null'], enum: ['up', 'down', null], description: 'Needed but for `done`.' },
  baseline: { type: ['number', 'null'], minimum: 0, description: 'Initial value; needed for `linear`.' },
  baselineOn: { ...day, description: 'Day of the initial value.' },
  scoring: scoringSchema,
  maxCents: { ...cents, description: 'Absent: the best the scoring pays.' },
  evidence: list(text(termsLimits.evidenceText), termsLimits.evidence, 'Proofs expected; absent: none.'),
  note: text(termsLimits.note),
  onlyIfCrisis: {
    type: 'boolean',
    description: 'Absent: true for an indicator that pays, or whose weight is missing, in a mission whose variable part is 0 and whose crisis part is not.',
  },
});

export const actionSchema = thing(['code', 'title'], {
  code,
  title: text(termsLimits.title),
  indicators: list(indicatorSchema, termsLimits.indicatorsPerAction, 'Absent: none.'),
});

const dates = {
  startedOn: { ...day, description: 'Day the mission started; absent: left as it is.' },
  deployedOn: { ...day, description: 'Day the mission was deployed; absent: left as it is.' },
};

const missionProperties = {
  code: { type: 'string', maxLength: 60, description: 'A mission of the agreement version.' },
  kind: { type: 'string', enum: missionKinds, description: 'Absent: that of the agreement.' },
  fixedCents: cents,
  variableCents: cents,
  variableIfCrisisCents: { ...cents, description: 'Paid only when the ARS recognises a crisis. Absent: no such part; null: not known.' },
  toConfirm: list(
    { type: 'string', enum: ['fixedCents', 'variableCents', 'variableIfCrisisCents'] },
    3,
    'Amounts not yet read on the signed contract: they enter no computed euro. Absent: none.',
  ),
  actions: list(actionSchema, termsLimits.actionsPerMission, 'Absent: none.'),
};

/** A mission in the year at the head of the file. */
export const missionSchema = thing(['code'], { ...missionProperties, ...dates });

/** A mission in another version or another year: without dates, which belong to the contract. */
export const missionOfVersionSchema = thing(['code'], missionProperties);

export const operatingSchema = thing([], { cents, toConfirm: { type: 'boolean', description: 'Absent: false.' } }, 'Fonctionnement, a year.');

export const amendmentSchema = thing(
  ['number'],
  {
    number: { type: 'integer', minimum: 0, maximum: 99, description: '0: as signed.' },
    label: text(160, 'Absent: « Contrat tel que signé », « Avenant n° 2 ».'),
    effectiveOn: { ...day, description: 'A day of the year; needed for an amendment. Absent for 0: the first day of the year.' },
  },
  'Version of the terms; absent: the contract as signed.',
);

const versionProperties = { amendment: amendmentSchema, operating: operatingSchema, missions: list(missionOfVersionSchema, termsLimits.missions) };

export const earlierVersionSchema = thing(['missions'], versionProperties);

const earlierVersions = list(earlierVersionSchema, 30, 'Versions of the same year that a later amendment replaced; absent: none.');

export const otherYearSchema = thing(['contractYear', 'missions'], {
  contractYear: { type: 'integer', minimum: 1, maximum: 10 },
  ...versionProperties,
  earlierVersions,
});

export const organisationSchema = thing([], { name: text(240), structureLabel: text(80) }, 'Who exported the file; not read.');

export const otherMissionSchema = thing(['code'], { code: missionProperties.code, ...dates });

const yearStart = { type: 'string', pattern: '^\\d\\d-\\d\\d$', description: 'MM-DD, a day every year has.' };

export const settingsSchema = thing(
  [],
  { prorataUnit: { type: 'string', enum: prorataUnits }, accountingYearStart: yearStart, membershipYearStart: yearStart },
  'What the contract leaves open; absent: left as it is.',
);

export const crisisSchema = thing(['kind', 'recognisedOn'], {
  kind: { type: 'string', maxLength: 60, description: 'A kind of crisis of the agreement version.' },
  recognisedOn: day,
  reference: text(400, 'Order or letter that recognises it.'),
  endedOn: { ...day, description: 'Absent: it lasts.' },
});

/** JSON Schema of a `contract/1` file. Unknown keys are refused. */
export const contractFileSchema = thing(
  ['format', 'agreement', 'signedOn', 'contractYear', 'missions'],
  {
    $schema: { type: 'string', description: 'Not read.' },
    format: { type: 'string', enum: ['contract/1'] },
    about: text(4000, 'A comment; not read.'),
    organisation: organisationSchema,
    agreement: { type: 'string', maxLength: 60, description: 'Code of the agreement version, such as `aci-cpts/avenant-2`.' },
    size: { type: ['integer', 'null'], minimum: 1, maximum: 4, description: 'As signed; absent or null: not known.' },
    signedOn: day,
    durationYears: { type: 'integer', minimum: 1, maximum: 10, description: 'Absent: that of the agreement.' },
    contractYear: { type: 'integer', minimum: 1, maximum: 10, description: 'The year that `operating` and `missions` are of.' },
    yearStartsOn: { ...day, description: 'Absent: counted from the signature; refused when it disagrees.' },
    yearEndsOn: { ...day, description: 'Absent: counted from the signature; refused when it disagrees.' },
    amendment: amendmentSchema,
    operating: operatingSchema,
    missions: list(missionSchema, termsLimits.missions),
    earlierVersions,
    otherYears: list(otherYearSchema, 9, 'Terms of the other contract years; absent: left as they are.'),
    otherMissions: list(otherMissionSchema, termsLimits.missions, 'Missions followed that this year’s terms do not hold; absent: none.'),
    settings: settingsSchema,
    crises: list(crisisSchema, 50, 'Crises recognised by the ARS; absent: left as they are. None is ever removed by an import.'),
  },
  'A contract, `contract/1`. Amounts in cents, days as YYYY-MM-DD.',
);
