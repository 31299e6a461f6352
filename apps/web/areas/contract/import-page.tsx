import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Group } from '@mantine/core';
import { useSession } from '../../app/session';
import { ApiError, errorSentence } from '../../lib/api-error';
import { termsText } from '../../messages/terms';
import { termsImportText } from '../../messages/terms-import';
import { EmptyState, FileField, FormError, Message, Page, Section, TextSkeleton } from '../../ui';
import { ImportDone } from './import-done';
import { placeInWords } from './import-place';
import { ImportPreviewSection } from './import-preview';
import { type ImportPreview, type ImportResult, useImport, usePreviewImport } from './import-api';
import { termsQuery } from './terms-api';
import { faultList, type ServedFault } from './terms-faults';
import classes from './terms.module.css';

const text = termsImportText;
/** What the server takes in one request. */
const maxBytes = 1_000_000;

/** Where the import stands. */
type Stage =
  | { at: 'choose' }
  | { at: 'reading' }
  | { at: 'refused'; title: string; sentence: string; faults: ServedFault[]; file: unknown }
  | { at: 'preview'; file: Record<string, unknown>; preview: ImportPreview }
  | { at: 'outdated'; file: Record<string, unknown>; sentence: string }
  | { at: 'done'; result: ImportResult };

/** What a refusal says of the file; a server that did not answer says nothing of it. */
const refusal = (failure: unknown, file: unknown): Stage => ({
  at: 'refused',
  file,
  title: failure instanceof ApiError && failure.status >= 400 && failure.status < 500 ? text.impossible : text.failed,
  sentence: errorSentence(failure),
  faults: faultList(failure),
});

/** The text of a file; refused by what the browser could not read. */
const textOf = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsText(file);
  });

async function parsed(file: File): Promise<Record<string, unknown> | null> {
  try {
    const content: unknown = JSON.parse(await textOf(file));
    return typeof content === 'object' && content !== null && !Array.isArray(content) ? (content as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

interface RefusedProps {
  title: string;
  sentence: string;
  faults: readonly ServedFault[];
  /** What was read: faults are placed in it by its own words. */
  file: unknown;
  names: ReadonlyMap<string, string>;
}

/** Every error of the file, with where it stands. */
function Refused({ title, sentence, faults, file, names }: RefusedProps) {
  if (faults.length === 0) {
    return (
      <Message tone="late" title={title}>
        <p>{sentence}</p>
      </Message>
    );
  }
  return (
    <Section title={text.refused(faults.length)} hint={text.refusedWhat}>
      <ol className={classes.checks} aria-label={text.refused(faults.length)}>
        {faults.map(({ path, sentence: what }, index) => (
          <li key={index} className={classes.check} data-tone="late">
            <div>
              {what}
              <span className={classes.path}>{text.at(placeInWords(path, file, names), path || text.whole)}</span>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Contrat › Importer: a file is checked, what it changes is shown, and only then recorded. */
export function ImportPage() {
  const { communityId } = useSession();
  const { data: page } = useSuspenseQuery(termsQuery(communityId));
  const preview = usePreviewImport();
  const record = useImport();
  const [chosen, setChosen] = useState<File | null>(null);
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  const [error, setError] = useState<string | null>(null);

  const check = async (file: Record<string, unknown>): Promise<void> => {
    setError(null);
    setStage({ at: 'reading' });
    try {
      setStage({ at: 'preview', file, preview: await preview.mutateAsync(file) });
    } catch (failure) {
      setStage(refusal(failure, file));
    }
  };
  const choose = async (file: File | null): Promise<void> => {
    setChosen(file);
    setError(null);
    if (!file) return setStage({ at: 'choose' });
    const content = await parsed(file);
    if (content) await check(content);
    else setStage({ at: 'refused', title: text.impossible, sentence: text.notJson, faults: [], file: null });
  };
  const confirm = async (file: Record<string, unknown>, basis: string): Promise<void> => {
    setError(null);
    try {
      setStage({ at: 'done', result: await record.mutateAsync({ file, basis }) });
    } catch (failure) {
      if (failure instanceof ApiError && failure.code === 'import-outdated') return setStage({ at: 'outdated', file, sentence: failure.message });
      if (faultList(failure).length > 0) return setStage(refusal(failure, file));
      setError(errorSentence(failure));
    }
  };

  const breadcrumbs = [{ label: termsText.title, href: '/contrat' }];
  if (!page.may.import) {
    return (
      <Page title={text.title} breadcrumbs={breadcrumbs}>
        <EmptyState level={2} title={text.readOnly} action={{ label: text.toContract, href: '/contrat' }}>
          {termsText.read}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={text.title} lead={stage.at === 'done' ? undefined : text.lead} breadcrumbs={breadcrumbs}>
      {stage.at === 'done' ? (
        <ImportDone result={stage.result} />
      ) : (
        <FileField
          required
          label={text.file}
          hint={text.fileHint}
          accept={['.json']}
          acceptLabel={text.fileKind}
          maxBytes={maxBytes}
          disabled={record.isPending}
          value={chosen}
          onChange={(file) => void choose(file)}
        />
      )}
      <div role="status" className={classes.stack}>
        {stage.at === 'reading' ? (
          <>
            <p className="only-read-aloud">{text.reading}</p>
            <TextSkeleton />
          </>
        ) : null}
        {stage.at === 'refused' ? <Refused {...stage} names={new Map(page.missions.map(({ code, shortLabel }) => [code, shortLabel]))} /> : null}
        {stage.at === 'outdated' ? (
          <Message tone="at-risk" title={text.outdated} action={{ label: text.again, onClick: () => void check(stage.file) }}>
            <p>{stage.sentence}</p>
          </Message>
        ) : null}
      </div>
      {stage.at === 'preview' ? (
        <>
          <ImportPreviewSection preview={stage.preview} />
          {error ? <FormError>{error}</FormError> : null}
          {stage.preview.nothingToDo ? null : (
            <Group>
              <Button loading={record.isPending} onClick={() => void confirm(stage.file, stage.preview.basis)}>
                {text.confirm}
              </Button>
              <Button variant="default" disabled={record.isPending} onClick={() => void choose(null)}>
                {text.another}
              </Button>
            </Group>
          )}
        </>
      ) : null}
    </Page>
  );
}
