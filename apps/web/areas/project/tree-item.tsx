import { useSortable } from '@dnd-kit/sortable';
import { ActionIcon, Menu } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import { projectText } from '../../messages/project';
import { IconArrowDown, IconArrowUp, IconDots, IconGripVertical } from '../../ui/icons';
import classes from './tree-editor.module.css';
import type { Dragged } from './tree-drag';

const text = projectText.draft;

/** What makes a line of the tree movable. */
export function useTreeItem(dragged: Dragged) {
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, transform, transition, isDragging } = useSortable({ id: dragged.id, data: dragged });
  const style: CSSProperties = { transform: transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined, transition };
  return { line: setNodeRef, grip: setActivatorNodeRef, listeners, describedBy: attributes['aria-describedby'], style, isDragging };
}

interface DragHandleProps extends Pick<ReturnType<typeof useTreeItem>, 'grip' | 'listeners' | 'describedBy'> {
  /** What is carried. */
  label: string;
}

/** The handle a line is carried by, with the mouse, a finger or the keyboard. */
export function DragHandle({ grip, listeners, describedBy, label }: DragHandleProps) {
  return (
    <button type="button" ref={grip} className={classes.handle} aria-label={text.handle(label)} aria-describedby={describedBy} {...listeners}>
      <IconGripVertical size={20} aria-hidden="true" />
    </button>
  );
}

interface MoveMenuProps {
  /** Of the line the menu belongs to. */
  id: string;
  label: string;
  index: number;
  count: number;
  onMove: (to: number) => void;
  /** Further entries. */
  children: ReactNode;
}

/** The same moves without dragging, one press each. */
export function MoveMenu({ id, label, index, count, onMove, children }: MoveMenuProps) {
  return (
    <Menu position="bottom-end" shadow="md" withinPortal classNames={{ dropdown: classes.menu, item: classes.menuItem }}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={text.menu(label)} data-menu-of={id}>
          <IconDots size={22} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={index === 0} leftSection={<IconArrowUp size={18} aria-hidden="true" />} onClick={() => onMove(index - 1)}>
          {text.up}
        </Menu.Item>
        <Menu.Item disabled={index >= count - 1} leftSection={<IconArrowDown size={18} aria-hidden="true" />} onClick={() => onMove(index + 1)}>
          {text.down}
        </Menu.Item>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
