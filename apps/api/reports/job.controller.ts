import { Controller, Get, Query, Sse, type BeforeApplicationShutdown, type MessageEvent } from '@nestjs/common';
import type { Actor } from '@maillage/domain/identity';
import { ReportRuns } from '@maillage/features/reports';
import { interval, map, merge, Observable, Subject, takeUntil, timer } from 'rxjs';
import { CurrentActor, Right } from '../http/access';
import { JobRunDto, RunsQuery } from './reports.dto';

/** How long one line stays open; the browser calls again, and its session is checked again. */
const lifeMs = 10 * 60_000;
/** Something is said that often, so that nothing on the way thinks the line is dead. */
const beatMs = 25_000;

/** The long jobs about a report, as they move. */
@Controller('jobs')
export class JobController implements BeforeApplicationShutdown {
  private readonly closing = new Subject<void>();

  constructor(private readonly runs: ReportRuns) {}

  /** The last runs about a thing, the latest first. */
  @Get()
  @Right('reports.read')
  list(@CurrentActor() actor: Actor, @Query() { subject }: RunsQuery): Promise<JobRunDto[]> {
    return this.runs.about(actor, subject);
  }

  /** Their moves as they happen, as server-sent events: `{ runId, job, subject, state, progress, label }`. */
  @Sse('stream')
  @Right('reports.read')
  stream(@CurrentActor() actor: Actor, @Query() { subject }: RunsQuery): Observable<MessageEvent> {
    const moves = new Observable<MessageEvent>((line) => this.runs.follow(actor, subject, (move) => line.next({ data: move }), () => line.next({ type: 'resumed', data: '' })));
    const beats = interval(beatMs).pipe(map((): MessageEvent => ({ type: 'beat', data: '' })));
    return merge(moves, beats).pipe(takeUntil(merge(timer(lifeMs), this.closing)));
  }

  beforeApplicationShutdown(): void {
    this.closing.next();
    this.closing.complete();
  }
}
