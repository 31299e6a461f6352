import { ValidationPipe, type ValidationError } from '@nestjs/common';
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
}
