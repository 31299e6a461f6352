import { useCallback, useState } from 'react';
import { projectText } from '../../messages/project';
import { useToast } from '../../ui';
import { type Project, useTreeChanges } from './api';
import { placeOf, sayActionPlace, sayAxisPlace, type Tree, treeOf, withActionAt, withAxisAt } from './tree-moves';

/** The tree on screen and how it is put in order. */
export interface TreeMoves {
  /** As it is shown: with the move under way, or being saved. */
  tree: Tree;
  /** As it is kept. */
  kept: Tree;
  /** What was just done, read aloud. */
  said: string;
  /** Shows a tree that is not saved, while something is being dragged. */
  preview: (tree: Tree | null) => void;
  /** Moves for good; by the menu the new place is read aloud and keeps the focus, what is dragged does both by itself. */
  placeAction: (actionId: string, axisId: string, index: number, by: 'menu' | 'drag') => void;
  placeAxis: (axisId: string, index: number, by: 'menu' | 'drag') => void;
}

/** A line that changed parent was made anew: its menu has the focus again. */
function focusMenu(id: string): void {
  window.setTimeout(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>(`[data-menu-of="${id}"]`)?.focus();
  }, 250);
}

/** Axes are folded while one is moved; once they open again, the one that was put down is still in sight. */
function keepFocusInSight(): void {
  window.setTimeout(() => {
    if (document.activeElement !== document.body) document.activeElement?.scrollIntoView?.({ block: 'nearest' });
  }, 300);
}

/** Puts the tree of a draft in order: the new place is seen at once, and taken back when it could not be saved. */
export function useTreeMoves(project: Project): TreeMoves {
  const toast = useToast();
  const { moveAction, moveAxis } = useTreeChanges(project.version.id);
  const [shown, setShown] = useState<Tree | null>(null);
  const [said, setSaid] = useState('');
  const kept = treeOf(project);

  const save = async (tree: Tree, sentence: string, send: () => Promise<unknown>): Promise<void> => {
    setShown(tree);
    setSaid(sentence);
    try {
      await send();
    } catch (error) {
      setSaid('');
      toast.failed(error, projectText.drag.failed);
    } finally {
      setShown(null);
    }
  };

  return {
    tree: shown ?? kept,
    kept,
    said,
    preview: useCallback((tree: Tree | null) => setShown(tree), []),
    placeAction: (actionId, axisId, index, by) => {
      const place = placeOf(kept, actionId);
      if (!place || (place.axis.id === axisId && place.index === index)) return setShown(null);
      const tree = withActionAt(kept, actionId, axisId, index);
      void save(tree, by === 'menu' ? sayActionPlace(tree, actionId) : '', () => moveAction.mutateAsync({ actionId, axisId, index }));
      if (by === 'menu') focusMenu(actionId);
    },
    placeAxis: (axisId, index, by) => {
      if (kept.axes[index]?.id === axisId) return setShown(null);
      const tree = withAxisAt(kept, axisId, index);
      void save(tree, by === 'menu' ? sayAxisPlace(tree, axisId) : '', () => moveAxis.mutateAsync({ axisId, index }));
      keepFocusInSight();
    },
  };
}
