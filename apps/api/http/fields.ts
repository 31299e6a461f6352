import { applyDecorators } from '@nestjs/common';
import { IsInt, Max, Min, ValidateIf } from 'class-validator';

/** The largest amount: below ten billion euros. */
const maxCents = 1e12 - 1;

/** The field must be sent but may be null: its other rules then do not apply. One that may also be left out is `@IsOptional()`. */
export const OrNull = (): PropertyDecorator => (target, property) =>
  ValidateIf((input: Record<string | symbol, unknown>) => input[property] !== null)(target, property);

/** An amount in whole cents, from 0 to just below ten billion euros. */
export const IsCents = (): PropertyDecorator => applyDecorators(IsInt(), Min(0), Max(maxCents));
