import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { reportsText } from '../../messages/reports';
import { ConfirmDialog, SelectField } from '../../ui';
import { type ReportsPage, usePrepareReport } from './api';
import classes from './reports.module.css';

const text = reportsText.prepare;

interface PrepareDialogProps {
  opened: boolean;
  /** Quarters over that have no report, the latest first. */
  periods: ReportsPage['periods'];
  onClose: () => void;
}

/** Asks for the report of a quarter, and opens it while it is prepared. */
export function PrepareDialog({ opened, periods, onClose }: PrepareDialogProps) {
  const navigate = useNavigate();
  const prepare = usePrepareReport();
  const [chosen, setChosen] = useState<string | null>(null);
  const periodKey = periods.find(({ key }) => key === chosen)?.key ?? periods[0]?.key;
  return (
    <ConfirmDialog
      opened={opened}
      title={text.title}
      confirmLabel={text.confirm}
      onCancel={onClose}
      onConfirm={async () => {
        if (periodKey === undefined) return;
        const { id } = await prepare.mutateAsync({ periodKey });
        await navigate({ to: '/rapports/$reportId', params: { reportId: id } });
      }}
    >
      <div className={classes.fields}>
        <p className={classes.plain}>{text.what}</p>
        <SelectField required label={text.period} choices={periods.map(({ key, label }) => ({ value: key, label }))} value={periodKey ?? ''} onChange={setChosen} />
      </div>
    </ConfirmDialog>
  );
}
