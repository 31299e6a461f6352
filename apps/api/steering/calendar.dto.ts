import { IsInt, Min } from 'class-validator';
import type { CalendarKind, CalendarLink, YearKind } from '@maillage/domain/steering';
import { Label } from '../http/validation-messages';

/** A year that runs, and the day of it that today is. */
export class YearClockDto {
  kind!: YearKind;
  /** Number of the contract year. */
  number!: number | null;
  start!: string;
  end!: string;
  dayNumber!: number;
  days!: number;
}

/** Where a line of the calendar leads. */
export class CalendarLinkDto {
  to!: CalendarLink['to'];
  id!: string | null;
}

/** Something with a day. */
export class CalendarEventDto {
  key!: string;
  kind!: CalendarKind;
  day!: string;
  title!: string;
  detail!: string;
  /** 0: not late. */
  lateDays!: number;
  /** Its day is past and it is still to be done, though no text calls it late. */
  pending!: boolean;
  /** What remains to be paid; null when it is no payment, or not known. */
  cents!: number | null;
  link!: CalendarLinkDto;
}

/** The calendar: the years that run, then what has a day, late first. */
export class CalendarDto {
  today!: string;
  /** Last day looked at. */
  until!: string;
  clocks!: YearClockDto[];
  events!: CalendarEventDto[];
}

/** The person's private address, without its secret. */
export class CalendarFeedDto {
  /** null: none is open. */
  createdAt!: Date | null;
  /** 0 when none is open. */
  revision!: number;
}

/** A new private address: told here once, never again. */
export class NewCalendarFeedDto extends CalendarFeedDto {
  address!: string;
}

/** Opens an address in place of the one before, with the revision that was on screen (0 when none). */
export class OpenCalendarFeedDto {
  @Label('Révision')
  @IsInt()
  @Min(0)
  revision!: number;
}
