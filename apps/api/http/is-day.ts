import { isDay } from '@maillage/domain/kernel';
import { ValidateBy, type ValidationOptions } from 'class-validator';

/** A calendar day that exists, written AAAA-MM-JJ. */
export const IsDay = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isDay', validator: { validate: isDay, defaultMessage: () => 'isDay' } }, options);
