import { type Day, formatNumber, french, isDay, listInFrench } from '@maillage/domain/kernel';
import type { FileSchema } from './contract-file-schema';
import type { TermsFault } from './terms-report';

/** A thing of the file, its keys known. */
export type FileThing = Readonly<Record<string, unknown>>;

/** A value of the file in a sentence, whatever it is. */
const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 60);

/** Reads a file nobody promised anything about, and keeps every fault with its path. */
export class FileReader {
  readonly faults: TermsFault[] = [];

  fault(path: string, sentence: string): void {
    if (!this.faults.some((fault) => fault.path === path)) this.faults.push({ path, sentence: french(sentence) });
  }

  /** An object with the keys of its schema and no other; empty when it is none. */
  thing(value: unknown, path: string, schema: FileSchema): FileThing {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.fault(path, 'Un ensemble de champs ({ … }) est attendu ici.');
      return {};
    }
    const thing = value as FileThing;
    const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
    for (const key of schema.required) if ((thing[key] ?? null) === null) this.fault(at(key), `Le champ « ${key} » est obligatoire.`);
    for (const key of Object.keys(thing))
      if (!Object.hasOwn(schema.properties, key))
        this.fault(at(key), `Le champ « ${key} » n'est pas connu ici. Champs possibles : ${Object.keys(schema.properties).join(', ')}.`);
    return thing;
  }

  /** The items of a list, each with its path; none when it is absent. */
  items<T>(value: unknown, path: string, max: number, read: (item: unknown, path: string) => T): T[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.fault(path, 'Une liste ([ … ]) est attendue ici.');
      return [];
    }
    if (value.length > max) this.fault(path, `${formatNumber(value.length)} éléments : la limite est de ${formatNumber(max)}.`);
    return value.slice(0, max).map((item, index) => read(item, `${path}[${index}]`));
  }

  /** A text; empty when it is none. */
  text(value: unknown, path: string): string {
    if (typeof value === 'string') return value;
    if (value !== undefined) this.fault(path, 'Un texte est attendu ici.');
    return '';
  }

  /** A text that may be absent. */
  textOrNull(value: unknown, path: string): string | null {
    return value === undefined || value === null ? null : this.text(value, path);
  }

  /** A number; NaN when it is none. */
  number(value: unknown, path: string): number {
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.fault(path, 'Un nombre est attendu ici, sans guillemets ni espaces, avec un point pour les décimales.');
    return Number.NaN;
  }

  /** A whole number between two bounds; NaN when it is none. */
  whole(value: unknown, path: string, min: number, max: number): number {
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    this.fault(path, `Un nombre entier de ${formatNumber(min)} à ${formatNumber(max)} est attendu ici.`);
    return Number.NaN;
  }

  /** Cents, or null when absent or null. */
  cents(value: unknown, path: string): number | null {
    if (value === undefined || value === null) return null;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < 1e12) return value;
    this.fault(path, 'Un nombre entier de centimes, positif ou nul, est attendu ici (5 000 € s\'écrit 500000).');
    return null;
  }

  /** A day, or null when absent, null or wrong. */
  day(value: unknown, path: string): Day | null {
    if (value === undefined || value === null) return null;
    if (isDay(value)) return value;
    this.fault(path, `« ${shown(value)} » n'est pas une date qui existe ; écrivez-la AAAA-MM-JJ.`);
    return null;
  }

  /** True or false; false when absent. */
  yesNo(value: unknown, path: string): boolean {
    if (value === undefined || typeof value === 'boolean') return value ?? false;
    this.fault(path, 'true (oui) ou false (non) est attendu ici.');
    return false;
  }

  /** One of a list; undefined when absent or another. */
  oneOf<T extends string>(value: unknown, path: string, choices: readonly T[]): T | undefined {
    if (choices.includes(value as T)) return value as T;
    if (value !== undefined) this.fault(path, `« ${shown(value)} » n'est pas possible ici. Valeurs possibles : ${listInFrench(choices, 'ou')}.`);
    return undefined;
  }
}
