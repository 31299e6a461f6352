import { featuresUnder } from '@maillage/features';
import { CommunityRegister } from '@maillage/features/community';
import { Config, ConfigError, FixedClock, SystemClock } from '@maillage/platform';
import { NestFactory } from '@nestjs/core';
import { giennoisBerry, riberac } from './communities';
import { demoPeople } from './people';
import { CommunityPlay } from './play-community';

/** What was loaded, and the accounts that show it. */
export interface LoadedDemo {
  /** False: communities are already there, nothing was added. */
  loaded: boolean;
  accounts: { email: string; name: string; shows: string }[];
}

/** Plays the demonstration in an empty database; does nothing in one that has communities. */
export async function loadDemo(): Promise<LoadedDemo> {
  const now = new SystemClock().now();
  const clock = new FixedClock(now);
  const app = await NestFactory.createApplicationContext(featuresUnder(clock), { logger: ['error', 'warn'], abortOnError: false });
  try {
    if ((await app.get(CommunityRegister).all()).length > 0) return { loaded: false, accounts: [] };
    const { MAILLAGE_DEMO_PASSWORD: password } = app.get(Config);
    if (password === undefined) throw new ConfigError(['MAILLAGE_DEMO_PASSWORD\u00a0: cette variable est obligatoire pour charger la démonstration.']);
    for (const community of [riberac, giennoisBerry]) await new CommunityPlay(app, clock, now, password, community).play();
    return { loaded: true, accounts: accounts() };
  } finally {
    await app.close();
  }
}

function accounts(): LoadedDemo['accounts'] {
  return demoPeople.flatMap(({ email, givenName, familyName, shows }) => (shows ? [{ email, name: `${givenName} ${familyName}`, shows }] : []));
}
