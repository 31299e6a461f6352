import { Button } from '@mantine/core';
import { canonicalJson, errorText, isDomainError } from '@maillage/domain/kernel';
import { checkProposal, type Proposal, type SheetIndicator, targetInWords, valueInWords } from '@maillage/domain/review';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useSession } from '../../app/session';
import { type EditedMeanwhile, editedMeanwhile, errorSentence } from '../../lib/api-error';
import { useDraft } from '../../lib/draft';
import { reviewText } from '../../messages/review';
import { CheckField, ConflictDialog, DraftNote, FormError, NumberField, StatusBadge, useToast } from '../../ui';
import { IconChevronDown, IconChevronRight } from '../../ui/icons';
import { useProposeTarget } from './api';
import classes from './review.module.css';
import { resultInWords } from './words';

const text = reviewText.next;

interface PanelProps {
  year: number;
  nextYear: number;
  indicator: SheetIndicator;
  revision: number;
  write: boolean;
}

/** A proposal on one line. */
function inWords(indicator: SheetIndicator, proposal: Proposal): string {
  if (!proposal.renewed) return text.given;
  const baseline = proposal.baseline ? [reviewText.line.baseline(valueInWords(indicator, proposal.baseline.value))] : [];
  return [...baseline, ...targetInWords(indicator, proposal.scoring)].join(' · ');
}

/** The contract indicator a sheet's indicator stands for, as the rule of proposals reads it. */
const contractIndicator = (indicator: SheetIndicator) => ({
  ...indicator,
  evidence: indicator.evidenceExpected,
  note: null,
});

const stateOf = ({ proposal, proposed }: SheetIndicator): { tone: 'none' | 'on-track' | 'late'; label: string } => {
  if (!proposal.renewed) return { tone: 'late', label: text.given };
  return proposed ? { tone: 'on-track', label: text.changed } : { tone: 'none', label: text.asIs };
};

type Renewed = Extract<Proposal, { renewed: true }>;

/** The numbers of a renewed indicator, step by step. */
function Numbers({ indicator, proposal, onChange }: { indicator: SheetIndicator; proposal: Renewed; onChange: (proposal: Renewed) => void }) {
  const { scoring, baseline } = proposal;
  const unit = indicator.kind === 'rate' ? '%' : undefined;
  const euros = (cents: number | null): number | null => (cents === null ? null : cents / 100);
  const cents = (amount: number | null): number | null => (amount === null ? null : Math.round(amount * 100));
  const result = resultInWords(indicator);
  return (
    <div className={classes.numbers}>
      {indicator.kind === 'done' ? null : (
        <NumberField
          label={text.baseline}
          unit={unit}
          min={0}
          hint={result && indicator.result.status === 'validated' ? text.baselineHint(result) : undefined}
          value={baseline?.value ?? null}
          onChange={(value) => onChange({ ...proposal, baseline: value === null ? null : { value, on: value === indicator.result.value ? indicator.result.asOf : (baseline?.on ?? null) } })}
        />
      )}
      {scoring.mode === 'tiers'
        ? scoring.tiers.map((tier, index) => {
            const put = (change: Partial<typeof tier>): void =>
              onChange({ ...proposal, scoring: { mode: 'tiers', tiers: scoring.tiers.map((one, at) => (at === index ? { ...one, ...change } : one)) } });
            return (
              <div key={tier.label} className={classes.pair}>
                <NumberField label={text.thresholdOf(tier.label)} unit={unit} min={0} value={tier.threshold} onChange={(threshold) => put({ threshold: threshold ?? Number.NaN })} />
                <NumberField label={text.amountOf(tier.label)} unit="€" min={0} decimals={2} value={euros(tier.cents)} onChange={(amount) => put({ cents: cents(amount) })} />
              </div>
            );
          })
        : null}
      {scoring.mode === 'target' || scoring.mode === 'linear' ? (
        <NumberField label={text.threshold} unit={unit} min={0} value={scoring.threshold} onChange={(threshold) => onChange({ ...proposal, scoring: { ...scoring, threshold: threshold ?? Number.NaN } })} />
      ) : null}
      {scoring.mode === 'tiers' ? null : (
        <NumberField label={text.amount} unit="€" min={0} decimals={2} value={euros(scoring.cents)} onChange={(amount) => onChange({ ...proposal, scoring: { ...scoring, cents: cents(amount) } })} />
      )}
    </div>
  );
}

function ProposalForm({ year, nextYear, indicator, revision }: PanelProps) {
  const toast = useToast();
  const client = useQueryClient();
  const { communityId } = useSession();
  const propose = useProposeTarget(year);
  const draft = useDraft<{ proposal: Proposal; revision: number }>(`review-proposal:${year}:${indicator.code}`);
  // What was typed on an older version keeps that version's number: the server then says so.
  const [seen] = useState(draft.restored?.values.revision ?? revision);
  const [conflict, setConflict] = useState<EditedMeanwhile<{ proposal?: Proposal | null }> | null>(null);
  const asItWas: Renewed = { renewed: true, baseline: indicator.baseline, scoring: indicator.scoring };
  const [proposal, setProposal] = useState<Proposal>(draft.restored?.values.proposal ?? indicator.proposal);
  const [error, setError] = useState<string | null>(null);
  const type = (next: Proposal): void => {
    setProposal(next);
    setError(null);
    draft.save({ proposal: next, revision: seen });
  };
  const save = async (over = seen): Promise<void> => {
    try {
      const checked = checkProposal(contractIndicator(indicator), proposal);
      draft.clear();
      await propose.mutateAsync({ code: indicator.code, revision: over, proposal: checked });
      toast.done(text.saved);
    } catch (failure) {
      draft.save({ proposal, revision: seen });
      const meanwhile = editedMeanwhile<{ proposal?: Proposal | null }>(failure);
      if (meanwhile) setConflict(meanwhile);
      else setError(isDomainError(failure) ? errorText(failure.code, failure.meta) : errorSentence(failure));
    }
  };
  const discard = (): void => {
    draft.clear();
    setProposal(indicator.proposal);
    setError(null);
    setConflict(null);
  };
  const same = canonicalJson(proposal) === canonicalJson(indicator.proposal);
  return (
    <form
      className={classes.proposal}
      aria-label={`${text.title(nextYear)} : ${indicator.title}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <CheckField label={text.renew} checked={proposal.renewed} onChange={(renewed) => type(renewed ? (indicator.proposal.renewed ? indicator.proposal : asItWas) : { renewed: false })} />
      {proposal.renewed ? <Numbers indicator={indicator} proposal={proposal} onChange={type} /> : null}
      {error ? <FormError>{error}</FormError> : null}
      <div className={classes.under}>
        <Button type="submit" variant="default" loading={propose.isPending} disabled={same && indicator.proposed}>
          {text.save}
        </Button>
        <DraftNote draft={draft} onDiscard={discard} />
      </div>
      <ConflictDialog
        conflict={conflict}
        fields={conflict ? [{ label: text.title(nextYear), mine: inWords(indicator, proposal), theirs: inWords(indicator, conflict.current.proposal ?? indicator.proposal) }] : []}
        onKeepMine={() => save(conflict?.revision)}
        onTakeTheirs={() => {
          discard();
          void client.invalidateQueries({ queryKey: [communityId, 'review'] });
        }}
        onLater={() => setConflict(null)}
      />
    </form>
  );
}

/** What the next contract year says of the indicator, beside this year's result. */
export function ProposalPanel(props: PanelProps) {
  const { nextYear, indicator, write, revision } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  const { proposal } = indicator;
  const { tone, label } = stateOf(indicator);
  return (
    <div className={classes.next}>
      <div className={classes.nextHead}>
        {write ? (
          <Button
            variant="subtle"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen((was) => !was)}
            leftSection={open ? <IconChevronDown size={18} aria-hidden="true" /> : <IconChevronRight size={18} aria-hidden="true" />}
          >
            {text.toggle(nextYear)}
            <span className="only-read-aloud">{` : ${indicator.title}`}</span>
          </Button>
        ) : (
          <strong>{text.toggle(nextYear)}</strong>
        )}
        <StatusBadge plain tone={tone} label={label} />
        {proposal.renewed ? <span className={classes.soft}>{inWords(indicator, proposal)}</span> : null}
        {indicator.proposalFault ?? indicator.proposalWarning ? (
          <StatusBadge plain tone={indicator.proposalFault ? 'late' : 'at-risk'} label={indicator.proposalFault ?? indicator.proposalWarning ?? ''} />
        ) : null}
      </div>
      <div id={id}>{open && write ? <ProposalForm key={revision} {...props} /> : null}</div>
    </div>
  );
}
