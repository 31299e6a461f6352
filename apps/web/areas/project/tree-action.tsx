import { Menu } from '@mantine/core';
import { useState } from 'react';
import { projectText } from '../../messages/project';
import { ConfirmDialog, HrefLink, useToast } from '../../ui';
import { type ActionSummary, type Axis, type Project, useTreeChanges } from './api';
import { MissionTags } from './mission-tags';
import classes from './tree-editor.module.css';
import { DragHandle, MoveMenu, useTreeItem } from './tree-item';
import { actionLabel } from './tree-moves';
import type { TreeMoves } from './use-tree-moves';

const text = projectText.draft;

interface TreeActionProps {
  action: ActionSummary;
  axis: Axis;
  index: number;
  project: Project;
  moves: TreeMoves;
  /** No version is in force yet. */
  first: boolean;
}

/** One action of a draft, in its axis. */
export function TreeAction({ action, axis, index, project, moves, first }: TreeActionProps) {
  const toast = useToast();
  const { removeAction } = useTreeChanges(project.version.id);
  const [asking, setAsking] = useState(false);
  const { line, style, isDragging, ...handle } = useTreeItem({ kind: 'action', id: action.id, axisId: axis.id, number: action.number, title: action.title });
  const label = actionLabel(action);
  const others = moves.tree.axes.map((other, position) => ({ other, position })).filter(({ other }) => other.id !== axis.id);

  return (
    <li ref={line} style={style} className={classes.action} data-dragging={isDragging || undefined}>
      <DragHandle {...handle} label={label} />
      <div className={classes.actionName}>
        <p className={classes.title}>
          <span className={classes.number}>{projectText.actionNumber(action.number)}</span>{' '}
          <HrefLink href={`/projet/actions/${action.id}?version=${project.version.id}`} className="alone">
            {action.title}
          </HrefLink>
        </p>
        <MissionTags codes={action.missionCodes} missions={project.missions} />
      </div>
      <MoveMenu id={action.id} label={label} index={index} count={axis.actions.length} onMove={(to) => moves.placeAction(action.id, axis.id, to, 'menu')}>
        {others.length > 0 ? <Menu.Label>{text.moveTo}</Menu.Label> : null}
        {others.map(({ other, position }) => (
          <Menu.Item key={other.id} onClick={() => moves.placeAction(action.id, other.id, other.actions.length, 'menu')}>
            {text.moveToAxis(position + 1, other.title)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item color="red" onClick={() => setAsking(true)}>
          {text.removeAction}
        </Menu.Item>
      </MoveMenu>
      <ConfirmDialog
        opened={asking}
        title={text.removeActionAsk(label)}
        confirmLabel={text.removeAction}
        destructive
        onCancel={() => setAsking(false)}
        onConfirm={async () => {
          await removeAction.mutateAsync(action.id);
          toast.done(text.actionRemoved(label));
        }}
      >
        <p>{first ? text.removeActionLost : text.removeActionKept}</p>
      </ConfirmDialog>
    </li>
  );
}
