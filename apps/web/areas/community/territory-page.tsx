import { Button } from '@mantine/core';
import { listInFrench } from '@maillage/domain/kernel';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useCan, useSession } from '../../app/session';
import { SettingsPage } from '../../app/settings-page';
import { formatNumber } from '../../lib/format';
import { communityText } from '../../messages/community';
import { type Column, ConfirmDialog, DataTable, EmptyState, Facts, HrefLink, Section, useToast } from '../../ui';
import { type Commune, type Territory, territoryQuery, useRemoveFromTerritory } from './api';
import classes from './community.module.css';
import { TerritorySearch } from './territory-search';

const text = communityText.territory;

const columns: readonly Column<Commune>[] = [
  { key: 'nom', label: text.name, value: ({ name }) => name },
  { key: 'insee', label: text.insee, value: ({ inseeCode }) => inseeCode, hidden: true, card: 'none' },
  { key: 'cp', label: text.postcodes, value: ({ postcodes }) => postcodes.join(', '), card: 'none' },
  { key: 'epci', label: text.epci, value: ({ epciName }) => epciName, filter: true, filterAll: text.allEpci, card: 'none' },
  { key: 'departement', label: text.department, value: ({ departmentName }) => departmentName, card: 'none' },
  { key: 'population', label: text.people, value: ({ population }) => population, numeric: true, card: 'main' },
];

function Summary({ territory }: { territory: Territory }) {
  const can = useCan();
  const { population, communes, departments, vintage } = territory;
  const names = new Map(communes.map(({ departmentCode, departmentName }) => [departmentCode, departmentName]));
  return (
    <Section title={text.population}>
      <Facts
        items={[
          { label: text.population, value: <span className={classes.big}>{text.inhabitants(population.total)}</span> },
          { label: text.communes, value: <span className={classes.big}>{formatNumber(population.communes)}</span> },
          { label: text.departments, value: listInFrench(departments.map((code) => `${names.get(code) ?? ''} (${code})`)) },
        ]}
      />
      <p className={classes.source}>{text.sourceText(vintage)}</p>
      {population.unknown.length > 0 ? <p className={classes.soft}>{text.unknown(listInFrench(population.unknown))}</p> : null}
      {can('contract.read') ? (
        <p className={classes.plain}>
          <HrefLink href="/reglages/contrat" className="alone">
            {text.size}
          </HrefLink>
        </p>
      ) : null}
    </Section>
  );
}

/** Réglages › Territoire. */
export function TerritoryPage() {
  const { communityId } = useSession();
  const can = useCan();
  const toast = useToast();
  const { data: territory } = useSuspenseQuery(territoryQuery(communityId));
  const remove = useRemoveFromTerritory();
  const [leaving, setLeaving] = useState<Commune | null>(null);
  const editable = can('community.write');

  const actions: Column<Commune> = {
    key: 'actions',
    label: text.actions,
    value: () => null,
    unsorted: true,
    card: 'main',
    exported: () => null,
    render: (commune) => (
      <Button
        variant="subtle"
        color="gray"
        className={classes.flush}
        aria-label={text.remove(commune.name)}
        onClick={() => setLeaving(commune)}
      >
        {text.removeShort}
      </Button>
    ),
  };

  return (
    <SettingsPage title={text.title} lead={text.lead}>
      <div className={classes.page}>
        {territory.communes.length > 0 ? <Summary territory={territory} /> : null}
        {editable ? <TerritorySearch territory={territory} /> : null}
        <Section title={text.list} bare>
          <DataTable
            id="communes"
            caption={text.table}
            columns={editable ? [...columns, actions] : columns}
            rows={territory.communes}
            rowKey={({ inseeCode }) => inseeCode}
            empty={<EmptyState title={text.empty}>{editable ? text.emptyWhat : text.emptyRead}</EmptyState>}
          />
        </Section>
      </div>
      <ConfirmDialog
        opened={leaving !== null}
        title={text.removeAsk(leaving?.name ?? '')}
        confirmLabel={text.removeShort}
        destructive
        onCancel={() => setLeaving(null)}
        onConfirm={async () => {
          if (!leaving) return;
          await remove.mutateAsync([leaving.inseeCode]);
          toast.done(text.removed(leaving.name));
        }}
      >
        {text.removeWhat(text.inhabitants(leaving?.population ?? 0))}
      </ConfirmDialog>
    </SettingsPage>
  );
}
