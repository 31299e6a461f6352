import { Button } from '@mantine/core';
import { projectText } from '../../messages/project';
import { IconPencil } from '../../ui/icons';

/** Opens a section for editing; read aloud with the name of the section. */
export function EditButton({ section, label = projectText.action.edit, onClick }: { section: string; label?: string; onClick: () => void }) {
  return (
    <Button variant="default" leftSection={<IconPencil size={18} aria-hidden="true" />} aria-label={label === projectText.action.edit ? projectText.action.editOf(section) : undefined} onClick={onClick}>
      {label}
    </Button>
  );
}
