import { Injectable } from '@nestjs/common';

/** The only source of « now » on the server. */
export abstract class Clock {
  /** The present instant. */
  abstract now(): Date;

  /** The calendar day, `YYYY-MM-DD`, it is in that IANA time zone. */
  today(timeZone: string): string {
    return dayIn(timeZone, this.now());
  }
}

/** The machine's clock. */
@Injectable()
export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}

/** A clock for tests: it stands where it is set. */
export class FixedClock extends Clock {
  private instant: Date;

  constructor(instant: Date | string) {
    super();
    this.instant = new Date(instant);
  }

  override now(): Date {
    return new Date(this.instant);
  }

  /** Moves the clock to an instant. */
  set(instant: Date | string): void {
    this.instant = new Date(instant);
  }

  /** Moves the clock forward. */
  advance(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds);
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dayIn(timeZone: string, instant: Date): string {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format.format(instant);
}
