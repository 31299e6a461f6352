import { actionNumbered, makeCommunity, makeDraft, makeMember, makeProject, type MadeCommunity } from '@maillage/features/testing';
import type { ProblemDetails } from '../http/problem';
import { createTestApp, type TestApp, type TestClient } from '../testing';
import type { ActionSheetDto, AddedActionDto, StatusChangeDto } from './action.dto';
import type { ProjectDto, ProjectHomeDto, ProjectModelDto, ProjectVersionsDto, VersionDifferencesDto } from './project.dto';

describe('the health project at the door', () => {
  let app: TestApp;
  let home: MadeCommunity;
  let browser: TestClient;

  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    home = await makeCommunity(app);
    browser = await app.as(home.coordinator);
  });

  it('goes from an empty page to a version in force, then to its successor', async () => {
    expect((await browser.get<ProjectHomeDto>('/api/project')).body).toEqual({ project: null, inForceId: null, draftId: null });
    const models = (await browser.get<ProjectModelDto[]>('/api/project/models')).body;
    expect(models.map(({ code, actions }) => [code, actions])).toEqual([['six-missions', 11], ['giennois-berry', 7]]);
    const opened = await browser.post<ProjectDto>('/api/project/versions', { source: 'model', model: 'giennois-berry' });
    expect(opened.status).toBe(201);
    const { version } = opened.body;
    const enforced = await browser.post<ProjectDto>(`/api/project/versions/${version.id}/in-force`, { revision: version.revision });
    expect([enforced.status, enforced.body.version.status, enforced.body.version.inForceOn]).toEqual([200, 'in-force', '2026-11-21']);

    const next = (await browser.post<ProjectDto>('/api/project/versions', { source: 'in-force' })).body;
    const [first, second] = next.axes;
    const moved = await browser.put<ProjectDto>(`/api/project/versions/${next.version.id}/axes/${second!.id}/actions/${first!.actions[2]!.id}/place`, { index: 0 });
    expect(moved.body.axes[1]!.actions.map(({ number }) => number)).toEqual([7, 3, 4, 5, 6]);
    const differences = (await browser.get<VersionDifferencesDto>(`/api/project/versions/${next.version.id}/differences`)).body;
    expect(differences.differences).toEqual([expect.objectContaining({ kind: 'action-moved', number: 7, toAxis: second!.title })]);
    expect((await browser.get<VersionDifferencesDto>(`/api/project/versions/${version.id}/differences`)).body.from).toBeNull();
    expect((await browser.delete(`/api/project/versions/${next.version.id}`)).status).toBe(204);
    const versions = (await browser.get<ProjectVersionsDto>('/api/project/versions')).body;
    expect(versions).toMatchObject({ inForceId: version.id, draftId: null, versions: [{ actions: 7, axes: 2 }] });
  });

  it('adds an action and writes its sheet', async () => {
    const draft = await makeDraft(app, home.coordinator, { Axe: [] });
    const action = { title: 'Prévention', objective: 'Vacciner', why: null, audience: null, missionCodes: ['prevention'] };
    const added = await browser.post<AddedActionDto>(`/api/project/versions/${draft.version.id}/axes/${draft.axes[0]!.id}/actions`, action);
    expect(added.status).toBe(201);
    const url = `/api/project/actions/${added.body.actionId}`;
    const steps = await browser.put<ActionSheetDto>(`${url}/steps`, { revision: 1, steps: [{ id: null, title: 'Réunir', dueOn: '2026-10-01', doneOn: null }] });
    expect(steps.body.lateSteps).toEqual([expect.objectContaining({ title: 'Réunir', lateDays: 51 })]);
    const done = await browser.put<ActionSheetDto>(`${url}/steps/${steps.body.steps[0]!.id}/done`, { done: true });
    expect(done.body).toMatchObject({ suggestedStatus: 'done', steps: [{ doneOn: '2026-11-21' }] });
    await browser.put(`${url}/status`, { revision: 1, status: 'late', statusSentence: 'Le vaccin manque' });
    expect((await browser.get<StatusChangeDto[]>(`${url}/status-history`)).body).toMatchObject([{ status: 'late', sentence: 'Le vaccin manque', who: home.coordinator.name }]);
  });

  it('names each wrong field in French, and what the domain refuses', async () => {
    const { version, axes } = await makeDraft(app, home.coordinator, { Axe: ['Une'] });
    const url = `/api/project/actions/${axes[0]!.actions[0]!.id}`;
    const wrong = await browser.put<ProblemDetails>(`${url}/tracking`, { revision: 1, leadPersonId: 'x', leadName: null, partners: null, budgetCents: -5, startsOn: '31/12/2026', endsOn: null, text: null, extra: 1 });
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors?.map(({ path }) => path).sort()).toEqual(['budgetCents', 'extra', 'leadPersonId', 'startsOn']);
    const sentence = await browser.put<ProblemDetails>(`${url}/status`, { revision: 1, status: 'at-risk', statusSentence: null });
    expect([sentence.status, sentence.body.code]).toEqual([400, 'action-status-needs-sentence']);
    const empty = await browser.post<ProblemDetails>('/api/project/versions', { source: 'nothing' });
    expect([empty.status, empty.body.code]).toEqual([409, 'project-draft-exists']);
    expect((await browser.get<ProblemDetails>(`/api/project/versions/${version.number}`)).status).toBe(404);
  });

  it('answers 409 with the current state to an edit of what changed meanwhile', async () => {
    const project = await makeProject(app, home.coordinator);
    const url = `/api/project/actions/${actionNumbered(project, 1).id}/status`;
    await browser.put(url, { revision: 1, status: 'on-track', statusSentence: null });
    const late = await browser.put<ProblemDetails & { meta?: unknown }>(url, { revision: 1, status: 'done', statusSentence: null });
    expect([late.status, late.body.code]).toEqual([409, 'edited-meanwhile']);
    expect(JSON.stringify(late.body)).toContain('on-track');
    expect(late.body.detail).toContain(home.coordinator.name);
  });

  it('lets a lead track its own action only', async () => {
    const project = await makeProject(app, home.coordinator);
    const lead = await makeMember(app, home.id, 'lead');
    const [mine, other] = [actionNumbered(project, 1).id, actionNumbered(project, 2).id];
    await browser.put(`/api/project/actions/${mine}/tracking`, { revision: 1, leadPersonId: lead.personId, leadName: null, partners: null, budgetCents: null, startsOn: null, endsOn: null, text: null });
    const phone = await app.as(lead);
    expect((await phone.put(`/api/project/actions/${mine}/status`, { revision: 2, status: 'on-track', statusSentence: null })).status).toBe(200);
    const refused = await phone.put<ProblemDetails>(`/api/project/actions/${other}/status`, { revision: 1, status: 'on-track', statusSentence: null });
    expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
    expect((await phone.post('/api/project/versions', { source: 'in-force' })).status).toBe(403);
  });
});
