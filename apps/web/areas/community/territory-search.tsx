import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { departmentsLabel } from '@maillage/domain/community';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../app/session';
import { communityText } from '../../messages/community';
import { LoadError, Section, TextField, useToast } from '../../ui';
import { IconCheck, IconPlus } from '../../ui/icons';
import { communeSearchQuery, type Territory, useAddToTerritory } from './api';
import classes from './community.module.css';

const text = communityText.territory;

function Result({ name, line, children }: { name: string; line: string; children: ReactNode }) {
  return (
    <li className={classes.result}>
      <div className={classes.resultName}>
        <strong>{name}</strong>
        <span>{line}</span>
      </div>
      {children}
    </li>
  );
}

function Present() {
  return (
    <span className={classes.present}>
      <IconCheck size={18} aria-hidden="true" />
      {text.present}
    </span>
  );
}

/** Finds communes and intercommunalities, and puts them into the territory. */
export function TerritorySearch({ territory }: { territory: Territory }) {
  const { communityId } = useSession();
  const toast = useToast();
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed.trim(), 250);
  const search = useQuery(communeSearchQuery(communityId, wanted));
  const add = useAddToTerritory();
  const present = new Set(territory.communes.map(({ inseeCode }) => inseeCode));
  const busy = add.isPending ? (add.variables.epci?.[0] ?? add.variables.communes?.[0]) : null;

  const put = async (what: { communes?: string[]; epci?: string[] }): Promise<void> => {
    try {
      const after = await add.mutateAsync(what);
      toast.done(text.added(after.communes.length - territory.communes.length));
    } catch (error) {
      toast.failed(error);
    }
  };

  const found = wanted.length >= 2 ? search.data : undefined;
  return (
    <Section title={text.add}>
      <div className={classes.search}>
        <TextField
          required
          type="search"
          label={text.search}
          hint={text.searchHint}
          maxLength={80}
          autoComplete="off"
          value={typed}
          onChange={setTyped}
        />
      </div>
      <p className="only-read-aloud" role="status">
        {found ? text.results(found.communes.length, found.epci.length) : ''}
      </p>
      {search.isError ? <LoadError error={search.error} onRetry={() => void search.refetch()} /> : null}
      {found && found.communes.length + found.epci.length === 0 ? <p className={classes.soft}>{text.nothing}</p> : null}
      {found && found.communes.length + found.epci.length > 0 ? (
        <ul className={classes.results} aria-label={text.results(found.communes.length, found.epci.length)}>
          {found.epci.map(({ siren, name, communes, population, departmentCodes }) => (
            <Result key={siren} name={name} line={text.epciLine(communes, population, departmentsLabel(departmentCodes))}>
              {territory.communes.filter(({ epciSiren }) => epciSiren === siren).length >= communes ? (
                <Present />
              ) : (
                <Button
                  variant="light"
                  leftSection={<IconPlus size={18} aria-hidden="true" />}
                  aria-label={`${text.addAll(communes)} (${name})`}
                  loading={busy === siren}
                  onClick={() => void put({ epci: [siren] })}
                >
                  {text.addAll(communes)}
                </Button>
              )}
            </Result>
          ))}
          {found.communes.map(({ inseeCode, name, departmentName, departmentCode, postcodes, population }) => (
            <Result
              key={inseeCode}
              name={name}
              line={text.communeLine(
                `${departmentName} (${departmentCode})`,
                postcodes.length > 3 ? `${postcodes.slice(0, 2).join(', ')}…` : postcodes.join(', '),
                population,
              )}
            >
              {present.has(inseeCode) ? (
                <Present />
              ) : (
                <Button
                  variant="default"
                  leftSection={<IconPlus size={18} aria-hidden="true" />}
                  aria-label={text.addOne(name)}
                  loading={busy === inseeCode}
                  onClick={() => void put({ communes: [inseeCode] })}
                >
                  {text.addShort}
                </Button>
              )}
            </Result>
          ))}
        </ul>
      ) : null}
      {found && found.communes.length >= 20 ? <p className={classes.soft}>{text.more}</p> : null}
    </Section>
  );
}
