import type { Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';

/** Says which contract years their *dialogue de gestion* has closed: their terms no longer change. The review comes later: its area answers. */
export abstract class ClosedYears {
  /** Numbers of the closed contract years. */
  abstract closedYears(tx: Tx): Promise<number[]>;
}

/** Where there is no review, no year is closed. */
@Injectable()
export class NoClosedYears extends ClosedYears {
  override async closedYears(): Promise<number[]> {
    return [];
  }
}
