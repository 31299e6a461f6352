import { ROLES } from '@maillage/domain/identity';
import { parsePeriod } from '@maillage/domain/kernel';
import * as fc from 'fast-check';
import {
  afterAttempt,
  attemptOutcomes,
  canApprove,
  checkApproval,
  checkRecipientEmail,
  checkResend,
  deliverySentence,
  deliveryStatuses,
  isReportOver,
  moveReport,
  nextReportNumber,
  planReport,
  possibleActs,
  quarterDueAt,
  quarterDueOn,
  quarterToPrepare,
  reportActs,
  type ReportStatus,
  reportStatuses,
  reportTitle,
  reportTransitions,
  retryDelays,
  sendingResult,
  smtpOutcome,
} from './index';
import { refusal } from '../testing/refusal';

function reachableFrom(start: ReportStatus): Set<ReportStatus> {
  const seen = new Set<ReportStatus>([start]);
  for (const status of seen) for (const next of Object.values(reportTransitions[status])) seen.add(next);
  return seen;
}

describe('life of a report', () => {
  it('reaches every status from its preparation', () => {
    expect(reachableFrom('preparing')).toEqual(new Set(reportStatuses));
  });

  it('has no dead end: only « envoyé » and « annulé » are ends, and an end can be reached from everywhere', () => {
    expect(reportStatuses.filter(isReportOver)).toEqual(['sent', 'cancelled']);
    for (const status of reportStatuses) expect([...reachableFrom(status)].some(isReportOver)).toBe(true);
  });

  it('uses every act, and refuses whatever is not in the table', () => {
    const used = new Set(reportStatuses.flatMap(possibleActs));
    expect([...used].sort()).toEqual([...reportActs].sort());
    for (const status of reportStatuses) {
      for (const act of reportActs) {
        const next = reportTransitions[status][act];
        if (next) expect(moveReport({ status, approved: true }, act)).toBe(next);
        else expect(refusal(() => moveReport({ status, approved: true }, act))).toBe('report-transition');
      }
    }
  });

  it('is never sent without an approval, whatever the way', () => {
    for (const status of reportStatuses) expect(refusal(() => moveReport({ status, approved: false }, 'send'))).toBe('report-transition');
    // The only door to « approuvé » is the approval; the only doors to « envoi en cours » are sendings.
    for (const status of reportStatuses) {
      for (const [act, next] of Object.entries(reportTransitions[status])) {
        if (next === 'approved') expect(act).toBe('approve');
        if (next === 'sending') expect(act).toBe('send');
      }
    }
  });

  it('a sent report cannot be cancelled nor prepared again', () => {
    expect(possibleActs('sent')).toEqual([]);
    expect(possibleActs('sending')).not.toContain('cancel');
    expect(possibleActs('partly-sent')).toEqual(['send']);
  });

  it('is approved by the coordination and the presidency only', () => {
    expect(ROLES.filter(canApprove)).toEqual(['coordinator', 'president']);
    expect(refusal(() => checkApproval({ role: 'treasurer' }))).toBe('report-approval-right');
    expect(refusal(() => checkApproval({ role: 'president' }))).toBeUndefined();
  });
});

describe('numbers', () => {
  const quarter = parsePeriod('2026-Q3');
  const report = { periodKey: '2026-Q3', number: '2026-T3-001', version: 1, status: 'sent' as ReportStatus };
  const plan = (existing: (typeof report)[], correction = false, today = '2026-10-01') => planReport(quarter, existing, today, correction);

  it('start with the period and go on', () => {
    expect(nextReportNumber(quarter, [])).toBe('2026-T3-001');
    expect(nextReportNumber(quarter, ['2026-T3-001', '2026-T3-009', '2026-T2-044'])).toBe('2026-T3-010');
    expect(nextReportNumber(parsePeriod('CY5', { contractStart: '2022-04-15' }), [])).toBe('A5-001');
    expect(nextReportNumber(parsePeriod('2026-09'), [])).toBe('2026-09-001');
    expect(reportTitle(report)).toBe('2026-T3-001');
    expect(reportTitle({ ...report, version: 2 })).toBe('2026-T3-001 version 2');
  });

  it('a correction keeps the number and takes the next version', () => {
    expect(plan([])).toEqual({ number: '2026-T3-001', version: 1 });
    expect(plan([report], true)).toEqual({ number: '2026-T3-001', version: 2 });
    expect(plan([report, { ...report, version: 2, status: 'cancelled' }], true)).toEqual({ number: '2026-T3-001', version: 3 });
    expect(plan([{ ...report, status: 'partly-sent' }], true)).toMatchObject({ version: 2 });
    expect(plan([{ ...report, status: 'cancelled' }])).toEqual({ number: '2026-T3-002', version: 1 });
  });

  it('refuses a second report, a correction of nothing, a period not over', () => {
    expect(refusal(() => plan([report]))).toBe('report-exists');
    expect(refusal(() => plan([{ ...report, status: 'failed' }]))).toBe('report-exists');
    expect(refusal(() => plan([{ ...report, status: 'awaiting-approval' }], true))).toBe('report-correction-needs-sent');
    expect(refusal(() => plan([report, { ...report, version: 2, status: 'approved' }], true))).toBe('report-correction-needs-sent');
    expect(refusal(() => plan([], true))).toBe('report-correction-needs-sent');
    expect(refusal(() => plan([], false, '2026-09-30'))).toBe('report-period-not-over');
  });
});

describe('sending', () => {
  it('tries again after temporary failures, later each time, then stops', () => {
    retryDelays.forEach((afterMs, index) => {
      expect(afterAttempt(Array.from({ length: index + 1 }, () => 'temporary' as const))).toEqual({ do: 'retry', status: 'retrying', afterMs });
      expect(afterMs).toBeGreaterThan(retryDelays[index - 1] ?? 0);
    });
    expect(afterAttempt(Array.from({ length: retryDelays.length + 1 }, () => 'temporary' as const))).toEqual({ do: 'stop', status: 'gave-up' });
    expect(afterAttempt([])).toEqual({ do: 'retry', status: 'retrying', afterMs: 0 });
  });

  it('stops on a refusal and on a doubt: nothing leaves twice by itself', () => {
    expect(afterAttempt(['temporary', 'permanent'])).toEqual({ do: 'stop', status: 'refused' });
    expect(afterAttempt(['temporary', 'uncertain'])).toEqual({ do: 'stop', status: 'uncertain' });
    expect(afterAttempt(['temporary', 'delivered'])).toEqual({ do: 'nothing', status: 'delivered' });
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...attemptOutcomes), { maxLength: 12 }), (outcomes) => {
        const retried = afterAttempt(outcomes).do === 'retry';
        expect(retried && ['delivered', 'uncertain', 'permanent'].includes(outcomes.at(-1) ?? '')).toBe(false);
      }),
    );
  });

  it.each<[{ code?: number; stage: 'connection' | 'envelope' | 'content' }, string]>([
    [{ stage: 'connection' }, 'temporary'],
    [{ stage: 'envelope' }, 'temporary'],
    [{ stage: 'content' }, 'uncertain'],
    [{ code: 421, stage: 'content' }, 'temporary'],
    [{ code: 451, stage: 'envelope' }, 'temporary'],
    [{ code: 550, stage: 'envelope' }, 'permanent'],
    [{ code: 554, stage: 'content' }, 'permanent'],
  ])('%j is %s', (failure, outcome) => {
    expect(smtpOutcome(failure)).toBe(outcome);
  });

  it('adds the deliveries up', () => {
    expect(sendingResult(['delivered', 'delivered'])).toBe('all-delivered');
    expect(sendingResult(['delivered', 'refused'])).toBe('some-delivered');
    expect(sendingResult(['uncertain', 'refused'])).toBe('some-delivered');
    expect(sendingResult(['gave-up', 'refused'])).toBe('none-delivered');
    expect(sendingResult(['delivered', 'retrying'])).toBeUndefined();
    expect(sendingResult([])).toBe('none-delivered');
  });

  it('is sent again by a person only when it makes sense', () => {
    expect(refusal(() => checkResend('refused', false))).toBeUndefined();
    expect(refusal(() => checkResend('gave-up', false))).toBeUndefined();
    expect(refusal(() => checkResend('delivered', true))).toBe('delivery-not-retryable');
    expect(refusal(() => checkResend('retrying', true))).toBe('delivery-not-retryable');
    expect(refusal(() => checkResend('uncertain', false))).toBe('delivery-not-retryable');
    expect(refusal(() => checkResend('uncertain', true))).toBeUndefined();
  });

  it('says each state in French', () => {
    for (const status of deliveryStatuses) expect(deliverySentence({ status, recipient: 'ARS', attempts: 2 })).toContain('ARS');
    expect(deliverySentence({ status: 'uncertain', recipient: 'CPAM', attempts: 1 })).toContain('peut-être envoyé');
    expect(deliverySentence({ status: 'refused', recipient: 'CPAM', attempts: 1, answer: '550 inconnu' })).toContain('«\u00A0550 inconnu\u00A0»');
  });

  it('takes real addresses only', () => {
    expect(checkRecipientEmail(' Ars-CVL@ARS.Sante.FR ')).toBe('Ars-CVL@ars.sante.fr');
    for (const email of ['', 'ars', 'ars@', '@ars.fr', 'a b@ars.fr', 'ars@ars', 'ars@-ars.fr', 'a@b.fr, c@d.fr', `${'x'.repeat(65)}@ars.fr`, 'a@ars.fr\nBcc: b@c.fr']) {
      expect(refusal(() => checkRecipientEmail(email))).toBe('recipient-email-invalid');
    }
  });
});

describe('schedule', () => {
  it('a quarter is due the day after its end, or after a delay', () => {
    expect(quarterDueOn('2026-10-01')?.key).toBe('2026-Q3');
    expect(quarterDueOn('2026-09-30')?.key).toBe('2026-Q2');
    expect(quarterDueOn('2026-10-01', 15)).toBeUndefined();
    expect(quarterDueOn('2026-10-15', 15)).toBeUndefined();
    expect(quarterDueOn('2026-10-16', 15)?.key).toBe('2026-Q3');
  });

  it('ends at midnight in the zone of the community', () => {
    const instant = new Date('2026-09-30T22:30:00Z');
    expect(quarterDueAt(instant, 'Europe/Paris')?.key).toBe('2026-Q3');
    expect(quarterDueAt(instant, 'America/Guadeloupe')?.key).toBe('2026-Q2');
  });

  it('is prepared once, and not for a quarter before the community began', () => {
    const now = new Date('2026-10-02T08:00:00Z');
    expect(quarterToPrepare(now, 'Europe/Paris', [{ periodKey: '2026-Q2' }])?.key).toBe('2026-Q3');
    expect(quarterToPrepare(now, 'Europe/Paris', [{ periodKey: '2026-Q3' }])).toBeUndefined();
    expect(quarterToPrepare(now, 'Europe/Paris', [], { firstQuarterStart: '2026-10-01' })).toBeUndefined();
    expect(quarterToPrepare(now, 'Europe/Paris', [], { firstQuarterStart: '2026-09-30' })?.key).toBe('2026-Q3');
    expect(quarterToPrepare(now, 'Europe/Paris', [], { delayDays: 20 })).toBeUndefined();
  });
});
