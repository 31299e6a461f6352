import { closestCenter, DndContext, DragOverlay, KeyboardSensor, MeasuringStrategy, PointerSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useState } from 'react';
import { projectText } from '../../messages/project';
import { ActionButton, EmptyState, Section } from '../../ui';
import { IconPlus } from '../../ui/icons';
import type { Axis, Project } from './api';
import { AxisDialog, NewActionDialog } from './tree-dialogs';
import classes from './tree-editor.module.css';
import { AxisEditor } from './tree-axis';
import { actionLabel } from './tree-moves';
import { useTreeDrag } from './tree-drag';
import { useTreeMoves } from './use-tree-moves';

const text = projectText.draft;

/** What is open above the tree. */
type Opened = { what: 'new-axis' } | { what: 'axis'; axis: Axis } | { what: 'new-action'; axis: Axis };

/** Axes and actions of a draft: put in order by drag, by keyboard or by menu; added, changed, taken out. */
export function TreeEditor({ project, first }: { project: Project; first: boolean }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const moves = useTreeMoves(project);
  const drag = useTreeDrag(moves);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 150, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: drag.coordinates }),
  );
  const { axes } = moves.tree;
  const close = (): void => setOpened(null);
  const addAxis = { label: text.addAxis, onClick: () => setOpened({ what: 'new-axis' }), icon: <IconPlus size={18} aria-hidden="true" /> };

  return (
    <Section title={text.tree} hint={axes.length > 0 ? text.treeHint : undefined} bare>
      <p className="only-read-aloud" role="status">
        {moves.said}
      </p>
      {axes.length === 0 ? (
        <EmptyState title={text.empty} action={addAxis}>
          {text.emptyWhat}
        </EmptyState>
      ) : (
        <DndContext
          sensors={sensors}
          measuring={{ droppable: { strategy: MeasuringStrategy.Always } }}
          collisionDetection={(input) => closestCenter(drag.sameKind(input))}
          accessibility={{ announcements: drag.announcements, screenReaderInstructions: { draggable: projectText.drag.instructions } }}
          onDragStart={drag.start}
          onDragOver={drag.over}
          onDragEnd={drag.end}
          onDragCancel={drag.cancel}
        >
          <SortableContext items={axes.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
            <ol className={classes.axes}>
              {axes.map((axis, index) => (
                <AxisEditor
                  key={axis.id}
                  axis={axis}
                  index={index}
                  project={project}
                  moves={moves}
                  first={first}
                  folded={drag.active?.kind === 'axis'}
                  onEdit={() => setOpened({ what: 'axis', axis })}
                  onAdd={() => setOpened({ what: 'new-action', axis })}
                />
              ))}
            </ol>
          </SortableContext>
          <DragOverlay>{drag.active ? <div className={classes.overlay}>{drag.active.kind === 'axis' ? drag.active.title : actionLabel(drag.active)}</div> : null}</DragOverlay>
        </DndContext>
      )}
      {axes.length > 0 ? (
        <div className={classes.add}>
          <ActionButton variant="default" {...addAxis} />
        </div>
      ) : null}
      {opened?.what === 'new-axis' ? <AxisDialog versionId={project.version.id} onClose={close} /> : null}
      {opened?.what === 'axis' ? <AxisDialog versionId={project.version.id} axis={opened.axis} onClose={close} /> : null}
      {opened?.what === 'new-action' ? <NewActionDialog project={project} axis={opened.axis} onClose={close} /> : null}
    </Section>
  );
}
