import { requireRight, type Actor } from '@maillage/domain/identity';
import { auditActs, formatNumber, french } from '@maillage/domain/kernel';
import { lineFaults, loadHead, loadLines, type AuditHead, type ChainHead, type StoredAuditLink } from '@maillage/features/identity';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { SealedCheck } from './verify-sealed';
import { VouchedHistory, type JournalFault } from './vouched-history';

/** What was checked, and what is wrong; no content of any line. */
export interface JournalVerification {
  checkedAt: Date;
  lines: number;
  /** Lines of history of values that lines of the journal answer for. */
  histories: number;
  /** Values compared with their history. */
  values: number;
  /** Last line: number and hash. Written down elsewhere, they prove that nothing before was rewritten. */
  sequence: number;
  head: string | null;
  /** All faults found; `faults` names the first ones. */
  found: number;
  faults: JournalFault[];
}

const page = 1_000;
const mostNamed = 200;

const acts: Readonly<Record<string, string>> = auditActs;

/** Recomputes the chain of a community's journal, and compares values, locks, answers, terms, targets and all it answers for with what it kept of them. */
@Injectable()
export class VerifyJournal {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly history: VouchedHistory,
  ) {}

  /** For a person of the community who reads its journal. */
  async forActor(actor: Actor): Promise<JournalVerification> {
    requireRight(actor, 'audit.read');
    return this.execute(actor.communityId);
  }

  /** For the host, by the command line: after a restore, or on a doubt. `noted`: a last line written down elsewhere, which must still be there. */
  async execute(communityId: string, noted: ChainHead | null = null): Promise<JournalVerification> {
    return this.db.run(communityId, (tx) => this.read(tx, communityId, noted), { isolation: 'REPEATABLE READ', readOnly: true });
  }

  private async read(tx: Tx, communityId: string, noted: ChainHead | null): Promise<JournalVerification> {
    const faults: JournalFault[] = [];
    let found = 0;
    const tell = (more: readonly JournalFault[]): void => {
      found += more.length;
      faults.push(...more.slice(0, Math.max(0, mostNamed - faults.length)));
    };
    const head = await loadHead(tx);
    const history = await this.history.open(tx, communityId);
    const others = new SealedCheck(tx, history.words);
    let last: StoredAuditLink | null = null;
    let wrong: JournalFault[] = [];
    let lines = 0;
    for (;;) {
      const some: StoredAuditLink[] = await loadLines(tx, last?.sequence ?? 0, page);
      for (const line of some) {
        // A line already named is not named again by the one after, whose hook to it is lost.
        const known: boolean = wrong.some(({ sequence }) => sequence === last?.sequence);
        wrong = faultsOf(line, last, known, head);
        tell(wrong);
        if (line.sequence === noted?.sequence && line.hash !== noted.hash) tell([faultOf('altered', line, 'Le journal a été réécrit : l\'empreinte de cette ligne n\'est plus celle qui avait été notée.')]);
        last = line;
      }
      tell(await history.read(some));
      tell(await others.read(some));
      lines += some.length;
      if (some.length < page) break;
    }
    tell(headFaults(last, head));
    if (noted && (head?.sequence ?? 0) < noted.sequence) tell([missing((head?.sequence ?? 0) + 1, noted.sequence, 'depuis que la dernière ligne avait été notée')]);
    const { histories, values, faults: ofValues } = await history.end();
    tell(ofValues);
    tell(await others.end());
    return { checkedAt: this.clock.now(), lines, histories, values, sequence: head?.sequence ?? 0, head: head?.hash ?? null, found, faults };
  }
}

const number = (sequence: number): string => `n° ${formatNumber(sequence)}`;

function nameOf({ sequence, act, subjectLabel }: StoredAuditLink): string {
  return [`Ligne ${number(sequence)}`, acts[act] ?? act, ...(subjectLabel ? [subjectLabel] : [])].join(' · ');
}

const faultOf = (kind: JournalFault['kind'], line: StoredAuditLink, sentence: string): JournalFault => ({
  kind, sequence: line.sequence, subject: nameOf(line), at: line.at, sentence: french(sentence),
});

function missing(from: number, to: number, where: string): JournalFault {
  const several = to > from;
  return {
    kind: 'missing',
    sequence: from,
    subject: several ? `Lignes ${number(from)} à ${number(to)}` : `Ligne ${number(from)}`,
    at: null,
    sentence: french(`${several ? 'Ces lignes ont été effacées' : 'Cette ligne a été effacée'} ${where}.`),
  };
}

/** What is wrong with a line; `named`: the one before it already is. A fault that only follows from another is not told. */
function faultsOf(line: StoredAuditLink, before: StoredAuditLink | null, named: boolean, head: AuditHead | null): JournalFault[] {
  if (line.sequence > (head?.sequence ?? 0)) return [faultOf('added', line, 'Cette ligne a été ajoutée en dehors de Maillage.')];
  const wrong = lineFaults(line, before);
  return [
    ...(wrong.includes('gap') ? [missing((before?.sequence ?? 0) + 1, line.sequence - 1, 'au milieu du journal')] : []),
    ...(wrong.includes('altered') ? [faultOf('altered', line, 'Cette ligne a été modifiée en dehors de Maillage.')] : []),
    ...(before && !named && wrong.length === 1 && wrong[0] === 'unhooked' ? [faultOf('altered', before, 'Cette ligne a été réécrite : la suivante garde d\'elle une autre empreinte.')] : []),
  ];
}

/** What the head, kept apart, says of the last line. */
function headFaults(last: StoredAuditLink | null, head: AuditHead | null): JournalFault[] {
  const known = head?.sequence ?? 0;
  const there = last?.sequence ?? 0;
  if (there < known) return [missing(there + 1, known, 'à la fin du journal')];
  if (last && there === known && last.hash !== head?.hash) return [faultOf('altered', last, 'La dernière ligne n\'est plus celle que Maillage avait écrite.')];
  return [];
}
