import { termsImportText } from '../../messages/terms-import';

const { places } = termsImportText;

/** One step of a path: a name, or a position in a list. */
type Step = string | number;

const stepsOf = (path: string): Step[] => [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, position]) => (name === undefined ? Number(position) : name));

const record = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {});

/** What a thing of the file calls itself. */
function ownName(thing: unknown, missionNames: ReadonlyMap<string, string>): string | null {
  const { title, label, code } = record(thing);
  const name = [title, label, missionNames.get(String(code))].find((one) => typeof one === 'string' && one !== '');
  return typeof name === 'string' ? name : null;
}

/**
 * Where a fault stands, for who does not read file paths: « Prévention › Dépistage du sein › palier 2 › seuil ». Empty when the path
 * is of the whole file.
 */
export function placeInWords(path: string, file: unknown, missionNames: ReadonlyMap<string, string>): string {
  const words: string[] = [];
  let here: unknown = file;
  let list = '';
  for (const step of stepsOf(path)) {
    here = typeof step === 'number' ? (Array.isArray(here) ? (here as unknown[])[step] : undefined) : record(here)[step];
    if (typeof step === 'number') {
      const one = places.items[list as keyof typeof places.items];
      words.push(ownName(here, missionNames) ?? (one ? one(step + 1) : places.item(step + 1)));
    } else if (Array.isArray(here) && step in places.items) {
      list = step;
    } else {
      words.push(places.fields[step as keyof typeof places.fields] ?? step);
    }
  }
  return words.join(' › ');
}
