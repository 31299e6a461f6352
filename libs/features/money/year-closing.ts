import type { Cents, Day } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';

/** What the review of a contract year settled. */
export interface ClosedYear {
  /** Local day it was closed. */
  closedOn: Day;
  /** Cents agreed for each contract indicator, by its code; an absent code is what the rule computes. */
  agreed: Record<string, Cents>;
}

/** Says which contract years their *dialogue de gestion* has closed. The review comes after the euros: its area answers. */
export abstract class YearClosing {
  /** Closed years by number; an absent number is an open year. */
  abstract closedYears(tx: Tx): Promise<Record<number, ClosedYear>>;
}

/** Where there is no review, no year is closed. */
@Injectable()
export class NoYearClosing extends YearClosing {
  override async closedYears(): Promise<Record<number, ClosedYear>> {
    return {};
  }
}
