import type { Announcements, CollisionDetection, DragEndEvent, DragOverEvent, DragStartEvent, KeyboardCoordinateGetter, UniqueIdentifier } from '@dnd-kit/core';
import { useState } from 'react';
import { projectText } from '../../messages/project';
import { placeOf, sayActionPlace, sayAxisPlace, type Tree, withActionAt, withAxisAt } from './tree-moves';
import type { TreeMoves } from './use-tree-moves';

const text = projectText.drag;

/** What is carried, kept in `data` of each draggable. */
export type Dragged = { kind: 'axis'; id: string; title: string } | { kind: 'action'; id: string; axisId: string; number: number; title: string };

/** Where something can be put down: on an axis, on an action, or in the room of an axis. */
type Target = { kind: 'axis' | 'action' | 'room'; id: string; axisId?: string };

const draggedOf = (data: unknown): Dragged | undefined => (data as { current?: Dragged } | undefined)?.current;
const targetOf = (data: unknown): Target | undefined => (data as { current?: Target } | undefined)?.current;

/** An axis goes among axes; an action goes among actions, or into the room of an axis. */
const accepts = (dragged: Dragged | undefined, target: Target | undefined): boolean =>
  dragged !== undefined && target !== undefined && (dragged.kind === 'axis' ? target.kind === 'axis' : target.kind !== 'axis');

/** The tree with what is carried put on a target. */
function put(tree: Tree, dragged: Dragged, target: Target): Tree {
  if (dragged.kind === 'axis') {
    const index = tree.axes.findIndex(({ id }) => id === target.id);
    return index < 0 ? tree : withAxisAt(tree, dragged.id, index);
  }
  if (target.kind === 'room') {
    const axis = tree.axes.find(({ id }) => id === target.id);
    const stands = axis?.actions.some(({ id }) => id === dragged.id);
    return !axis || stands ? tree : withActionAt(tree, dragged.id, axis.id, axis.actions.length);
  }
  const place = placeOf(tree, target.id);
  return !place || target.id === dragged.id ? tree : withActionAt(tree, dragged.id, place.axis.id, place.index);
}

const say = (tree: Tree, dragged: Dragged): string => (dragged.kind === 'axis' ? sayAxisPlace(tree, dragged.id) : sayActionPlace(tree, dragged.id));

/** Up and down with the arrows, from one place that accepts what is carried to the next. */
const coordinates: KeyboardCoordinateGetter = (event, { context: { active, collisionRect, droppableContainers, droppableRects, over } }) => {
  const down = event.code === 'ArrowDown';
  if (!active || !collisionRect || (!down && event.code !== 'ArrowUp')) return undefined;
  event.preventDefault();
  const dragged = draggedOf(active.data);
  const here = over && droppableRects.get(over.id);
  const top = here ? here.top : collisionRect.top;
  const places = droppableContainers.getEnabled().flatMap(({ id, data }) => {
    const rect = droppableRects.get(id);
    const target = targetOf(data);
    if (!rect || !target || !accepts(dragged, target)) return [];
    // An axis that holds actions is reached through them.
    if (target.kind === 'room' && (data.current as { empty?: boolean }).empty !== true) return [];
    return [{ top: rect.top, axisId: target.axisId }];
  });
  const next = places.filter((place) => (down ? place.top > top + 1 : place.top < top - 1)).sort((a, b) => (down ? a.top - b.top : b.top - a.top))[0];
  if (!next) return undefined;
  // Entering the next axis makes the one left shorter by a line: aim where the first place will then be.
  const entering = down && next.axisId !== undefined && next.axisId !== targetOf(over?.data)?.axisId;
  const shift = entering ? Math.max(0, Math.min(collisionRect.height, (next.top - top) / 2 - 8)) : 0;
  return { x: collisionRect.left, y: next.top - shift };
};

/** What dnd-kit is told: what may go where, what is read aloud, what a drop does. */
export function useTreeDrag(moves: TreeMoves) {
  const [active, setActive] = useState<Dragged | null>(null);
  const find = (id: UniqueIdentifier): Dragged | undefined => {
    const axis = moves.tree.axes.find((each) => each.id === id);
    if (axis) return { kind: 'axis', id: axis.id, title: axis.title };
    const place = placeOf(moves.tree, String(id));
    return place && { kind: 'action', id: place.action.id, axisId: place.axis.id, number: place.action.number, title: place.action.title };
  };
  const place = (dragged: Dragged | undefined, target: Target | undefined): Tree => (dragged && target && accepts(dragged, target) ? put(moves.tree, dragged, target) : moves.tree);

  const announcements: Announcements = {
    onDragStart: ({ active: { id } }) => {
      const dragged = find(id);
      return dragged && text.picked(say(moves.tree, dragged));
    },
    onDragOver: ({ active: { id }, over }) => {
      const dragged = find(id);
      return dragged && say(place(dragged, targetOf(over?.data)), dragged);
    },
    onDragEnd: ({ active: { id }, over }) => {
      const dragged = find(id);
      return dragged && text.dropped(say(place(dragged, targetOf(over?.data)), dragged));
    },
    onDragCancel: ({ active: { id } }) => {
      const dragged = find(id);
      return dragged && text.cancelled(say(moves.kept, dragged));
    },
  };

  return {
    active,
    announcements,
    coordinates,
    sameKind: (input: Parameters<CollisionDetection>[0]): Parameters<CollisionDetection>[0] => ({
      ...input,
      droppableContainers: input.droppableContainers.filter(({ data }) => accepts(draggedOf(input.active.data), targetOf(data))),
    }),
    start: ({ active: { data } }: DragStartEvent): void => setActive(draggedOf(data) ?? null),
    /** An action that enters another axis is shown there at once; inside a list the library draws the move. */
    over: ({ active: { data }, over }: DragOverEvent): void => {
      const dragged = draggedOf(data);
      const target = targetOf(over?.data);
      if (dragged?.kind !== 'action' || !target || !accepts(dragged, target)) return;
      const from = placeOf(moves.tree, dragged.id)?.axis.id;
      const to = target.kind === 'room' ? target.id : placeOf(moves.tree, target.id)?.axis.id;
      if (to && from !== to) moves.preview(put(moves.tree, dragged, target));
    },
    end: ({ active: { data }, over }: DragEndEvent): void => {
      setActive(null);
      const dragged = draggedOf(data);
      if (!dragged) return moves.preview(null);
      const tree = place(dragged, targetOf(over?.data));
      if (dragged.kind === 'axis') return moves.placeAxis(dragged.id, tree.axes.findIndex(({ id }) => id === dragged.id), 'drag');
      const spot = placeOf(tree, dragged.id);
      if (spot) moves.placeAction(dragged.id, spot.axis.id, spot.index, 'drag');
      else moves.preview(null);
    },
    cancel: (): void => {
      setActive(null);
      moves.preview(null);
    },
  };
}
