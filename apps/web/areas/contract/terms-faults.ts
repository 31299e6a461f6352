import { ApiError } from '../../lib/api-error';

/** Sentences by path; the first one of a path is kept. */
export const faultsByPath = (faults: readonly { path: string; sentence: string }[]): Record<string, string> =>
  Object.fromEntries([...faults].reverse().map(({ path, sentence }) => [path, sentence]));

/** A fault of a contract file or of typed terms, as the server writes it. */
export interface ServedFault {
  path: string;
  sentence: string;
}

const isFault = (one: unknown): one is ServedFault =>
  typeof one === 'object' && one !== null && typeof (one as ServedFault).path === 'string' && typeof (one as ServedFault).sentence === 'string';

/** Every fault that a refusal names, in its order. */
export function faultList(failure: unknown): ServedFault[] {
  if (!(failure instanceof ApiError)) return [];
  const named = failure.problem.meta?.['faults'];
  return [
    ...(Array.isArray(named) ? named.filter(isFault) : []),
    ...(failure.problem.errors ?? []).map(({ path, message }) => ({ path: path.replace(/^content\./, ''), sentence: message })),
  ];
}

/** The same by path, for the fields of the form. */
export const serverFaults = (failure: unknown): Record<string, string> => faultsByPath(faultList(failure));
