import { isDomainError } from '@maillage/domain/kernel';
import { checkEvidence, checkEvidenceLink, checkEvidenceRemoval, evidenceEndings, evidenceKey, isProofMissing, refuseHeavy, requireProof } from './evidence';

const refused = (act: () => unknown): { code: string; rule?: unknown } | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { code: error.code, ...('rule' in error.meta ? { rule: error.meta['rule'] } : {}) };
  }
};
const code = (act: () => unknown): string | undefined => refused(act)?.code;
const office = 'application/vnd.openxmlformats-officedocument';

describe('a file that proves a value', () => {
  it.each([
    ['relevé.PDF', 'application/pdf'],
    ['feuille.jpeg', 'image/jpeg'],
    ['feuille.heic', 'image/heic'],
    ['feuille.HEIF', 'image/heif'],
    ['tableau.xlsx', `${office}.spreadsheetml.sheet`],
    ['bilan.odp', 'application/vnd.oasis.opendocument.presentation'],
  ])('%s is accepted as %s', (name, mediaType) => {
    expect(checkEvidence({ name, size: 10 }, { mediaType, danger: null })).toEqual({ name, mediaType });
  });

  it('loses the folders of its name', () => {
    expect(checkEvidence({ name: 'C:\\photos\\feuille.png', size: 1 }, { mediaType: 'image/png', danger: null }).name).toBe('feuille.png');
    // A sign that turns the reading round would show « relevéfdp.png ».
    expect(checkEvidence({ name: 'dossier\n/relev\u200Bé\u202Egnp.pdf', size: 1 }, { mediaType: 'application/pdf', danger: null }).name).toBe('relevégnp.pdf');
  });

  it.each([
    ['program', 'c’est un programme'],
    ['html', 'page HTML'],
    ['svg', 'dessin SVG'],
    ['macros', 'contient des macros'],
  ] as const)('is refused by its name when it is a %s', (danger, said) => {
    expect(refused(() => checkEvidence({ name: 'relevé.pdf', size: 10 }, { mediaType: 'application/pdf', danger }))).toEqual({ code: 'evidence-refused', rule: expect.stringContaining(said) });
  });

  it('is refused when it is empty, unknown, of another kind, or says something else than its content', () => {
    expect(code(() => checkEvidence({ name: 'a.pdf', size: 0 }, { mediaType: 'application/pdf', danger: null }))).toBe('evidence-refused');
    for (const [name, mediaType] of [['a.pdf', null], ['a.zip', 'application/zip'], ['a.pdf', 'image/png'], ['pdf', 'application/pdf']] as const) {
      expect(code(() => checkEvidence({ name, size: 1 }, { mediaType, danger: null }))).toBe('evidence-refused');
    }
    expect(refused(() => refuseHeavy(20_000_000))).toMatchObject({ rule: 'le fichier dépasse 20 Mo' });
    expect(new Set(evidenceEndings).size).toBe(evidenceEndings.length);
  });
});

describe('an address that proves a value', () => {
  it('is kept as browsers write it', () => {
    expect(checkEvidenceLink({ url: '  https://ARS.exemple.fr/doc?a=1 ', title: ' Relevé ' })).toEqual({ url: 'https://ars.exemple.fr/doc?a=1', name: 'Relevé' });
  });

  it.each([
    'http://exemple.fr', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'exemple.fr', '', 'https://moi:secret@exemple.fr', 'https://localhost/x', 'https://10.0.0.1/x',
    'https://[::1]/', `https://exemple.fr/${'a'.repeat(2_000)}`,
  ])('%s is refused', (url) => {
    expect(code(() => checkEvidenceLink({ url, title: 'Relevé' }))).toBe('evidence-link-refused');
  });

  it('needs a title, without a patient in it', () => {
    expect(code(() => checkEvidenceLink({ url: 'https://exemple.fr', title: ' ' }))).toBe('text-missing');
    expect(code(() => checkEvidenceLink({ url: 'https://exemple.fr', title: 'NIR 2 85 05 78 006 084 36' }))).toBe('patient-identifier');
  });

  it('is another proof than a record', () => {
    expect(evidenceKey({ url: 'https://a.fr/' })).not.toBe(evidenceKey({ recordKind: 'report', recordId: 'https://a.fr/' }));
  });
});

describe('a proof that is missing', () => {
  const expecting = { kind: 'count', evidenceExpected: 'Feuille d’émargement' };

  it('is told where one is expected, and where something is to be delivered', () => {
    expect([isProofMissing(expecting, 0), isProofMissing(expecting, 1), isProofMissing({ ...expecting, evidenceExpected: null }, 0)]).toEqual([true, false, false]);
    expect(isProofMissing({ kind: 'deliverable', evidenceExpected: null }, 0)).toBe(true);
  });

  it('stops the validation of something to deliver', () => {
    expect(code(() => requireProof({ kind: 'deliverable', name: 'Plan' }, 0))).toBe('measure-proof-missing');
    expect(code(() => requireProof({ kind: 'deliverable', name: 'Plan' }, 1))).toBeUndefined();
    expect(code(() => requireProof({ kind: 'count', name: 'Réunions' }, 0))).toBeUndefined();
  });
});

describe('a proof taken away', () => {
  it('stays on a settled value, and wherever a report left with it', () => {
    expect(code(() => checkEvidenceRemoval({ status: 'submitted' }, []))).toBeUndefined();
    for (const status of ['validated', 'locked'] as const) expect(code(() => checkEvidenceRemoval({ status }, []))).toBe('evidence-locked');
    expect(code(() => checkEvidenceRemoval({ status: 'draft' }, [{ number: '2026-T3', version: 2 }]))).toBe('evidence-in-report');
  });
});
