import { french } from '@maillage/domain/kernel';
import { getMetadataStorage } from 'class-validator';

type Sentence = (args: readonly unknown[]) => string;

const shown = (value: unknown): string => (Array.isArray(value) ? value.map(String).join(', ') : String(value));
const count = (n: unknown, one: string, many = `${one}s`): string => `${shown(n)} ${Number(n) > 1 ? many : one}`;
const size = (word: string): { at: Record<'least' | 'most', Sentence> } => ({
  at: {
    least: ([min]) => (Number(min) <= 1 ? 'ce champ est obligatoire.' : `au moins ${count(min, word)}.`),
    most: ([max]) => `au plus ${count(max, word)}.`,
  },
});

/** What each rule of class-validator asks, in French; the arguments are those given to the decorator. */
const sentences: Readonly<Record<string, Sentence>> = {
  isDefined: () => 'ce champ est obligatoire.',
  isNotEmpty: () => 'ce champ est obligatoire.',
  isEmail: () => 'indiquez une adresse électronique valide, par exemple prenom.nom@exemple.fr.',
  isString: () => 'un texte est attendu.',
  isBoolean: () => 'répondez par oui ou par non (true ou false).',
  isNumber: () => 'un nombre est attendu.',
  isInt: () => 'un nombre entier est attendu.',
  isPositive: () => 'un nombre plus grand que zéro est attendu.',
  isDate: () => 'une date est attendue.',
  isISO8601: () => 'une date est attendue, sous la forme AAAA-MM-JJ.',
  isDateString: () => 'une date est attendue, sous la forme AAAA-MM-JJ.',
  isDay: () => 'une date qui existe est attendue, sous la forme AAAA-MM-JJ.',
  isUuid: () => 'un identifiant est attendu.',
  isUrl: () => 'une adresse internet est attendue.',
  isArray: () => 'une liste est attendue.',
  isObject: () => 'un ensemble de champs est attendu.',
  nestedValidation: () => 'un ensemble de champs est attendu.',
  isEnum: ([values]) => `choisissez parmi : ${shown(values instanceof Object ? Object.values(values) : values)}.`,
  isIn: ([values]) => `choisissez parmi : ${shown(values)}.`,
  min: ([least]) => `${shown(least)} au moins.`,
  max: ([most]) => `${shown(most)} au plus.`,
  minLength: size('caractère').at.least,
  maxLength: size('caractère').at.most,
  isLength: ([min, max]) => (max === undefined ? `au moins ${count(min, 'caractère')}.` : `entre ${shown(min)} et ${shown(max)} caractères.`),
  arrayMinSize: size('élément').at.least,
  arrayMaxSize: size('élément').at.most,
  arrayNotEmpty: () => 'au moins 1 élément.',
  arrayUnique: () => 'chaque élément ne peut figurer qu\'une fois.',
  matches: () => 'la forme n\'est pas celle attendue.',
  isTimeZone: () => 'un fuseau horaire est attendu, par exemple Europe/Paris.',
  whitelistValidation: () => 'ce champ n\'est pas attendu.',
  unknownValue: () => 'un ensemble de champs est attendu.',
};

const labels = new WeakMap<object, Map<string, string>>();

/** Names a field of an input in French, for the messages about it. */
export const Label =
  (label: string): PropertyDecorator =>
  (prototype, property) => {
    const known = labels.get(prototype) ?? new Map<string, string>();
    labels.set(prototype, known.set(String(property), label));
  };

/** The French name of a field, or its path. */
function labelOf(target: object | undefined, property: string, path: string): string {
  for (let prototype: unknown = target && Object.getPrototypeOf(target); prototype instanceof Object; prototype = Object.getPrototypeOf(prototype)) {
    const label = labels.get(prototype as object)?.get(property);
    if (label !== undefined) return label;
  }
  return path;
}

interface Rule {
  args: readonly unknown[];
  own: boolean;
}

const rulesOfClass = new WeakMap<object, Map<string, Rule>>();

/** The arguments of each rule of a class, by property and rule name. */
function rulesOf(target: object | undefined): Map<string, Rule> {
  const type: unknown = target?.constructor;
  if (typeof type !== 'function') return new Map();
  const known = rulesOfClass.get(type);
  if (known) return known;
  const found = new Map<string, Rule>();
  // Nested values carry a message of the library, in English.
  for (const rule of getMetadataStorage().getTargetValidationMetadatas(type, '', true, false)) {
    found.set(`${rule.propertyName}.${rule.name ?? rule.type}`, { args: (rule.constraints as unknown[] | undefined) ?? [], own: rule.message !== undefined && rule.type !== 'nestedValidation' });
  }
  rulesOfClass.set(type, found);
  return found;
}

/** « Champ » : what the broken rule asks; a message written on the decorator itself is kept as it is. */
export function fieldMessage(target: object | undefined, property: string, path: string, rule: string, message: string): string {
  const known = rulesOf(target).get(`${property}.${rule}`);
  const asked = known?.own ? message : (sentences[rule]?.(known?.args ?? []) ?? 'la valeur n\'est pas valide.');
  return french(`« ${labelOf(target, property, path)} » : ${asked}`);
}
