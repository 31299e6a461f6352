import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { importLimits } from '@maillage/domain/indicators';
import { useSession } from '../../../app/session';
import { errorSentence } from '../../../lib/api-error';
import { formatInstantShort } from '../../../lib/format';
import { importsText as text } from '../../../messages/imports';
import { type Column, DataTable, EmptyState, FileField, FormError, Page, Section, StatusBadge } from '../../../ui';
import { IconDownload } from '../../../ui/icons';
import { importHref, type ImportLine, importsQuery, templateHref, useBringFile } from './import-api';
import { importState, toWrite } from './import-words';
import classes from './import.module.css';

const columns = (timeZone: string): Column<ImportLine>[] => [
  { key: 'file', label: text.column.file, value: ({ fileName }) => fileName },
  { key: 'status', label: text.column.status, value: (line) => importState(line).label, render: (line) => <StatusBadge {...importState(line)} />, card: 'main' },
  { key: 'written', label: text.column.written, value: (line) => (line.status === 'done' ? toWrite(line) : null), numeric: true },
  { key: 'at', label: text.column.at, value: ({ createdAt }) => createdAt, render: ({ createdAt }) => formatInstantShort(new Date(createdAt), timeZone) },
  { key: 'by', label: text.column.by, value: ({ by }) => by },
];

/** Indicateurs › Importer: a file is chosen, or an import begun earlier is found again. */
export function ImportValuesPage() {
  const { communityId, timeZone } = useSession();
  const { data: imports } = useSuspenseQuery(importsQuery(communityId));
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<string | null>(null);
  const bring = useBringFile();
  const router = useRouter();

  const send = async (): Promise<void> => {
    if (!file) return;
    setError(null);
    try {
      const { id } = await bring.mutateAsync(file);
      await router.navigate({ to: '/indicateurs/importer/$importId', params: { importId: id } });
    } catch (failure) {
      setError(errorSentence(failure));
    }
  };

  return (
    <Page
      title={text.title}
      lead={text.lead}
      breadcrumbs={[{ label: text.indicators, href: '/indicateurs' }]}
      tools={
        <Button component="a" href={templateHref} download variant="default" leftSection={<IconDownload size={18} aria-hidden="true" />}>
          {text.template}
        </Button>
      }
    >
      <Section title={text.start} hint={text.templateHint}>
        <div className={classes.stack}>
          <FileField required label={text.file} hint={text.fileHint} accept={['.csv', '.xlsx', '.txt']} acceptLabel={text.fileKind} maxBytes={importLimits.bytes} disabled={bring.isPending} value={file} onChange={setFile} />
          {error ? <FormError>{error}</FormError> : null}
          <div>
            <Button loading={bring.isPending} disabled={!file} onClick={() => void send()}>
              {text.send}
            </Button>
          </div>
        </div>
      </Section>
      <Section title={text.past} hint={text.pastHint} bare>
        <DataTable
          simple
          id="imports"
          caption={text.pastCaption}
          columns={columns(timeZone)}
          rows={imports}
          rowKey={({ id }) => id}
          rowHref={({ id }) => importHref(id)}
          empty={<EmptyState level={3} title={text.none}>{text.noneWhat}</EmptyState>}
        />
      </Section>
    </Page>
  );
}
