import type { DemoCommunity } from './play-community';
import { demoIndicators, secondIndicators } from './figures';
import { demoPeople, type DemoPerson } from './people';
import { demoTracking, secondTracking } from './tracking';
import type { GrantableRole } from '@maillage/domain/identity';

const withRole = (role: (person: DemoPerson) => GrantableRole | null): DemoCommunity['people'] =>
  demoPeople.flatMap((person) => {
    const given = role(person);
    return given ? [{ ...person, role: given }] : [];
  });

/** The community that carries a whole real project; its territory (three EPCI around Gien and Aubigny) is illustrative, its figures are invented. */
export const giennoisBerry: DemoCommunity = {
  community: { name: 'Giennois-Berry', demo: true },
  people: withRole(({ first }) => first),
  epci: ['244500211', '200068278', '200000933'],
  size: 2,
  missions: {
    'access-to-care': { started: 2, deployed: 15 },
    'care-pathways': { started: 5, deployed: 22 },
    'prevention': { started: 7, deployed: 20 },
    'health-crisis': { started: 9, deployed: null },
    'care-quality': { started: 11, deployed: null },
    'professional-support': { started: 10, deployed: 26 },
  },
  model: 'giennois-berry',
  tracking: demoTracking,
  indicators: demoIndicators,
  withEuros: true,
  withCollection: true,
};

/** A smaller community, so that separation can be seen. */
export const riberac: DemoCommunity = {
  community: { name: 'Ribérac – La Roche-Chalais', demo: true },
  people: withRole(({ second }) => second),
  epci: ['200040400', '242400935'],
  size: 1,
  missions: {
    'access-to-care': { started: 4, deployed: 17 },
    'care-pathways': { started: 8, deployed: 23 },
    'prevention': { started: 9, deployed: 21 },
    'health-crisis': { started: 5, deployed: null },
  },
  model: 'six-missions',
  tracking: secondTracking,
  indicators: secondIndicators,
  withEuros: false,
  withCollection: false,
};
