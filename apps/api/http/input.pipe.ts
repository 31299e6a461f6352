import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { fieldMessage } from './validation-messages';
import { HttpProblem, type FieldProblem } from './problem';

function fieldProblems(errors: readonly ValidationError[], parent = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const path = parent === '' ? error.property : `${parent}.${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      path,
      rule,
      message: fieldMessage(error.target, error.property, path, rule, message),
    }));
    return [...own, ...fieldProblems(error.children ?? [], path)];
  });
}

// What no keyboard writes and no table or document can hold: control characters but tab and line ends, halves of a character.
const unwritable = /(?![\t\n\r])\p{Cc}|\p{Cs}/gu;

/** A body or a query as it was parsed, whatever the parser gave it for a prototype; not a file, a date, an instance. */
function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** The same input without the characters that cannot be kept; they come with a paste, and nobody sees them. */
function writable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(unwritable, '');
  if (Array.isArray(value)) return value.map(writable);
  if (value === null || typeof value !== 'object' || !isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, writable(one)]));
}

/** Reads every input into its class: unknown fields are refused, each broken rule is said in French beside its field. */
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      validationError: { target: true, value: false },
      exceptionFactory: (errors) => new HttpProblem('invalid-request', fieldProblems(errors)),
    });
  }

  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return super.transform(metadata.type === 'custom' ? value : writable(value), metadata) as Promise<unknown>;
  }
}
