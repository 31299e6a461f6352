import type { Person } from './community';
import { Door } from './door';
import { environment } from './environment';

/** Someone of the demonstration, in its first community: its figures are only read here. */
export async function demoPerson(
  account: 'coordination' | 'presidence' | 'pilote' | 'ars' | 'coordination-riberac',
): Promise<Person> {
  const email = `${account}@demo.maillage.fr`;
  const door = await Door.signIn(email, environment.demoPassword);
  const { community, communities, person } = await door.get<{
    community: unknown;
    communities: { id: string; name: string }[];
    person: { name?: string };
  }>('/api/session');
  const first = communities.find(({ name }) => name === 'Giennois-Berry');
  if (!community && first) await door.post('/api/session/community', { communityId: first.id });
  return { email, name: person.name ?? email, door };
}
