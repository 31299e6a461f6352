import * as fc from 'fast-check';
import {
  actionIn,
  actionsByMission,
  actionsOf,
  addAction,
  addAxis,
  moveAction,
  moveAxis,
  nextActionNumber,
  placementsOf,
  type ProjectTree,
  removeAction,
  removeAxis,
  renameAction,
  renameAxis,
} from './index';
import { refusal } from '../testing/refusal';

const action = (number: number, missionCodes = ['prevention']) => ({ id: `n${number}`, number, title: `Action ${number}`, missionCodes });
const project: ProjectTree = {
  axes: [
    { id: 'a1', title: 'Coordination', why: null, actions: [action(1), action(2, ['access-to-care', 'care-pathways']), action(7)] },
    { id: 'a2', title: 'Accès', why: null, actions: [action(3), action(4), action(5), action(6)] },
    { id: 'a3', title: 'Vide', why: null, actions: [] },
  ],
};
const numbers = (tree: ProjectTree): number[][] => tree.axes.map((axis) => axis.actions.map((one) => one.number));

describe('moving in the tree', () => {
  it('moves within an axis, across axes, and to an empty one; numbers stay', () => {
    expect(numbers(moveAction(project, 'n7', 'a1', 0))).toEqual([[7, 1, 2], [3, 4, 5, 6], []]);
    expect(numbers(moveAction(project, 'n1', 'a1', 2))).toEqual([[2, 7, 1], [3, 4, 5, 6], []]);
    expect(numbers(moveAction(project, 'n1', 'a2', 4))).toEqual([[2, 7], [3, 4, 5, 6, 1], []]);
    expect(numbers(moveAction(project, 'n5', 'a3', 0))).toEqual([[1, 2, 7], [3, 4, 6], [5]]);
    expect(numbers(moveAxis(project, 'a3', 0))).toEqual([[], [1, 2, 7], [3, 4, 5, 6]]);
  });

  it('refuses a place or a thing that is no longer there', () => {
    expect(refusal(() => moveAction(project, 'n1', 'a1', 3))).toBe('tree-position-invalid');
    expect(refusal(() => moveAction(project, 'n1', 'a2', -1))).toBe('tree-position-invalid');
    expect(refusal(() => moveAction(project, 'n1', 'a2', 0.5))).toBe('tree-position-invalid');
    expect(refusal(() => moveAction(project, 'nope', 'a2', 0))).toBe('not-found');
    expect(refusal(() => moveAction(project, 'n1', 'nope', 0))).toBe('not-found');
    expect(refusal(() => moveAxis(project, 'a1', 3))).toBe('tree-position-invalid');
    expect(refusal(() => moveAxis(project, 'nope', 0))).toBe('not-found');
  });

  it('keeps every action exactly once with its number, whatever the moves', () => {
    const move = fc.record({ actionIndex: fc.nat(6), axisIndex: fc.nat(2), at: fc.double({ min: 0, max: 1, noNaN: true }), axisFirst: fc.boolean() });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        let tree = project;
        for (const { actionIndex, axisIndex, at, axisFirst } of moves) {
          const axis = tree.axes[axisIndex];
          const moved = actionsOf(tree)[actionIndex];
          if (!axis || !moved) throw new Error('lost');
          const places = axis.actions.filter(({ id }) => id !== moved.id).length;
          const to = Math.round(at * places);
          tree = axisFirst ? moveAxis(tree, axis.id, Math.round(at * 2)) : moveAction(tree, moved.id, axis.id, to);
          if (!axisFirst) expect(actionIn(tree, moved.id)).toMatchObject({ position: to, axis: { id: axis.id } });
        }
        expect([...actionsOf(tree)].sort((a, b) => a.number - b.number)).toEqual([...actionsOf(project)].sort((a, b) => a.number - b.number));
        expect(placementsOf(tree)).toHaveLength(7);
        expect(tree.axes).toHaveLength(3);
      }),
    );
  });

  it('leaves the tree it was given untouched', () => {
    const before = JSON.stringify(project);
    moveAction(project, 'n1', 'a2', 0);
    renameAxis(project, 'a1', 'Autre');
    expect(JSON.stringify(project)).toBe(before);
  });
});

describe('axes', () => {
  it('are added, renamed and removed when empty', () => {
    expect(addAxis(project, { id: 'a4', title: ' Prévention ' }, 1).axes.map(({ title }) => title)).toEqual([
      'Coordination',
      'Prévention',
      'Accès',
      'Vide',
    ]);
    expect(renameAxis(project, 'a1', 'Coordination ', 'parce que').axes[0]).toMatchObject({ title: 'Coordination', why: 'parce que' });
    expect(removeAxis(project, 'a3').axes).toHaveLength(2);
  });

  it('are refused without a title, twice, or when they hold actions', () => {
    expect(refusal(() => addAxis(project, { id: 'a4', title: ' ' }))).toBe('text-missing');
    expect(refusal(() => addAxis(project, { id: 'a4', title: 'ACCES' }))).toBe('axis-duplicate-title');
    expect(refusal(() => renameAxis(project, 'a3', 'accès'))).toBe('axis-duplicate-title');
    expect(refusal(() => renameAxis(project, 'nope', 'X'))).toBe('not-found');
    expect(refusal(() => removeAxis(project, 'a1'))).toBe('axis-has-actions');
    const full = Array.from({ length: 17 }, (_, index) => index).reduce((tree, index) => addAxis(tree, { id: `x${index}`, title: `Axe ${index}` }), project);
    expect(refusal(() => addAxis(full, { id: 'more', title: 'De trop' }))).toBe('too-many');
  });
});

describe('actions', () => {
  it('take the next number of the whole history, never one used before', () => {
    expect(nextActionNumber([])).toBe(1);
    expect(nextActionNumber([7, 3, 12])).toBe(13);
  });

  it('are added and renamed', () => {
    expect(numbers(addAction(project, 'a3', action(8)))).toEqual([[1, 2, 7], [3, 4, 5, 6], [8]]);
    expect(actionIn(renameAction(project, 'n3', ' Soins  non programmés '), 'n3').action.title).toBe('Soins non programmés');
    expect(refusal(() => addAction(project, 'a3', action(7)))).toBe('already-done');
    expect(refusal(() => addAction(project, 'a3', { ...action(8), missionCodes: [] }))).toBe('action-mission-missing');
    expect(refusal(() => addAction(project, 'a3', { ...action(8), title: '' }))).toBe('text-missing');
    expect(refusal(() => renameAction(project, 'n3', ''))).toBe('text-missing');
  });

  it('leave only when nothing hangs on them', () => {
    expect(numbers(removeAction(project, 'n2', { measures: 0, indicators: 0 }))[0]).toEqual([1, 7]);
    expect(refusal(() => removeAction(project, 'n2', { measures: 3, indicators: 1 }))).toBe('action-has-measures');
    expect(refusal(() => removeAction(project, 'n2', { measures: 0, indicators: 1 }))).toBe('action-has-indicators');
    expect(refusal(() => removeAction(project, 'nope', { measures: 0, indicators: 0 }))).toBe('not-found');
  });

  it('appear under each mission they serve and count once', () => {
    const byMission = actionsByMission(actionsOf(project));
    expect(byMission.get('access-to-care')?.map(({ number }) => number)).toEqual([2]);
    expect(byMission.get('care-pathways')?.map(({ number }) => number)).toEqual([2]);
    expect(new Set([...byMission.values()].flat().map(({ id }) => id)).size).toBe(7);
  });
});
