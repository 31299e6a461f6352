import { useDroppable } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { projectText } from '../../messages/project';
import { ConfirmDialog, useToast } from '../../ui';
import { IconPencil, IconPlus } from '../../ui/icons';
import { type Axis, type Project, useTreeChanges } from './api';
import { DragHandle, MoveMenu, useTreeItem } from './tree-item';
import { TreeAction } from './tree-action';
import classes from './tree-editor.module.css';
import type { TreeMoves } from './use-tree-moves';

const text = projectText.draft;

interface AxisEditorProps {
  axis: Axis;
  index: number;
  project: Project;
  moves: TreeMoves;
  /** No version is in force yet. */
  first: boolean;
  /** Axes are being moved: only their titles are shown. */
  folded: boolean;
  onEdit: () => void;
  onAdd: () => void;
}

/** One axis of a draft with its actions. */
export function AxisEditor({ axis, index, project, moves, first, folded, onEdit, onAdd }: AxisEditorProps) {
  const toast = useToast();
  const { removeAxis } = useTreeChanges(project.version.id);
  const [asking, setAsking] = useState(false);
  const { line, style, isDragging, ...handle } = useTreeItem({ kind: 'axis', id: axis.id, title: axis.title });
  const empty = axis.actions.length === 0;
  const { setNodeRef: setRoomRef, isOver } = useDroppable({ id: `room:${axis.id}`, data: { kind: 'room', id: axis.id, empty } });
  const label = projectText.axis(index + 1, axis.title);

  return (
    <li ref={line} style={style} className={classes.axis} data-dragging={isDragging || undefined}>
      <div className={classes.axisHead}>
        <DragHandle {...handle} label={label} />
        <div className={classes.axisName}>
          <h3>{label}</h3>
          {axis.why && !folded ? <p className={classes.soft}>{axis.why}</p> : null}
        </div>
        <div className={classes.buttons}>
          <Button variant="subtle" leftSection={<IconPencil size={18} aria-hidden="true" />} aria-label={text.editAxis(axis.title)} onClick={onEdit}>
            {text.editAxisShort}
          </Button>
          <MoveMenu id={axis.id} label={label} index={index} count={moves.tree.axes.length} onMove={(to) => moves.placeAxis(axis.id, to, 'menu')}>
            <Menu.Item color="red" disabled={!empty} onClick={() => setAsking(true)}>
              {empty ? text.removeAxis : text.axisHasActions}
            </Menu.Item>
          </MoveMenu>
        </div>
      </div>
      {folded ? null : (
        <>
          <SortableContext items={axis.actions.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
            <ol ref={setRoomRef} className={classes.actions} data-over={isOver || undefined} data-empty={empty || undefined}>
              {empty ? <li className={classes.room}>{text.empty_axis}</li> : null}
              {axis.actions.map((action, place) => (
                <TreeAction key={action.id} action={action} axis={axis} index={place} project={project} moves={moves} first={first} />
              ))}
            </ol>
          </SortableContext>
          <div>
            <Button variant="subtle" leftSection={<IconPlus size={18} aria-hidden="true" />} aria-label={text.addActionTo(axis.title)} onClick={onAdd}>
              {text.addAction}
            </Button>
          </div>
        </>
      )}
      <ConfirmDialog
        opened={asking}
        title={text.removeAxis}
        confirmLabel={text.removeAxis}
        destructive
        onCancel={() => setAsking(false)}
        onConfirm={async () => {
          await removeAxis.mutateAsync(axis.id);
          toast.done(text.axisRemoved(axis.title));
        }}
      >
        <p>{label}</p>
      </ConfirmDialog>
    </li>
  );
}
