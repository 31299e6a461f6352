import { safeReturn, signInHref } from './return-address';

describe('the address to come back to after signing in', () => {
  it('keeps a page of ours with its filters', () => {
    expect(signInHref('/indicateurs?q=soins')).toBe('/connexion?retour=%2Findicateurs%3Fq%3Dsoins');
    expect(signInHref('/')).toBe('/connexion');
  });

  it.each(['https://ailleurs.fr', '//ailleurs.fr', '/\\ailleurs.fr', 'javascript:alert(1)', '/connexion?retour=/x', '', undefined])('refuses %s', (address) => {
    expect(safeReturn(address)).toBeUndefined();
  });
});
