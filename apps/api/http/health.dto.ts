/** The process answers. */
export class LivenessDto {
  status!: 'ok';
}

/** What the process needs, part by part. */
export class HealthDto {
  status!: 'ok' | 'unavailable';
  database!: 'ok' | 'unavailable';
  /** For information: when the queue is away, jobs wait in the database. */
  queue!: 'ok' | 'unavailable';
}
