import { checkTerms, type ContractTerms, type MissionTerms } from '@maillage/domain/contract';
import type { Day } from '@maillage/domain/kernel';
import { useState } from 'react';
import { type EditedMeanwhile, editedMeanwhile, errorSentence } from '../../lib/api-error';
import { useDraft } from '../../lib/draft';
import { termsFormText } from '../../messages/terms-form';
import { ConflictDialog, dayFault, DraftNote, FormError, StepperForm } from '../../ui';
import type { Agreement } from './api';
import type { TermsPage } from './terms-api';
import { EnvelopesStep } from './terms-form-envelopes';
import { IndicatorDialog } from './terms-form-indicator';
import { type EditedIndicator, IndicatorsStep, withIndicator } from './terms-form-indicators';
import { MissionsStep } from './terms-form-missions';
import { type AmendmentValues, SignatureStep } from './terms-form-signature';
import { SummaryStep } from './terms-form-summary';
import { emptyTerms, envelopeFaults, sentTerms } from './terms-form-values';
import { faultsByPath, serverFaults } from './terms-faults';
import { amountWords } from './terms-words';

const text = termsFormText;

/** What the form holds, and what its draft keeps. */
interface Values {
  /** Revision the typing began on, 0 before the first time. */
  revision: number;
  /** Version it began on: 0 as signed. */
  from: number;
  content: ContractTerms;
  amendment: AmendmentValues;
  /** Optional missions taken out, with what was typed: they come back as they were. */
  aside: MissionTerms[];
  edited: EditedIndicator | null;
}

/** What the server keeps of the year, as a conflict tells it. */
interface Kept {
  terms: ContractTerms;
  amendment: number;
}

/** What is sent. */
export interface SentTerms {
  terms: ContractTerms;
  revision: number;
  /** The version that was on screen. */
  from: number;
  /** null: the version in force is corrected. */
  amendment: { label: string; effectiveOn: Day; laterYears: boolean } | null;
}

/** A page whose contract and year are known. */
type YearPage = TermsPage & { contract: NonNullable<TermsPage['contract']>; year: NonNullable<TermsPage['year']> };

interface TermsFormProps {
  page: YearPage;
  version: Agreement;
  amending: boolean;
  send: (terms: SentTerms) => Promise<void>;
}

/** What a year without terms begins with: optional missions that nobody chose are left out. */
function startOf({ terms, startingPoint, missions }: TermsPage): ContractTerms {
  if (terms) return terms;
  if (!startingPoint) return emptyTerms;
  const wanted = new Set(missions.filter(({ kind, chosen }) => kind === 'core' || chosen).map(({ code }) => code));
  return { ...startingPoint, missions: startingPoint.missions.filter(({ code, actions }) => wanted.has(code) || actions.length > 0) };
}

const touches = (part: RegExp, faults: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(faults).filter(([path]) => part.test(path)));

/** The year in steps; what is typed survives a reload, and two people editing it are told. */
export function TermsForm({ page, version, amending, send }: TermsFormProps) {
  const { contract, year, suggestions } = page;
  const start: Values = {
    revision: page.version?.revision ?? 0,
    from: page.version?.amendment ?? 0,
    content: startOf(page),
    amendment: { label: '', effectiveOn: null, laterYears: false },
    aside: [],
    edited: null,
  };
  const draft = useDraft<Values>(`terms:${year.number}${amending ? ':amendment' : ''}`);
  const [values, setValues] = useState(draft.restored?.values ?? start);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [error, setError] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [conflict, setConflict] = useState<EditedMeanwhile<Kept> | null>(null);
  // The fields write numbers as they are typed: a restart gives them anew.
  const [round, setRound] = useState(0);
  const { content, amendment, edited } = values;
  const labels = new Map(version.missions.map(({ code, label }) => [code, label]));
  const nameOf = (code: string): string => labels.get(code) ?? code;

  const change = (next: Partial<Values>): void => {
    const changed = { ...values, ...next };
    setValues(changed);
    setErrors({});
    draft.save(changed);
  };
  const restart = (next: Values): void => {
    setValues(next);
    setErrors({});
    setConflict(null);
    setRound(round + 1);
    draft.clear();
  };
  const check = (found: Record<string, string>): boolean => {
    setErrors(found);
    return Object.keys(found).length === 0;
  };
  const report = checkTerms(sentTerms(content), version, contract);
  const amendmentFaults = (): Record<string, string> => {
    if (!amending) return {};
    const { label, effectiveOn } = amendment;
    const day = effectiveOn === null ? text.signature.effectiveOnMissing : dayFault(effectiveOn, { min: year.start, max: year.end });
    return { ...(label.trim() === '' ? { label: text.signature.labelMissing } : {}), ...(day ? { effectiveOn: day } : {}) };
  };
  const attempt = async (over: Pick<Values, 'revision' | 'from'>): Promise<void> => {
    const { label, effectiveOn, laterYears } = amendment;
    await send({ terms: sentTerms(content), ...over, amendment: amending && effectiveOn ? { label: label.trim(), effectiveOn, laterYears } : null });
    draft.clear();
  };
  const submit = async (): Promise<void> => {
    setError(null);
    setSending(true);
    try {
      await attempt({ revision: values.revision, from: values.from });
    } catch (failure) {
      const other = editedMeanwhile<Kept>(failure);
      if (other) return setConflict(other);
      setErrors(serverFaults(failure));
      setError(errorSentence(failure));
    } finally {
      setSending(false);
    }
  };

  return (
    <>
      <StepperForm
        key={round}
        submitLabel={amending ? text.amendSave : text.save}
        submitting={sending}
        onSubmit={() => void submit()}
        steps={[
          {
            title: text.steps.signature,
            content: (
              <SignatureStep
                contract={contract}
                year={year}
                amendment={amending ? amendment : null}
                laterYears={page.years.some(({ number, hasTerms }) => hasTerms && number > year.number)}
                errors={errors}
                from={page.startingPointFrom}
                onAmendment={(next) => change({ amendment: next })}
              />
            ),
            check: () => check(amendmentFaults()),
          },
          {
            title: text.steps.missions,
            content: <MissionsStep version={version} suggestions={suggestions} terms={content} aside={values.aside} onChange={(next, aside) => change({ content: next, aside })} />,
          },
          {
            title: text.steps.envelopes,
            content: <EnvelopesStep terms={content} suggestions={suggestions} sized={contract.size !== null} nameOf={nameOf} errors={errors} onChange={(next) => change({ content: next })} />,
            check: () => check({ ...touches(/^(operating|missions\[\d+\]\.(fixed|variable))/, faultsByPath(report.faults)), ...envelopeFaults(content) }),
          },
          {
            title: text.steps.indicators,
            content: (
              <IndicatorsStep terms={content} nameOf={nameOf} errors={errors} onChange={(next) => change({ content: next })} onEdit={(next) => change({ edited: next })} />
            ),
            check: () => check(touches(/^missions\[\d+\]\.actions/, faultsByPath(report.faults))),
          },
          {
            title: text.steps.check,
            content: (
              <SummaryStep
                terms={sentTerms(content)}
                nameOf={nameOf}
                warnings={report.warnings.map(({ sentence }) => sentence)}
                faults={[...new Set([...report.faults.map(({ sentence }) => sentence), ...Object.values(errors)])]}
              />
            ),
            check: () => report.faults.length === 0,
          },
        ]}
        footer={
          <>
            {error ? <FormError>{error}</FormError> : null}
            <DraftNote draft={draft} onDiscard={() => restart(start)} />
          </>
        }
      />
      <IndicatorDialog
        values={edited?.values ?? null}
        withCrisis={edited !== null && (content.missions[edited.mission]?.variableIfCrisis ?? null) !== null}
        onChange={(typed) => edited && change({ edited: { ...edited, values: typed } })}
        onKeep={(typed) => edited && change({ content: withIndicator(content, { ...edited, values: typed }), edited: null })}
        onClose={() => change({ edited: null })}
      />
      <ConflictDialog
        conflict={conflict}
        fields={conflict ? conflictFields(content, conflict.current.terms, nameOf) : []}
        onKeepMine={() => attempt({ revision: conflict?.revision ?? values.revision, from: conflict?.current.amendment ?? values.from })}
        onTakeTheirs={() => conflict && restart({ ...start, content: conflict.current.terms, revision: conflict.revision, from: conflict.current.amendment })}
        onLater={() => setConflict(null)}
      />
    </>
  );
}

function conflictFields(mine: ContractTerms, theirs: ContractTerms, nameOf: (code: string) => string) {
  const words = text.summary.conflict;
  const line = (terms: ContractTerms, code: string): string => {
    const mission = terms.missions.find((one) => one.code === code);
    const count = mission?.actions.reduce((sum, { indicators }) => sum + indicators.length, 0) ?? 0;
    return mission ? words.missionLine(amountWords(mission.fixed), amountWords(mission.variable), count) : words.absent;
  };
  const codes = [...new Set([...mine.missions, ...theirs.missions].map(({ code }) => code))];
  return [
    { label: words.operating, mine: amountWords(mine.operating), theirs: amountWords(theirs.operating) },
    ...codes.map((code) => ({ label: nameOf(code), mine: line(mine, code), theirs: line(theirs, code) })),
  ];
}
