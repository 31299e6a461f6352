import { requireRight, type Actor } from '@maillage/domain/identity';
import { found } from '@maillage/domain/kernel';
import { assembleActionPage, assembleBoardPage, assembleHome, assembleMissionPage, missionStandings, type ActionPage, type SteeringInput } from '@maillage/domain/steering';
import { MoneyQueries } from '@maillage/features/money';
import { Clock, Ids, TenantDb } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { ReportUse } from './report-use';
import { readSteeringInput } from './steering-input';
import { freshPage, replacePages, takeMarks, type StoredPage } from './steering.store';

/** Pages kept ready: the home, the board page, and each mission's page. */
export type SteeringPage = 'home' | 'board' | `mission:${string}`;

/**
 * The dashboards. Pages are made once after a change (or a new day) and then read as they are: opening one costs a single
 * indexed read, whatever the size of the community.
 */
@Injectable()
export class SteeringQueries {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly reports: ReportUse,
    private readonly money: MoneyQueries,
  ) {}

  /** A page as JSON text with its version; no body when the reader already `has` this version. `not-found` for an unknown page. */
  async page(actor: Actor, page: SteeringPage, has: string | null = null): Promise<StoredPage> {
    requireRight(actor, 'steering.read');
    const kept = await this.db.run(actor.communityId, (tx) => freshPage(tx, page, this.clock.now(), has), { readOnly: true });
    if (kept) return kept;
    const { version, pages } = await this.make(actor.communityId);
    return { version, body: found(pages.get(page), { what: 'page' }) };
  }

  /** The page of an action of the version in force. */
  async action(actor: Actor, actionId: string): Promise<ActionPage> {
    requireRight(actor, 'steering.read');
    const input = await this.db.run(actor.communityId, (tx) => readSteeringInput(tx, actor.communityId, this.clock, this.reports, this.money), {
      isolation: 'REPEATABLE READ',
      readOnly: true,
    });
    return assembleActionPage(input, actionId);
  }

  /** Makes all pages again from one snapshot of the database. Two at once: the second starts over and finds nothing left to do wrong. */
  private async make(communityId: string): Promise<{ version: string; pages: Map<string, string> }> {
    return this.db.run(
      communityId,
      async (tx) => {
        await takeMarks(tx);
        const input = await readSteeringInput(tx, communityId, this.clock, this.reports, this.money);
        const version = this.ids.next();
        const pages = assemblePages(input);
        await replacePages(tx, input.today, version, pages);
        return { version, pages };
      },
      { isolation: 'REPEATABLE READ' },
    );
  }
}

function assemblePages(input: SteeringInput): Map<string, string> {
  const missions = missionStandings(input, []).map(({ code }) => [`mission:${code}`, assembleMissionPage(input, code)] as const);
  const pages: (readonly [string, unknown])[] = [['home', assembleHome(input)], ['board', assembleBoardPage(input)], ...missions];
  return new Map(pages.map(([page, content]) => [page, JSON.stringify(content)]));
}
