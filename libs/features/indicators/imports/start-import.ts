import { createHash } from 'node:crypto';
import { importLimits } from '@maillage/domain/indicators';
import { requireRight, type Actor } from '@maillage/domain/identity';
import { requireText } from '@maillage/domain/kernel';
import { Clock, Files, FileTooLarge, Ids, Jobs, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { insertImport } from './import.store';
import { refuseFile } from './import-refusal';
import { sealBytes, sealed } from './import-file';
import { kindOfTable } from './import-table';

/** What the queue is given: the import is read again there, its state decides. */
declare module '@maillage/platform/jobs/job-payloads' {
  interface JobPayloads {
    /** Reads a file of values and says what it would change. */
    'indicators.check-import': { importId: string };
    /** Writes the values of a confirmed file. */
    'indicators.write-import': { importId: string };
  }
}

const mediaTypes = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;

/** Takes a file of values in: it is kept, and the workers read it. */
@Injectable()
export class StartImport {
  constructor(
    private readonly db: TenantDb,
    private readonly files: Files,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly jobs: Jobs,
  ) {}

  /** The id of the import; refused at once when its content is not a table's. */
  async execute(actor: Actor, file: { name: string; bytes: Uint8Array }): Promise<string> {
    requireRight(actor, 'measures.write');
    const name = requireText(file.name.replace(/^.*[\\/]/, ''), 'Nom du fichier', 200);
    if (file.bytes.length > importLimits.bytes) refuseFile('il dépasse 20 Mo');
    const kind = await kindOfTable(file.bytes);
    const stored = await this.files.put(sealed(file.bytes), { maxBytes: importLimits.bytes + sealBytes }).catch((error: unknown) => {
      if (error instanceof FileTooLarge) return refuseFile('il dépasse 20 Mo');
      throw error;
    });
    return this.db.run(actor.communityId, async (tx) => {
      const id = this.ids.next();
      const fileId = await this.files.record(tx, stored, { name, mediaType: mediaTypes[kind] });
      await insertImport(tx, id, { id: fileId, name, hash: createHash('sha256').update(file.bytes).digest('hex'), size: file.bytes.length }, { personId: actor.personId, at: this.clock.now() });
      await this.jobs.enqueue(tx, 'indicators.check-import', { importId: id }, { subject: id });
      return id;
    });
  }
}
