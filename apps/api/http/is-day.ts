import { isDay } from '@maillage/domain/kernel';
import { ValidateBy, type ValidationOptions } from 'class-validator';

/** The value is a day that exists, written `YYYY-MM-DD`. */
export const IsDay = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isDay', validator: { validate: (value: unknown) => isDay(value), defaultMessage: () => '$property must be a day (YYYY-MM-DD)' } }, options);
