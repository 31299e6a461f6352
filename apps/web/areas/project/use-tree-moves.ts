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
  placeAction: (actionId: string, axisId: string, index: number) => void;
  placeAxis: (axisId: string, index: number) => void;
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
    try {
      await send();
      setSaid(sentence);
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
    placeAction: (actionId, axisId, index) => {
      const place = placeOf(kept, actionId);
      if (!place || (place.axis.id === axisId && place.index === index)) return setShown(null);
      const tree = withActionAt(kept, actionId, axisId, index);
      void save(tree, sayActionPlace(tree, actionId), () => moveAction.mutateAsync({ actionId, axisId, index }));
    },
    placeAxis: (axisId, index) => {
      if (kept.axes[index]?.id === axisId) return setShown(null);
      const tree = withAxisAt(kept, axisId, index);
      void save(tree, sayAxisPlace(tree, axisId), () => moveAxis.mutateAsync({ axisId, index }));
    },
  };
}
