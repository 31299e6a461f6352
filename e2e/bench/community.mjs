// A synthetic community: invented from its rank alone, the same at every run of the same day. Nothing here is real.
import { readFileSync } from 'node:fs';

const example = JSON.parse(readFileSync(new URL('../../libs/domain/contract/testing/contract-example.json', import.meta.url), 'utf8'));

const missions = ['access-to-care', 'care-pathways', 'prevention', 'health-crisis', 'care-quality', 'professional-support'];
const axesCount = 5;
const actionsCount = 40;
const stepsPerAction = 4;
const indicatorsCount = 120;

/** Kinds of rows, told in their identifiers. */
const kinds = { community: 1, person: 2, contract: 3, project: 4, axis: 5, action: 6, step: 7, indicator: 8, measure: 9, recipient: 10 };

/** The identifier of the n-th row of a kind in a community: neighbours stay neighbours, as with real ones. */
export function idOf(rank, kind, n = 0) {
  const hex = (value, size) => value.toString(16).padStart(size, '0');
  return `0199${hex(rank, 4)}-${hex(kinds[kind], 4)}-7000-8000-${hex(n, 12)}`;
}

/** Numbers that look random and are always the same (mulberry32). */
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const day = (date) => date.toISOString().slice(0, 10);
const utc = (year, month, dayOfMonth) => new Date(Date.UTC(year, month, dayOfMonth));

/** Days of a run: the months that values cover (the last one is the last that ended), and the signature of contracts. */
export function calendarOf(today, months) {
  const [year, month] = today.split('-').map(Number);
  const periods = Array.from({ length: months }, (_, index) => {
    const start = utc(year, month - 1 - months + index, 1);
    return { key: day(start).slice(0, 7), start: day(start), end: day(utc(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)) };
  });
  const years = Math.ceil(months / 12);
  const signed = utc(year, month - 1 - months, 1);
  return { today, periods, signedOn: day(signed), years, later: (days) => day(new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000)) };
}

const roles = ['coordinator', 'president', 'lead'];

/** The people of a community: `{ id, role, email, name }`. */
export const peopleOf = (rank) =>
  roles.map((role, index) => ({
    id: idOf(rank, 'person', index),
    role,
    email: `${role}-${rank}@exemple.test`,
    given: ['Camille', 'Dominique', 'Claude'][index],
    family: `Fictif ${rank}-${index + 1}`,
  }));

const kindOfIndicator = (index) => (index % 8 < 4 ? 'ratio' : index % 8 < 7 ? 'count' : 'yes-no');

/** The indicators of the last month whose value is still missing, then those whose value waits to be validated. */
const missing = (rank, index) => (index * 7 + rank) % 15 === 0;
const waiting = (rank, index) => (index * 7 + rank) % 15 === 1;

/** Every row of a community, by table; a row is the list of its columns as `tables` (fill.mjs) orders them. */
export function communityRows(rank, calendar, { passwordHash, communes, at }) {
  const id = idOf(rank, 'community');
  const random = dice(rank * 7919 + 17);
  const [coordinator, , lead] = peopleOf(rank);
  const name = `Communauté fictive n°\u00a0${rank}`;
  const rows = {
    community: [[id, name, 'CPTS', at, 'Europe/Paris', true]],
    person: peopleOf(rank).map((person) => [person.id, person.email, person.given, person.family, passwordHash, at, at]),
    membership: peopleOf(rank).map((person) => [id, person.id, person.role, `${person.given} ${person.family}`, person.email, at]),
    community_commune: communes.map((code) => [id, code]),
    aci_contract: [[id, idOf(rank, 'contract'), calendar.signedOn, Math.max(5, calendar.years + 1), 'aci-cpts/avenant-2', 1 + (rank % 4), at]],
    mission_participation: missions.map((code) => [id, code, true, calendar.later(-30 * Math.min(20, calendar.periods.length)), at]),
    health_project: [[id, idOf(rank, 'project'), 1, 'Projet de santé fictif', 'in-force', calendar.periods[0].start, at, at]],
    axis: Array.from({ length: axesCount }, (_, index) => [id, idOf(rank, 'project'), idOf(rank, 'axis', index), index, `Axe fictif ${index + 1}`, at]),
    recipient: ['ars', 'cpam'].map((kind, index) => [id, idOf(rank, 'recipient', index), kind, `Destinataire fictif ${kind.toUpperCase()}`, `destinataire fictif ${kind}`, `${kind}-${rank}@exemple.test`, at, at]),
    ...actionsOf(rank, calendar, { at, random, lead }),
    ...indicatorsOf(rank, calendar, { at, coordinator }),
    ...signedOf(rank, calendar, { at }),
  };
  return { ...rows, measure: measuresOf(rank, calendar, { at, random, coordinator }) };
}

const kindSigned = { rate: 'ratio', count: 'count', done: 'yes-no' };
const signed = (cents) => ({ cents: cents ?? null, confirmed: true });

/** What the contract says of its last whole year: the terms of the example contract, as an import keeps them. */
const terms = {
  operating: signed(example.operating.cents),
  missions: example.missions.map(({ code, kind, fixedCents, variableCents, variableIfCrisisCents, actions }) => ({
    code,
    kind,
    fixed: signed(fixedCents),
    variable: signed(variableCents),
    variableIfCrisis: variableIfCrisisCents === undefined ? null : signed(variableIfCrisisCents),
    actions: actions.map((action) => ({
      ...action,
      indicators: action.indicators.map((indicator) => ({
        ...indicator,
        clause: null,
        direction: indicator.direction ?? null,
        baseline: indicator.baseline === undefined ? null : { value: indicator.baseline, on: null },
        note: indicator.note ?? null,
        onlyIfCrisis: indicator.code === 'crisis-response',
      })),
    })),
  })),
};
const content = JSON.stringify(terms);

/** The terms of the last whole year, each of their indicators linked to one that counts the same thing. */
function signedOf(rank, calendar, { at }) {
  const id = idOf(rank, 'community');
  const indexes = Array.from({ length: indicatorsCount }, (_, index) => index);
  const links = terms.missions
    .flatMap(({ actions }) => actions.flatMap(({ indicators }) => indicators))
    .map(({ code, kind }, place) => {
      const fitting = indexes.filter((index) => kindOfIndicator(index) === kindSigned[kind]);
      return [id, code, idOf(rank, 'indicator', fitting[place % fitting.length]), at];
    });
  return { contract_terms: [[id, calendar.years, 0, 'Contrat signé', calendar.signedOn, content, 'fictif', at]], contract_indicator_link: links };
}

const statusOf = (index) => (index % 10 === 3 ? 'at-risk' : index % 10 === 6 ? 'late' : index % 10 === 8 ? 'done' : index % 20 === 19 ? 'not-started' : 'on-track');

function actionsOf(rank, calendar, { at, random, lead }) {
  const id = idOf(rank, 'community');
  const rows = { action: [], action_content: [], action_step: [] };
  for (let index = 0; index < actionsCount; index += 1) {
    const action = idOf(rank, 'action', index);
    const status = statusOf(index);
    const sentence = status === 'late' || status === 'at-risk' ? 'Recrutement plus long que prévu (donnée fictive).' : null;
    rows.action.push([id, action, index + 1, status, sentence, calendar.later(-40), index % 3 === 0 ? lead.id : null, 100_000 + Math.floor(random() * 4_000_000), calendar.later(-300), calendar.later(200), at, at]);
    const served = [missions[index % missions.length], ...(index % 4 === 0 ? [missions[(index + 2) % missions.length]] : [])];
    const axis = idOf(rank, 'axis', index % axesCount);
    rows.action_content.push([
      id, idOf(rank, 'project'), action, axis, Math.floor(index / axesCount), `Action fictive ${index + 1} : coordonner les professionnels du territoire`,
      'Réduire les délais d’accès pour les patients du territoire (objectif fictif).', 'Constat partagé en réunion (texte fictif).', `{${served.join(',')}}`, at,
    ]);
    for (let step = 0; step < stepsPerAction; step += 1) {
      const due = step === 3 && index % 8 === 0 ? calendar.later(12) : calendar.later(-260 + step * 80);
      const late = step === 3 && index % 8 !== 0;
      rows.action_step.push([id, idOf(rank, 'step', index * stepsPerAction + step), action, step, `Étape fictive ${step + 1}`, late ? calendar.later(60 + index) : due, step < 3 && !(step === 2 && index % 9 === 4) ? due : null]);
    }
  }
  return rows;
}

function indicatorsOf(rank, calendar, { at, coordinator }) {
  const id = idOf(rank, 'community');
  const rows = { indicator: [], indicator_target: [] };
  for (let index = 0; index < indicatorsCount; index += 1) {
    const indicator = idOf(rank, 'indicator', index);
    const kind = kindOfIndicator(index);
    const ratio = kind === 'ratio';
    rows.indicator.push([
      id, indicator, `FIC-${String(index + 1).padStart(3, '0')}`, `Indicateur fictif ${index + 1} du territoire`, 'Ce qui est compté, par qui et quand (définition fictive).', kind,
      ratio ? 'Demandes honorées' : null, ratio ? 'Demandes reçues' : null, ratio ? '%' : null, ratio ? 1 : 0, index % 11 === 5 ? 'down' : 'up',
      'month', kind === 'yes-no' ? 'last' : 'sum', ratio, index % 3 === 0 && kind !== 'yes-no', 'Registre fictif', 'Extraction du registre',
      ratio ? 40 : null, ratio ? calendar.periods[0].start : null,
      `{${missions[index % missions.length]}}`, index % 3 === 0 ? idOf(rank, 'action', index % actionsCount) : null, index % 5 === 0 ? coordinator.id : null,
      calendar.periods[0].start, at, at,
    ]);
    for (let year = 1; year <= Math.min(5, calendar.years + 1); year += 1) {
      rows.indicator_target.push([id, indicator, `CY${year}`, kind === 'yes-no' ? 1 : ratio ? 55 + year * 3 : 500 + year * 40]);
    }
  }
  return rows;
}

function measuresOf(rank, calendar, { at, random, coordinator }) {
  const id = idOf(rank, 'community');
  const rows = [];
  const last = calendar.periods.length - 1;
  for (let index = 0; index < indicatorsCount; index += 1) {
    const kind = kindOfIndicator(index);
    calendar.periods.forEach(({ key, start, end }, place) => {
      if (place === last && missing(rank, index)) return;
      const denominator = kind === 'ratio' ? 120 + Math.floor(random() * 80) : null;
      const share = 0.45 + 0.3 * (place / calendar.periods.length) + 0.1 * (random() - 0.5);
      const numerator = denominator === null ? null : Math.round(denominator * share);
      const value = kind === 'ratio' ? Math.round((numerator * 1000) / denominator) / 10 : kind === 'count' ? 20 + Math.floor(random() * 40) + place : random() > 0.2 ? 1 : 0;
      const validated = !(place === last && waiting(rank, index));
      rows.push([
        id, idOf(rank, 'measure', index * calendar.periods.length + place), idOf(rank, 'indicator', index), key, start, end, numerator, denominator, value,
        validated ? 'validated' : 'draft', at, coordinator.id, validated ? at : null, validated ? coordinator.id : null, at, coordinator.id,
      ]);
    });
  }
  return rows;
}

/** An indicator of this community whose last value is missing, and what to send to give it. */
export function missingValue(rank, turn = 0) {
  const indexes = Array.from({ length: indicatorsCount }, (_, index) => index).filter((index) => missing(rank, index));
  const index = indexes[turn % indexes.length];
  const kind = kindOfIndicator(index);
  const figures = kind === 'ratio' ? { numerator: 90, denominator: 150 } : { value: kind === 'count' ? 42 : 1 };
  return { indicatorId: idOf(rank, 'indicator', index), body: { revision: 0, ...figures } };
}
