import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { agreementByCode, type AgreementVersion } from '@maillage/domain/contract';
import { Client } from 'pg';
import { appUrl, databaseUrl, dropDatabase, emptyDatabase, testServices } from '@maillage/platform/testing';
import { addAgreementCommand, listAgreementsCommand, removeAgreementCommand } from './commands/agreement.command';
import { backupCommand, restoreCommand } from './commands/backup.command';
import { migrateCommand } from './commands/migrate.command';

const { databaseUrl: server } = testServices();
const environment = { ...process.env };
const current = agreementByCode('aci-cpts/avenant-2');

describe('a later avenant, added by the operator', () => {
  let folder: string;
  const databases: string[] = [];

  async function installation(): Promise<void> {
    const name = await emptyDatabase(server);
    databases.push(name);
    Object.assign(process.env, {
      DATABASE_URL: databaseUrl(server, name), DATABASE_APP_URL: appUrl(server, name), FILES_DIR: path.join(folder, name), QUEUE: 'postgres',
      SMTP_URL: 'smtp://127.0.0.1:1', PUBLIC_URL: 'http://localhost:3000', LOG_LEVEL: 'silent',
    });
    await migrateCommand();
  }
  const file = async (content: unknown): Promise<string> => {
    const target = path.join(folder, 'avenant.json');
    await writeFile(target, typeof content === 'string' ? content : JSON.stringify(content));
    return target;
  };
  const avenant = (change: Partial<AgreementVersion> = {}): object => ({
    ...current, code: 'aci-cpts/avenant-3', label: 'Avenant 3', validFrom: '2027-01-01', replaces: 'aci-cpts/avenant-2', ...change,
  });
  const codes = async (): Promise<unknown[]> =>
    ((await listAgreementsCommand()).data as { agreements: { code: string; validTo: string | null }[] }).agreements.map(({ code, validTo }) => [code, validTo]);
  const shipped = [['aci-cpts/2019', '2022-03-30'], ['aci-cpts/avenant-2', null]];
  const withThird = [['aci-cpts/2019', '2022-03-30'], ['aci-cpts/avenant-2', '2026-12-31'], ['aci-cpts/avenant-3', null]];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'maillage-agreement-'));
    await installation();
  });
  afterAll(async () => {
    process.env = environment;
    for (const name of databases) await dropDatabase(server, name);
    await rm(folder, { recursive: true, force: true });
  });

  it.each<[string, unknown, RegExp]>([
    ['text', 'bonjour', /ce n’est pas du JSON/],
    ['nothing', '{}', /^format/],
    ['a wrong figure', { ...avenant(), amounts: current?.amounts.map((line) => ({ ...line, figures: line.figures.slice(1) })) }, /^amounts\[0\]\.figures.*la taille 1 manque/],
    ['dates that overlap', avenant({ replaces: null }), /écrivez "replaces"/],
    ['a code taken', avenant({ code: 'aci-cpts/2019' }), /existe déjà/],
  ])('is refused with every fault: %s', async (_, content, first) => {
    const answer = await addAgreementCommand(await file(content));
    expect(answer).toMatchObject({ exitCode: 1, data: { added: false } });
    expect(answer.lines[1]?.slice(2).replace(folder, '')).toMatch(first);
    expect(await codes()).toEqual(shipped);
  });

  it('says that a file cannot be read', async () => {
    expect((await addAgreementCommand(path.join(folder, 'absent.json'))).data).toMatchObject({ faults: [expect.stringContaining('ne se lit pas')] });
  });

  it('is added once, listed, and carried by a backup', async () => {
    const given = await file(avenant());
    expect((await addAgreementCommand(given)).data).toEqual({ added: true, code: 'aci-cpts/avenant-3', faults: [] });
    expect(await addAgreementCommand(given)).toMatchObject({ data: { added: false, faults: [] } });
    expect((await addAgreementCommand(await file(avenant({ label: 'Autre' })))).data).toMatchObject({ added: false, faults: [expect.stringContaining('existe déjà')] });
    expect(await codes()).toEqual(withThird);
    const saved = path.join(folder, 'tout.maillage');
    await backupCommand(saved);
    await installation();
    expect(await codes()).toEqual(shipped);
    await restoreCommand(saved);
    expect(await codes()).toEqual(withThird);
  });

  it('is taken back while no contract is under it', async () => {
    const faults = async (code: string): Promise<unknown> => ((await removeAgreementCommand(code)).data as { faults: string[] }).faults;
    expect(await faults('aci-cpts/avenant-2')).toEqual([expect.stringContaining('aucune version ajoutée'), expect.stringContaining('lui succède')]);
    const client = new Client({ connectionString: process.env['DATABASE_URL'] });
    await client.connect();
    await client.query(`insert into community (id, name, label, created_at) values ('0192f3a0-0000-7000-8000-000000000001', 'Essai', 'CPTS', now())`);
    await client.query(
      `insert into aci_contract (community_id, id, signed_on, duration_years, agreement, updated_at)
       values ('0192f3a0-0000-7000-8000-000000000001', '0192f3a0-0000-7000-8000-000000000002', '2027-01-01', 5, 'aci-cpts/avenant-3', now())`,
    );
    expect(await faults('aci-cpts/avenant-3')).toEqual([expect.stringContaining('1 contrat(s)')]);
    expect(await codes()).toEqual(withThird);
    await client.query('delete from aci_contract');
    await client.end();
    expect(await faults('aci-cpts/avenant-3')).toEqual([]);
    expect(await codes()).toEqual(shipped);
  });

  it('that is shipped already changes nothing', async () => {
    expect(await addAgreementCommand(await file(current))).toMatchObject({ data: { added: false, faults: [] } });
  });
});
