import { sheetIndicators } from '@maillage/domain/review';
import { ClosedYears } from '@maillage/features/contract';
import { type ClosedYear, YearClosing } from '@maillage/features/money';
import { today } from '@maillage/domain/kernel';
import type { Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { loadClosings, loadReviews } from './review.store';

/** The closings that hold today. */
async function standing(tx: Tx): Promise<string[]> {
  return (await loadReviews(tx)).flatMap(({ closingId }) => (closingId === null ? [] : [closingId]));
}

/** A closed year pays what its review settled: every indicator's amount as frozen, so that later changes of values move nothing. */
@Injectable()
export class ReviewYearClosing extends YearClosing {
  override async closedYears(tx: Tx): Promise<Record<number, ClosedYear>> {
    const ids = await standing(tx);
    if (ids.length === 0) return {};
    const zones: { zone: string }[] = await tx.query('select time_zone as zone from community');
    const zone = zones[0]?.zone ?? 'Europe/Paris';
    const closings = await loadClosings(tx, ids);
    return Object.fromEntries(
      closings.map(({ year, at, snapshot }) => [
        year,
        {
          closedOn: today(at, zone),
          agreed: Object.fromEntries(
            sheetIndicators(snapshot.sheet).flatMap(({ indicator }) => (indicator.maxCents === null ? [] : [[indicator.code, indicator.settledCents]])),
          ),
        },
      ]),
    );
  }
}

/** The terms of a year whose review is closed no longer change. */
@Injectable()
export class ReviewClosedYears extends ClosedYears {
  override async closedYears(tx: Tx): Promise<number[]> {
    return (await loadReviews(tx)).flatMap(({ year, status }) => (status === 'closed' ? [year] : []));
  }
}
