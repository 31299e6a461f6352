import { type ModelOrigin, modelOrigins } from '@maillage/domain/indicators';
import { Button, Drawer, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { cardText } from '../../../messages/indicator-card';
import { indicatorsText } from '../../../messages/indicators';
import { uiText } from '../../../messages/ui';
import { ActionButton, EmptyState, Facts, HrefLink, Section, StatusBadge } from '../../../ui';
import type { Mission } from '../../contract/api';
import type { IndicatorModel } from '../api';
import { formulaOf, yearOf } from './definition-facts';
import classes from '../indicators.module.css';

const text = indicatorsText.form;
const library = cardText.library;

/** What the library is narrowed to; kept in the address. */
export interface LibrarySearch {
  q?: string;
  mission?: string;
  origine?: ModelOrigin;
}

interface ModelChoiceProps {
  models: readonly IndicatorModel[];
  missions: readonly Mission[];
  search: LibrarySearch;
  onSearch: (search: LibrarySearch) => void;
  /** The form started from this card; from nothing without one. */
  hrefOf: (code: string | null) => string;
}

const plain = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").toLowerCase();

/** The cards that hold every word looked for, of the mission and the origin chosen. */
export function foundModels(models: readonly IndicatorModel[], { q = '', mission, origine }: LibrarySearch): IndicatorModel[] {
  const words = plain(q).split(/\s+/).filter(Boolean);
  return models.filter((model) => {
    const held = plain([model.name, model.code, model.definition, model.source, model.evidenceExpected, model.rationale].join(' '));
    return (!mission || model.mission === mission) && (!origine || model.origin === origine) && words.every((word) => held.includes(word));
  });
}

/** Says that a card is a national example nobody has confirmed. */
function ToConfirm({ model }: { model: IndicatorModel }) {
  return model.origin === 'national' ? <StatusBadge tone="at-risk" label={library.toConfirm} plain /> : null;
}

function Preview({ model, href }: { model: IndicatorModel; href: string }) {
  const facts = indicatorsText.card;
  return (
    <div className={classes.definition}>
      {model.origin === 'national' ? <p className={classes.notice}>{library.toConfirmWhat}</p> : null}
      <p className={classes.paragraph}>{model.definition}</p>
      <Facts
        items={[
          { label: cardText.rationale, value: model.rationale },
          { label: facts.kind, value: indicatorsText.kinds[model.kind] },
          { label: facts.calculation, value: formulaOf(model) },
          { label: facts.frequency, value: indicatorsText.frequencies[model.frequency] },
          { label: facts.year, value: yearOf(model) },
          { label: facts.source, value: model.source },
          { label: facts.evidence, value: model.evidenceExpected },
          { label: cardText.breakdown, value: model.breakdowns?.map(({ label, parts }) => `${label} (${parts.join(', ')})`).join(', ') },
          { label: cardText.limits, value: model.limits },
          { label: library.advice, value: model.advice },
        ]}
      />
      <div>
        <ActionButton label={library.use} href={href} />
      </div>
    </div>
  );
}

function Narrowing({ missions, search, onSearch }: Pick<ModelChoiceProps, 'missions' | 'search' | 'onSearch'>) {
  return (
    <div className={classes.library} role="search">
      <TextInput
        type="search"
        label={library.search}
        placeholder={library.searchHint}
        value={search.q ?? ''}
        onChange={(event) => onSearch({ ...search, q: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        label={library.mission}
        value={search.mission ?? ''}
        data={[{ value: '', label: library.allMissions }, ...missions.map(({ code, label }) => ({ value: code, label }))]}
        onChange={(event) => onSearch({ ...search, mission: event.currentTarget.value || undefined })}
      />
      <NativeSelect
        label={library.origin}
        value={search.origine ?? ''}
        data={[{ value: '', label: library.allOrigins }, ...modelOrigins.map((value) => ({ value, label: library.origins[value] }))]}
        onChange={(event) => onSearch({ ...search, origine: modelOrigins.find((one) => one === event.currentTarget.value) })}
      />
    </div>
  );
}

/** Where to start from: a ready card of a mission the community follows, looked for and looked at, or an empty one. */
export function ModelChoice({ models, missions, search, onSearch, hrefOf }: ModelChoiceProps) {
  const [shown, setShown] = useState<IndicatorModel | null>(null);
  const followed = missions.filter(({ chosen }) => chosen);
  const found = foundModels(models, search).filter(({ mission }) => followed.some(({ code }) => code === mission));
  return (
    <>
      <Section title={text.choose} hint={text.chooseHint}>
        <div className={classes.blank}>
          <p>{text.blankWhat}</p>
          <ActionButton variant="default" label={text.blank} href={hrefOf(null)} />
        </div>
        <Narrowing missions={followed} search={search} onSearch={onSearch} />
        <p className={classes.soft} role="status">
          {library.found(found.length)}
        </p>
      </Section>
      {found.length === 0 ? (
        <EmptyState level={2} title={library.none}>
          {library.noneWhat}
        </EmptyState>
      ) : null}
      {followed
        .filter(({ code }) => found.some(({ mission }) => mission === code))
        .map(({ code, label }) => (
          <Section key={code} title={label} bare>
            <ul className={classes.models}>
              {found
                .filter(({ mission }) => mission === code)
                .map((model) => (
                  <li key={model.code} className={classes.modelLine}>
                    <HrefLink href={hrefOf(model.code)} className={classes.modelName}>
                      <strong>{model.name}</strong>
                      <span className={classes.soft}>
                        {indicatorsText.kinds[model.kind]}
                        {model.unit ? ` (${model.unit})` : ''}, {indicatorsText.frequencies[model.frequency]}
                      </span>
                      <ToConfirm model={model} />
                    </HrefLink>
                    <Button variant="subtle" onClick={() => setShown(model)}>
                      {library.preview}
                      <span className="only-read-aloud">{library.previewOf(model.name)}</span>
                    </Button>
                  </li>
                ))}
            </ul>
          </Section>
        ))}
      <Drawer
        opened={shown !== null}
        onClose={() => setShown(null)}
        title={shown?.name}
        position="right"
        size="md"
        closeButtonProps={{ 'aria-label': uiText.close, size: 44 }}
      >
        {shown ? <Preview model={shown} href={hrefOf(shown.code)} /> : null}
      </Drawer>
    </>
  );
}
