import { versionDifferences, type VersionAction, type VersionContent } from './index';

const action = (id: string, change: Partial<VersionAction> = {}): VersionAction => ({
  id, number: Number(id.slice(1)), title: `Action ${id}`, objective: null, why: null, audience: null, missionCodes: ['prevention'], ...change,
});
const axis = (id: string, ...actions: VersionAction[]): VersionContent['axes'][number] => ({ id, title: `Axe ${id}`, why: null, actions });
const kinds = (before: VersionContent, after: VersionContent): string[] => versionDifferences(before, after).map(({ kind }) => kind);

const base: VersionContent = { axes: [axis('x', action('a1'), action('a2')), axis('y', action('a3'))] };

describe('differences between versions', () => {
  it('are none between a version and its copy', () => {
    expect(versionDifferences(base, JSON.parse(JSON.stringify(base)) as VersionContent)).toEqual([]);
  });

  it('name what changed in an action, and the missions that came and went', () => {
    const after = { axes: [axis('x', action('a1', { title: 'Autre titre', missionCodes: ['care-quality'] }), action('a2')), axis('y', action('a3'))] };
    expect(versionDifferences(base, after)).toEqual([
      {
        kind: 'action-changed', actionId: 'a1', number: 1, title: 'Autre titre',
        changes: [{ field: 'title', before: 'Action a1', after: 'Autre titre' }],
        missionsAdded: ['care-quality'], missionsRemoved: ['prevention'],
      },
    ]);
  });

  it('say a move to another axis once', () => {
    const after = { axes: [axis('x', action('a2')), axis('y', action('a1'), action('a3'))] };
    expect(versionDifferences(base, after)).toEqual([
      { kind: 'action-moved', actionId: 'a1', number: 1, title: 'Action a1', fromAxis: 'Axe x', toAxis: 'Axe y' },
    ]);
  });

  it('do not take an arrival or a departure for a new order', () => {
    expect(kinds(base, { axes: [axis('x', action('a4'), action('a1'), action('a2')), axis('y', action('a3'))] })).toEqual(['action-added']);
    expect(kinds(base, { axes: [axis('x', action('a2')), axis('y', action('a3'))] })).toEqual(['action-removed']);
  });

  it('say a new order of actions and of axes', () => {
    expect(kinds(base, { axes: [axis('x', action('a2'), action('a1')), axis('y', action('a3'))] })).toEqual(['actions-reordered']);
    expect(kinds(base, { axes: [base.axes[1]!, base.axes[0]!] })).toEqual(['axes-reordered']);
  });

  it('say axes that came and left, with what they carried', () => {
    expect(kinds(base, { axes: [base.axes[0]!, axis('z', action('a9'))] })).toEqual(['axis-added', 'action-added', 'action-removed', 'axis-removed']);
  });
});
