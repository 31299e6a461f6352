import { FeaturesModule } from '@maillage/features';
import { CommunityRegister, CreateCommunity } from '@maillage/features/community';
import { Relay } from '@maillage/platform';
import { NestFactory } from '@nestjs/core';
import type { Answer } from '../answer';

/** What the operator gives. */
export interface CommunityOptions {
  name: string;
  label?: string;
  zone?: string;
  coordinator: string;
}

/** Creates a community; its first coordinator receives an invitation by e-mail. */
export async function createCommunityCommand({ name, label, zone, coordinator }: CommunityOptions): Promise<Answer> {
  const app = await NestFactory.createApplicationContext(FeaturesModule, { logger: ['error', 'warn'], abortOnError: false });
  try {
    const wanted = { name, coordinatorEmail: coordinator, ...(label ? { label } : {}), ...(zone ? { timeZone: zone } : {}) };
    const created = await app.get(CreateCommunity).execute(wanted);
    await app.get(Relay).settled();
    return { data: created, lines: [`Communauté créée (${created.communityId}). L’invitation part à ${coordinator}\u00a0; elle est à accepter sous quatorze jours.`] };
  } finally {
    await app.close();
  }
}

/** The communities of this installation, without their content. */
export async function listCommunitiesCommand(): Promise<Answer> {
  const app = await NestFactory.createApplicationContext(FeaturesModule, { logger: ['error', 'warn'], abortOnError: false });
  try {
    const communities = await app.get(CommunityRegister).all();
    return {
      data: { communities },
      lines: communities.length === 0 ? ['Aucune communauté.'] : communities.map(({ id, label, name, demo }) => `${id}  ${label} ${name}${demo ? ' (démonstration)' : ''}`),
    };
  } finally {
    await app.close();
  }
}
