import { FeaturesModule } from '@maillage/features';
import { CommunityRegister } from '@maillage/features/community';
import { VerifyReports, type Verification } from '@maillage/features/reports';
import { NestFactory } from '@nestjs/core';
import type { Answer } from '../answer';

/** Recomputes every hash of every community's reports: snapshots, documents, chain. Tells faults, never content. */
export async function verifyCommand(): Promise<Answer> {
  const app = await NestFactory.createApplicationContext(FeaturesModule, { logger: ['error', 'warn'], abortOnError: false });
  try {
    const communities: ({ community: string } & Verification)[] = [];
    for (const { id } of await app.get(CommunityRegister).all()) communities.push({ community: id, ...(await app.get(VerifyReports).execute(id)) });
    const faults = communities.flatMap(({ community, faults: found }) => found.map(({ subject, sentence }) => `✖ ${community} · ${subject}\u00a0: ${sentence}`));
    const count = communities.reduce((sum, { reports }) => sum + reports, 0);
    const lines = faults.length > 0 ? faults : [`✔ ${count} rapport(s) de ${communities.length} communauté(s)\u00a0: tout est tel qu’il a été scellé.`];
    return { data: { sound: faults.length === 0, communities }, lines, exitCode: faults.length === 0 ? 0 : 1 };
  } finally {
    await app.close();
  }
}
