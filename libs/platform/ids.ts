import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';

/** Gives identifiers: UUID v7, which sort in the order they were made. */
@Injectable()
export class Ids {
  /** A new identifier. */
  next(): string {
    return v7();
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for a UUID written the usual way. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value);
}
