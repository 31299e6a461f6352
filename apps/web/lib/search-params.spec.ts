import { choiceParam, countParam, parseSearch, stringifySearch } from './search-params';

describe('what an address carries', () => {
  it('stays readable both ways', () => {
    expect(stringifySearch({ q: 'soins non programmés', page: 2, mission: ['a', 'b'], vide: '', non: undefined })).toBe('?q=soins+non+programm%C3%A9s&page=2&mission=a&mission=b');
    expect(parseSearch('?q=2026&mission=a&mission=b')).toEqual({ q: '2026', mission: ['a', 'b'] });
  });

  it('gives only what is allowed', () => {
    expect([countParam('2'), countParam('0'), countParam('-1'), countParam('x'), countParam('1.5')]).toEqual([2, undefined, undefined, undefined, undefined]);
    expect([choiceParam('b', ['a', 'b']), choiceParam('c', ['a', 'b'])]).toEqual(['b', undefined]);
  });
});
