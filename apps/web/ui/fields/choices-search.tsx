import { ActionIcon, TextInput } from '@mantine/core';
import { searchable } from '@maillage/domain/kernel';
import { uiText } from '../../messages/ui';
import { IconSearch, IconX } from '../icons';

/** Up to this many choices, all are in sight and nothing is searched. */
export const searchedFrom = 13;

/** The choices whose label has all these words, without minding accents. */
export function narrowed<C extends { label: string }>(choices: readonly C[], q: string): readonly C[] {
  const words = searchable(q).split(' ').filter(Boolean);
  return choices.filter(({ label }) => words.every((word) => searchable(label).includes(word)));
}

interface ChoicesSearchProps {
  label: string;
  q: string;
  onSearch: (q: string) => void;
}

/** What narrows a long list of choices. Enter does not send the form around it; Escape empties the search before it closes a dialog. */
export function ChoicesSearch({ label, q, onSearch }: ChoicesSearchProps) {
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={uiText.table.searchHint}
      autoComplete="off"
      maxLength={200}
      leftSection={<IconSearch size={18} aria-hidden="true" />}
      rightSection={
        q === '' ? null : (
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={uiText.table.clearSearch} onClick={() => onSearch('')}>
            <IconX size={16} aria-hidden="true" />
          </ActionIcon>
        )
      }
      // The dialog around listens before this field does: it is told to leave the key alone.
      data-mantine-stop-propagation={q === '' ? undefined : 'true'}
      value={q}
      onChange={(event) => onSearch(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
        if (event.key === 'Escape' && q !== '') {
          event.preventDefault();
          onSearch('');
        }
      }}
    />
  );
}
