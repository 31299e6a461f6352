import { ApiError } from '../../lib/api-error';

/** Sentences by path; the first one of a path is kept. */
export const faultsByPath = (faults: readonly { path: string; sentence: string }[]): Record<string, string> =>
  Object.fromEntries([...faults].reverse().map(({ path, sentence }) => [path, sentence]));

/** A fault of a contract file or of typed terms, as the server writes it. */
export interface ServedFault {
  path: string;
  sentence: string;
}

/** `terms.missions.0.fixed` as the rules write it: `missions[0].fixed`. */
const ownPath = (path: string): string => path.replace(/^terms\./, '').replaceAll(/\.(\d+)(?=\.|$)/g, '[$1]');

/** Every fault that a refusal names, in its order. */
export const faultList = (failure: unknown): ServedFault[] =>
  failure instanceof ApiError ? (failure.problem.errors ?? []).map(({ path, message }) => ({ path: ownPath(path), sentence: message })) : [];

/** The same by path, for the fields of the form. */
export const serverFaults = (failure: unknown): Record<string, string> => faultsByPath(faultList(failure));
