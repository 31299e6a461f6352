import { Controller, Get, Res } from '@nestjs/common';
import { JobQueue, SystemDb } from '@maillage/platform';
import type { FastifyReply } from 'fastify';
import { Public } from './access';
import { HealthDto, LivenessDto } from './health.dto';

/** A check that takes longer than this has failed. */
const PATIENCE_MS = 3_000;

const inTime = async (work: Promise<unknown>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error('late')), PATIENCE_MS)));
  try {
    await Promise.race([work, late]);
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
};

/** Whether this process lives, and whether it can work. */
@Public()
@Controller('health')
export class HealthController {
  constructor(
    private readonly db: SystemDb,
    private readonly queue: JobQueue,
  ) {}

  /** The process answers. */
  @Get('live')
  live(): LivenessDto {
    return { status: 'ok' };
  }

  /** The process can work: the database answers. The queue is told for information: without it jobs wait and nothing is lost. */
  @Get()
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthDto> {
    const [database, queue] = await Promise.all([inTime(this.db.run((tx) => tx.query('select 1'))), inTime(this.queue.backlog())]);
    if (!database) void reply.code(503);
    return { status: database ? 'ok' : 'unavailable', database: database ? 'ok' : 'unavailable', queue: queue ? 'ok' : 'unavailable' };
  }
}
