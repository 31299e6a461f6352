import { randomBytes } from 'node:crypto';
import { Door } from './door';
import { linkIn, messageTo } from './mailbox';
import { createCommunity } from './operator';
import { contractSignedOn, lastQuarter, type Quarter } from './days';

/** The password of everyone made here. */
export const PASSWORD = 'Brouette+Lune=57';

/** Someone with an account in a community, and their way in. */
export interface Person {
  email: string;
  name: string;
  door: Door;
}

/** A community made for one journey. */
export interface Community {
  id: string;
  name: string;
  coordinator: Person;
}

/** What tells the communities and the people of a journey from all others. */
export const unique = (): string => randomBytes(4).toString('hex');

/** A community that has nothing yet but its coordinator. */
export async function emptyCommunity(): Promise<Community> {
  const mark = unique();
  const name = `Val ${mark}`;
  const email = `coordination-${mark}@exemple.fr`;
  const id = await createCommunity(name, email);
  return { id, name, coordinator: await acceptInvitation(email, 'Claire', `Martin-${mark}`) };
}

/** Creates the account of someone invited, from the link of the e-mail. */
async function acceptInvitation(email: string, givenName: string, familyName: string): Promise<Person> {
  const link = linkIn(await messageTo(email, /Invitation/), '/invitation#');
  const door = await Door.open();
  await door.post('/api/invitations/accept', { token: link.split('#')[1], givenName, familyName, password: PASSWORD });
  return { email, name: `${givenName} ${familyName}`, door };
}

/** Someone more in a community. */
export async function addPerson({ coordinator }: Community, role: string, givenName: string): Promise<Person> {
  const mark = unique();
  const email = `${role}-${mark}@exemple.fr`;
  const organisation = role === 'reader' ? 'ARS Centre-Val de Loire' : null;
  await coordinator.door.post('/api/access/invitations', { email, role, organisation });
  return acceptInvitation(email, givenName, `Durand-${mark}`);
}

/** The contract, signed the 15 January of two years ago. */
export async function signContract({ coordinator: { door } }: Community): Promise<void> {
  await door.put('/api/contract', { signedOn: contractSignedOn, durationYears: 5, agreement: null, size: 2, revision: 0 });
}

/** An action of a project, as its lists give it. */
export interface Action {
  id: string;
  number: number;
  title: string;
  missionCodes: string[];
}

/** A version of the project with its tree. */
export interface Project {
  version: { id: string; number: number; revision: number };
  axes: { id: string; title: string; actions: Action[] }[];
}

/** A project made from the ready model of the six missions: still a draft. */
export function draftProject({ coordinator: { door } }: Community): Promise<Project> {
  return door.post<Project>('/api/project/versions', {
    source: 'model',
    model: 'six-missions',
    title: null,
    startsOn: lastQuarter().start,
  });
}

/** The same, put in force. */
export async function projectInForce(community: Community): Promise<Project> {
  const project = await draftProject(community);
  const { id, revision } = project.version;
  await community.coordinator.door.post(`/api/project/versions/${id}/in-force`, { revision });
  return project;
}

/** An indicator made for a journey. */
export interface Indicator {
  id: string;
  code: string;
  name: string;
}

/** What one may ask of it. */
interface Wanted {
  code: string;
  name: string;
  kind?: 'ratio' | 'count' | 'yes-no';
  mission?: string;
  responsible?: Person;
  actionId?: string;
  target?: number;
  unit?: string;
  decimals?: number;
  /** The proof that each value is asked for. */
  evidence?: string;
}

/** A quarterly indicator followed for two quarters. */
export async function addIndicator({ coordinator: { door } }: Community, wanted: Wanted): Promise<Indicator> {
  const { code, name, kind = 'count', mission = 'access-to-care', responsible, actionId, target, unit = null, decimals = 0, evidence = null } = wanted;
  const ratio = kind === 'ratio';
  const responsiblePersonId = responsible
    ? (await responsible.door.get<{ person: { id: string } }>('/api/session')).person.id
    : null;
  const { id } = await door.post<{ id: string }>('/api/indicators', {
    code,
    name,
    kind,
    definition: `${name}, compté à la fin du trimestre.`,
    numeratorLabel: ratio ? 'Demandes honorées' : null,
    denominatorLabel: ratio ? 'Demandes reçues' : null,
    unit: ratio ? '%' : unit,
    decimals,
    direction: 'up',
    frequency: 'quarter',
    aggregation: ratio ? 'sum' : 'last',
    bounded: ratio,
    countsPatients: false,
    source: 'Registre du secrétariat',
    evidenceExpected: evidence,
    baseline: null,
    missions: [mission],
    actionId: actionId ?? null,
    responsiblePersonId,
    trackedFrom: lastQuarter(1).start,
  });
  if (target !== undefined)
    await door.put(`/api/indicators/${id}/targets`, { revision: 1, targets: [{ periodKey: lastQuarter(1).key, value: target }] });
  return { id, code, name };
}

/** A value already given. */
export interface Given {
  id: string;
  revision: number;
}

/** Gives a value through the API; with the revision seen, corrects it. */
export function giveValue(
  { door }: Person,
  indicator: Indicator,
  period: Quarter,
  figure: { value: number } | { numerator: number; denominator: number },
  revision = 0,
): Promise<Given> {
  return door.put<Given>(`/api/indicators/${indicator.id}/values/${period.key}`, { ...figure, comment: null, revision });
}

/** Validates values given by anyone. */
export async function validate({ door }: Person, measures: readonly Given[]): Promise<void> {
  await door.post('/api/measures/validation', { measures });
}
