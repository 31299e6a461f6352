import { countParam, listParam, textParam } from '../../lib/search-params';

type Search = Record<string, unknown>;

/** What the address of the page of the euros says. */
export interface EurosSearch {
  annee?: number;
  /** Codes of the missions that are open. */
  ouvert?: string[];
  /** Code of the contract indicator whose amount is explained. */
  montant?: string;
}

/** Reads the address of the euros; what it does not understand is left out. */
export const eurosSearch = (search: Search): EurosSearch => ({
  annee: countParam(search['annee']),
  ouvert: listParam(search['ouvert']),
  montant: textParam(search['montant']),
});

/** What the address of the simulator says. */
export interface SimulationSearch {
  annee?: number;
  /** The scenario that is open. */
  scenario?: string;
  /** Code of the mission whose indicators are listed; all when absent. */
  mission?: string;
  /** The two scenarios compared; « en-cours » is what is on screen, « aujourd-hui » what stands. */
  a?: string;
  b?: string;
}

/** Reads the address of the simulator; what it does not understand is left out. */
export const simulationSearch = (search: Search): SimulationSearch => ({
  annee: countParam(search['annee']),
  scenario: textParam(search['scenario']),
  mission: textParam(search['mission']),
  a: textParam(search['a']),
  b: textParam(search['b']),
});
