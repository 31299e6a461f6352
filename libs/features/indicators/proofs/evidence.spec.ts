import type { IndicatorInput } from '@maillage/domain/indicators';
import { VerifyJournal } from '@maillage/features/community';
import { MarkStep, ChangeActionSteps } from '@maillage/features/project';
import { SmtpStandIn } from '@maillage/platform/testing';
import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import JSZip from 'jszip';
import type { QueryRunner } from 'typeorm';
import { IndicatorsEvidence1795422000000 } from '../../migrations/1795422000000-indicators-evidence';
import { actionNumbered, makeCommunity, makeMember, makeProject, makeRecipient, makeReport, makeWorld, refusal, type MadeCommunity, type World } from '../../testing';
import { AttachEvidence, ChangeMeasureStatus, DefineIndicator, DetachEvidence, EvidenceQueries, IndicatorQueries, RecordMeasure } from '..';

const definition: IndicatorInput = {
  code: 'prv-01', name: 'Ateliers tenus', definition: 'Nombre d’ateliers tenus.', kind: 'count', numeratorLabel: null, denominatorLabel: null, unit: null, decimals: 0,
  direction: 'up', frequency: 'quarter', aggregation: 'sum', bounded: false, countsPatients: false, source: 'Agenda', evidenceExpected: 'Feuille d’émargement', baseline: null,
  missions: ['access-to-care'], actionId: null, responsiblePersonId: null, trackedFrom: '2026-01-01',
};
const pdf = (words = 'feuille'): Buffer => Buffer.from(`%PDF-1.4\n% ${words}\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n`);
const link = { url: 'https://ars.exemple.fr/releve', title: 'Relevé de l’ARS' };

/** A document of an office, as its bytes are recognised. */
async function office(kind: 'word' | 'odt', extra: Record<string, string> = {}): Promise<Buffer> {
  const zip = new JSZip();
  if (kind === 'odt') zip.file('mimetype', 'application/vnd.oasis.opendocument.text', { compression: 'STORE' });
  else {
    zip.file('[Content_Types].xml', '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>');
    zip.file('word/document.xml', '<w:document/>');
  }
  for (const [name, content] of Object.entries(extra)) zip.file(name, content);
  return zip.generateAsync({ type: 'nodebuffer' });
}

describe('the proofs of values', () => {
  let smtp: SmtpStandIn;
  let world: World;
  let here: MadeCommunity;
  let elsewhere: MadeCommunity;
  let indicatorId: string;

  beforeAll(async () => {
    smtp = await SmtpStandIn.start();
    world = await makeWorld({ environment: { SMTP_URL: smtp.url } });
  });
  afterAll(async () => {
    await world.close();
    await smtp.stop();
  });
  beforeEach(async () => {
    here = await makeCommunity(world);
    elsewhere = await makeCommunity(world);
    indicatorId = await world.get(DefineIndicator).create(here.coordinator, definition);
  });

  const give = async (periodKey: string, value = 4): Promise<{ id: string; revision: number }> =>
    world.get(RecordMeasure).execute(here.coordinator, { indicatorId, periodKey, value, revision: 0 });
  const attach = () => world.get(AttachEvidence);
  const detach = () => world.get(DetachEvidence);
  const queries = () => world.get(EvidenceQueries);
  const list = async (text = '', by = here) => (await queries().list(by.coordinator, { text, kind: null, after: null })).proofs;
  const faults = async () => (await world.get(VerifyJournal).execute(here.id)).faults;

  it('serves several values, and is one whatever the way it comes', async () => {
    const [first, second] = [await give('2026-Q1'), await give('2026-Q2')];
    const proof = await attach().add(here.coordinator, first.id, { name: 'feuille.pdf', bytes: pdf() });
    expect(await attach().add(here.coordinator, first.id, { name: 'feuille bis.pdf', bytes: Readable.from([pdf()]) })).toBe(proof);
    expect(await attach().add(here.coordinator, second.id, { name: 'copie.pdf', bytes: pdf() })).toBe(proof);
    const third = await give('2026-Q3');
    await attach().addExisting(here.coordinator, third.id, proof);
    await attach().addExisting(here.coordinator, third.id, proof);
    expect(await list()).toMatchObject([{ id: proof, kind: 'file', name: 'feuille.pdf', values: 3 }]);
    const card = await queries().card(here.coordinator, proof);
    expect(card.values.map(({ periodKey, mayDetach }) => [periodKey, mayDetach])).toEqual([['2026-Q3', true], ['2026-Q2', true], ['2026-Q1', true]]);
    const { values } = await world.get(IndicatorQueries).card(here.coordinator, indicatorId);
    expect(values.slice(0, 3).map(({ evidence }) => evidence.map(({ name }) => name))).toEqual([['feuille.pdf'], ['feuille.pdf'], ['feuille.pdf']]);
    expect(await faults()).toEqual([]);
  });

  it('can be an address, or something the product knows: a step that was done', async () => {
    const measure = await give('2026-Q3');
    const address = await attach().addLink(here.coordinator, measure.id, link);
    expect(await attach().addLink(here.coordinator, measure.id, { ...link, title: 'Autre titre' })).toBe(address);
    const project = await makeProject(world, here.coordinator);
    const action = actionNumbered(project, 1);
    const [planned] = (await world.get(ChangeActionSteps).execute(here.coordinator, action.id, { steps: [{ id: null, title: 'Atelier de rentrée', dueOn: null, doneOn: null }], revision: 1 })).steps;
    const step = planned!.id;
    const record = { kind: 'action-step', id: step } as const;
    expect(await refusal(attach().addRecord(here.coordinator, measure.id, record))).toBe('evidence-record-refused');
    await world.get(MarkStep).execute(here.coordinator, action.id, step, { done: true });
    expect(await queries().searchRecords(here.coordinator, 'action-step', 'RENTRÉE')).toMatchObject([{ id: step, parentId: action.id }]);
    const done = await attach().addRecord(here.coordinator, measure.id, record);
    const card = await queries().card(here.coordinator, done);
    expect(card).toMatchObject({ evidence: { kind: 'record', recordKind: 'action-step' }, record: { parentId: action.id }, values: [{ periodKey: '2026-Q3' }] });
    expect(card.evidence.name.replace(/[\u00a0\u202f]/g, ' ')).toBe('Action 1 : Atelier de rentrée, faite le 21 novembre 2026');
    expect(await refusal(queries().download(here.coordinator, address))).toBe('not-found');
    expect((await list()).map(({ kind }) => kind)).toEqual(['record', 'link']);
    expect(await faults()).toEqual([]);
  });

  it('is found by its name or address, page after page', async () => {
    const measures = await Promise.all(['2026-Q1', '2026-Q2'].map((key) => give(key)));
    for (let index = 0; index < 34; index += 1) {
      await attach().addLink(here.coordinator, measures[index % 2]!.id, { url: `https://exemple.fr/${index}`, title: index === 3 ? 'Compte rendu 100 %' : `Relevé ${index}` });
    }
    const first = await queries().list(here.coordinator, { text: '', kind: null, after: null });
    const second = await queries().list(here.coordinator, { text: '', kind: null, after: first.more });
    expect([first.proofs.length, first.proofs[0]?.name, second.proofs.length, second.more]).toEqual([30, 'Relevé 33', 4, null]);
    expect((await list('100 %')).map(({ name }) => name)).toEqual(['Compte rendu 100 %']);
    expect((await list('EXEMPLE.fr/33')).map(({ name }) => name)).toEqual(['Relevé 33']);
    expect((await queries().list(here.coordinator, { text: '', kind: 'file', after: null })).proofs).toEqual([]);
  });

  it('leaves a value and stays in the community, until it is withdrawn; what happened stays told', async () => {
    const [first, second] = [await give('2026-Q1'), await give('2026-Q2')];
    const proof = await attach().add(here.coordinator, first.id, { name: 'feuille.pdf', bytes: pdf() });
    await attach().addExisting(here.coordinator, second.id, proof);
    await detach().detach(here.coordinator, first.id, proof);
    expect(await refusal(detach().detach(here.coordinator, first.id, proof))).toBe('not-found');
    expect(await list()).toMatchObject([{ values: 1 }]);
    await detach().withdraw(here.coordinator, proof);
    await detach().withdraw(here.coordinator, proof);
    expect(await list()).toEqual([]);
    expect(await queries().card(here.coordinator, proof)).toMatchObject({ evidence: { removedAt: expect.any(Date), removedBy: expect.any(String) }, values: [], may: { withdraw: false } });
    expect(await refusal(queries().download(here.coordinator, proof))).toBe('not-found');
    expect(await refusal(attach().addExisting(here.coordinator, first.id, proof))).toBe('not-found');
    expect(await attach().add(here.coordinator, first.id, { name: 'feuille.pdf', bytes: pdf() })).not.toBe(proof);
    const told = await world.get(IndicatorQueries).history(here.coordinator, indicatorId, null);
    expect(told.filter(({ act }) => act === 'evidence-removed')).toMatchObject([{ before: { fileName: 'feuille.pdf' } }, { before: { fileName: 'feuille.pdf' } }]);
    expect(await faults()).toEqual([]);
  });

  it('stays on a validated value, and wherever a report left with it', async () => {
    const measure = await give('2026-Q3');
    const proof = await attach().add(here.coordinator, measure.id, { name: 'feuille.pdf', bytes: pdf() });
    await world.get(ChangeMeasureStatus).validate(here.coordinator, [measure]);
    expect(await refusal(detach().detach(here.coordinator, measure.id, proof))).toBe('evidence-locked');
    expect(await refusal(detach().withdraw(here.coordinator, proof))).toBe('evidence-locked');
    await makeRecipient(world, here);
    const report = await makeReport(world, here, 'sent');
    await world.get(ChangeMeasureStatus).reopen(here.coordinator, { id: measure.id, revision: measure.revision + 1 }, 'Erreur de report');
    expect(await refusal(detach().detach(here.coordinator, measure.id, proof))).toBe('evidence-in-report');
    const other = await give('2026-Q2');
    await attach().addExisting(here.coordinator, other.id, proof);
    await detach().detach(here.coordinator, other.id, proof);
    expect(await refusal(detach().withdraw(here.coordinator, proof))).toBe('evidence-in-report');
    const [reopened] = (await world.get(IndicatorQueries).card(here.coordinator, indicatorId)).values.flatMap((line) => (line.measure?.id === measure.id ? [line.measure] : []));
    expect(await refusal(world.get(ChangeMeasureStatus).delete(here.coordinator, { id: measure.id, revision: reopened!.revision }))).toBe('evidence-in-report');
    expect(await queries().card(here.coordinator, proof)).toMatchObject({ reports: [{ id: report, sent: true, sentOn: '2026-11-21' }], may: { withdraw: false } });
    const record = await queries().searchRecords(here.coordinator, 'report', '');
    expect(record).toMatchObject([{ id: report, on: '2026-11-21' }]);
    await attach().addRecord(here.coordinator, other.id, { kind: 'report', id: report });
  });

  it('is asked of something to deliver before it is validated', async () => {
    indicatorId = await world.get(DefineIndicator).create(here.coordinator, { ...definition, code: 'LIV-01', kind: 'deliverable', aggregation: 'last', evidenceExpected: 'Plan daté' });
    const measure = await give('2026-Q3', 1);
    expect(await refusal(world.get(ChangeMeasureStatus).validate(here.coordinator, [measure]))).toBe('measure-proof-missing');
    await attach().addLink(here.coordinator, measure.id, link);
    await world.get(ChangeMeasureStatus).validate(here.coordinator, [measure]);
  });

  describe('read by its content', () => {
    const kept = async (): Promise<string[]> => readdir(`${world.db.config.FILES_DIR}/incoming`).catch(() => []);
    const send = async (name: string, bytes: Buffer): Promise<string> => refusal(attach().add(here.coordinator, (await give('2026-Q3')).id, { name, bytes: Readable.from([bytes]) }));
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.from([0, 0, 0, 0]), Buffer.from('mif1heic'), Buffer.alloc(64)]);

    it.each([
      ['feuille.pdf', () => pdf()],
      ['photo.heic', () => heic],
      ['compte rendu.docx', () => office('word')],
      ['compte rendu.odt', () => office('odt', { 'content.xml': '<office/>' })],
    ] as const)('%s is taken', async (name, bytes) => {
      expect(await send(name, await bytes())).toBe('accepted');
    });

    it.each([
      ['relevé.pdf', () => Buffer.from('MZ\u0090\u0000programme', 'latin1')],
      ['relevé.pdf', () => Buffer.from('7f454c4602010100000000000000000002003e0001000000', 'hex')],
      ['script.pdf', () => Buffer.from('#!/bin/sh\nrm -rf /\n')],
      ['page.pdf', () => Buffer.from('\uFEFF <!DOCTYPE html><html><script>alert(1)</script></html>')],
      ['page.png', () => Buffer.from('<!-- x --><html></html>')],
      ['dessin.png', () => Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
      ['dessin.svg', () => Buffer.from('<svg onload="alert(1)"/>')],
      ['macros.docx', () => office('word', { 'word/vbaProject.bin': 'code' })],
      ['macros.odt', () => office('odt', { 'Basic/Standard/Module1.xml': 'code' })],
      ['archive.zip', () => new JSZip().file('a.txt', 'a').generateAsync({ type: 'nodebuffer' })],
      ['abîmé.docx', async () => (await office('word')).subarray(0, 150)],
      ['vide.pdf', () => Buffer.alloc(0)],
      ['notes.txt', () => Buffer.from('notes')],
    ] as const)('%s is refused, and nothing is kept of it', async (name, bytes) => {
      expect(await send(name, await bytes())).toBe('evidence-refused');
      expect([await kept(), await list()]).toEqual([[], []]);
    });

    it('is refused above the limit as soon as it goes over it', async () => {
      let sent = 0;
      const endless = Readable.from((function* () {
        for (yield pdf(); ; sent += 1) yield Buffer.alloc(1_000_000, 32);
      })());
      expect(await refusal(attach().add(here.coordinator, (await give('2026-Q3')).id, { name: 'long.pdf', bytes: endless }))).toBe('evidence-refused');
      expect(sent).toBeLessThan(25);
      expect(await kept()).toEqual([]);
    });
  });

  it('is given by those who give the value', async () => {
    const measure = await give('2026-Q3');
    const proof = await attach().add(here.coordinator, measure.id, { name: 'feuille.pdf', bytes: pdf() });
    const lead = await makeMember(world, here.id, 'lead');
    const board = await makeMember(world, here.id, 'board');
    for (const person of [lead, board]) {
      expect(await refusal(attach().addLink(person, measure.id, link))).toBe('forbidden');
      expect(await refusal(attach().addExisting(person, measure.id, proof))).toBe('forbidden');
      expect(await refusal(detach().detach(person, measure.id, proof))).toBe('forbidden');
      expect(await refusal(detach().withdraw(person, proof))).toBe('forbidden');
      expect((await queries().card(person, proof)).may.withdraw).toBe(false);
    }
    await detach().detach(here.coordinator, measure.id, proof);
    expect(await refusal(detach().withdraw(lead, proof))).toBe('forbidden');
  });

  it('of another community is not there', async () => {
    const measure = await give('2026-Q3');
    const proof = await attach().add(here.coordinator, measure.id, { name: 'feuille.pdf', bytes: pdf() });
    const stranger = elsewhere.coordinator;
    const theirs = await world.get(DefineIndicator).create(stranger, definition);
    const mine = await world.get(RecordMeasure).execute(stranger, { indicatorId: theirs, periodKey: '2026-Q3', value: 1, revision: 0 });
    const attempts = [
      attach().add(stranger, measure.id, { name: 'feuille.pdf', bytes: pdf() }), attach().addLink(stranger, measure.id, link), attach().addExisting(stranger, measure.id, proof),
      attach().addExisting(stranger, mine.id, proof), attach().addRecord(stranger, measure.id, { kind: 'report', id: world.db.ids.next() }),
      detach().detach(stranger, measure.id, proof), detach().detach(stranger, mine.id, proof), detach().withdraw(stranger, proof), queries().card(stranger, proof), queries().download(stranger, proof),
    ];
    for (const attempt of attempts) expect(await refusal(attempt)).toBe('not-found');
    const step = world.db.ids.next();
    expect(await refusal(attach().addRecord(stranger, mine.id, { kind: 'action-step', id: step }))).toBe('evidence-record-refused');
    // The same bytes there are another proof: nothing tells that somebody else has them.
    expect(await attach().add(stranger, mine.id, { name: 'feuille.pdf', bytes: pdf() })).not.toBe(proof);
    expect(await list('', elsewhere)).toMatchObject([{ values: 1 }]);
    expect(await list()).toMatchObject([{ id: proof, values: 1 }]);
  });
});

describe('proofs kept before they could serve several values', () => {
  it('keep their id, their value and their history', async () => {
    const world = await makeWorld({ fresh: true });
    try {
      const here = await makeCommunity(world);
      const indicatorId = await world.get(DefineIndicator).create(here.coordinator, definition);
      const measure = await world.get(RecordMeasure).execute(here.coordinator, { indicatorId, periodKey: '2026-Q3', value: 3, revision: 0 });
      const proof = await world.get(AttachEvidence).add(here.coordinator, measure.id, { name: 'feuille.pdf', bytes: pdf() });
      const before = await world.get(EvidenceQueries).card(here.coordinator, proof);
      const runner = { query: (text: string, values?: unknown[]) => world.db.peek(text, values) } as unknown as QueryRunner;
      const migration = new IndicatorsEvidence1795422000000();
      await migration.down(runner);
      expect(await world.db.peek('select measure_id from evidence')).toEqual([{ measure_id: measure.id }]);
      await migration.up(runner);
      await world.db.peek('grant select, insert, update, delete on measure_evidence to public');
      expect(await world.get(EvidenceQueries).card(here.coordinator, proof)).toEqual(before);
      expect((await world.get(VerifyJournal).execute(here.id)).faults).toEqual([]);
    } finally {
      await world.close();
    }
  });
});
