import { namedApart, periodInName } from './evidence-file';

const file = (name: string, bytes = 'x') => new File([bytes], name, { type: 'image/jpeg' });

describe('the name of a file among those chosen', () => {
  it('stays its own when no other has it', () => {
    expect(namedApart(file('photo.jpg'), []).name).toBe('photo.jpg');
    expect(namedApart(file('photo.jpg'), [{ name: 'feuille.pdf', size: 1 }]).name).toBe('photo.jpg');
  });

  it('is numbered when another file has it: the second page of a sheet does not take the place of the first', () => {
    const first = file('photo.jpg', 'page 1');
    const second = namedApart(file('photo.jpg', 'the second page'), [first]);
    expect(second.name).toBe('photo-2.jpg');
    expect(second.type).toBe('image/jpeg');
    expect(namedApart(file('photo.jpg', 'page three'), [first, second]).name).toBe('photo-3.jpg');
  });

  it('is the same for the very same file chosen twice', () => {
    const chosen = file('feuille.pdf', 'as it is');
    expect(namedApart(file('feuille.pdf', 'as it is'), [chosen]).name).toBe('feuille.pdf');
  });
});

it('names the period of a photo as people write it', () => {
  expect(['2026-Q3', '2026-H1', 'CY3', '2026-10', '2026', 'E2026-06-12'].map(periodInName)).toEqual(['T3-2026', 'S1-2026', 'annee-3', '2026-10', '2026', '2026-06-12']);
});
