import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiError } from '../../lib/api-error';
import { reportsText } from '../../messages/reports';
import { CheckField, ConfirmDialog, FormError, HrefLink, StatusBadge, useToast } from '../../ui';
import { type Report, type ReportOffer, useDecideReport, usePrepareReport, useSendReport } from './api';
import classes from './reports.module.css';

const text = reportsText.ask;
const acts = reportsText.acts;

interface ActDialogsProps {
  report: Report;
  /** The act being asked about; none when null. */
  asking: ReportOffer | null;
  onClose: () => void;
}

/** What is not ready in a report about to be approved; null when all is. */
function unready(report: Report): string | null {
  const lines = report.content?.lines ?? [];
  const told = reportsText.page.notValidated(lines.filter(({ status }) => status === 'draft').length, lines.filter(({ status }) => status === 'missing').length);
  return told === '' ? null : told;
}

function SendDialog({ report, asking, onClose }: ActDialogsProps) {
  const toast = useToast();
  const send = useSendReport(report);
  const [doubles, setDoubles] = useState<string[]>([]);
  const sure = report.sendTo.filter(({ state }) => state !== 'uncertain');
  const doubtful = report.sendTo.filter(({ state }) => state === 'uncertain');
  const total = sure.length + doubles.length;
  return (
    <ConfirmDialog
      opened={asking === 'send'}
      title={text.send}
      confirmLabel={text.sendConfirm}
      blocked={report.sendTo.length === 0}
      onCancel={() => {
        setDoubles([]);
        onClose();
      }}
      onConfirm={async () => {
        if (total === 0) throw new ApiError(409, 'report-no-recipient', doubtful.length > 0 ? text.sendChoose : text.sendNobody);
        await send.mutateAsync(doubles);
        toast.done(text.sent);
      }}
    >
      <div className={classes.stack}>
        {sure.length > 0 ? (
          <>
            <p className={classes.plain}>{text.sendWhat(total)}</p>
            <ul className={classes.to}>
              {sure.map(({ name, email }) => (
                <li key={email}>
                  <strong>{name}</strong> <span className={classes.soft}>{email}</span>
                </li>
              ))}
            </ul>
          </>
        ) : doubtful.length === 0 ? (
          <FormError>
            {text.sendNobody} <HrefLink href="/reglages/destinataires">{text.sendNobodyLink}</HrefLink>
          </FormError>
        ) : null}
        {doubtful.length > 0 ? (
          <fieldset className={classes.doubtful}>
            <legend>{text.sendDoubt}</legend>
            <p className={classes.plain}>{text.sendDoubtWhat}</p>
            {doubtful.map(({ deliveryId, name, email }) => (
              <CheckField
                key={deliveryId}
                label={`${name} (${email})`}
                value={doubles.includes(deliveryId ?? '')}
                onChange={(checked) => setDoubles((before) => (checked && deliveryId ? [...before, deliveryId] : before.filter((id) => id !== deliveryId)))}
              />
            ))}
          </fieldset>
        ) : null}
        {report.sendTo.length > 0 ? <p className={classes.soft}>{text.sendReaders}</p> : null}
      </div>
    </ConfirmDialog>
  );
}

/** Asks before each act, saying what will happen and to whom. */
export function ActDialogs({ report, asking, onClose }: ActDialogsProps) {
  const toast = useToast();
  const navigate = useNavigate();
  const decide = useDecideReport(report);
  const prepare = usePrepareReport();
  const warning = unready(report);
  const then = (decision: Parameters<typeof decide.mutateAsync>[0], done: string) => async (): Promise<void> => {
    await decide.mutateAsync(decision);
    toast.done(done);
  };
  return (
    <>
      <ConfirmDialog opened={asking === 'approve'} title={text.approve} confirmLabel={acts.approve} onCancel={onClose} onConfirm={then('approve', text.approved)}>
        <div className={classes.stack}>
          <p className={classes.plain}>{text.approveWhat}</p>
          {warning ? <StatusBadge plain tone="at-risk" label={text.approveWarning(warning)} /> : null}
        </div>
      </ConfirmDialog>
      <ConfirmDialog opened={asking === 'withdraw-approval'} title={text.withdraw} confirmLabel={acts['withdraw-approval']} onCancel={onClose} onConfirm={then('withdraw-approval', text.withdrawn)}>
        <p className={classes.plain}>{text.withdrawWhat}</p>
      </ConfirmDialog>
      <ConfirmDialog opened={asking === 'cancel'} title={text.cancel} confirmLabel={acts.cancel} destructive onCancel={onClose} onConfirm={then('cancel', text.cancelled)}>
        <p className={classes.plain}>{text.cancelWhat}</p>
      </ConfirmDialog>
      <ConfirmDialog opened={asking === 'prepare-again'} title={text.again} confirmLabel={acts['prepare-again']} onCancel={onClose} onConfirm={then('prepare-again', text.againDone)}>
        <p className={classes.plain}>{text.againWhat}</p>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'correct'}
        title={text.correct}
        confirmLabel={acts.correct}
        onCancel={onClose}
        onConfirm={async () => {
          const { id } = await prepare.mutateAsync({ periodKey: report.periodKey, correction: true });
          await navigate({ to: '/rapports/$reportId', params: { reportId: id } });
        }}
      >
        <p className={classes.plain}>{text.correctWhat(report.version + 1)}</p>
      </ConfirmDialog>
      <SendDialog report={report} asking={asking} onClose={onClose} />
    </>
  );
}
