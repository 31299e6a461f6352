import * as fc from 'fast-check';
import type { DomainErrorCode } from '@maillage/domain/kernel';
import {
  checkCommunitySettings,
  checkTerritory,
  communeRank,
  communeSearchKey,
  communityTitle,
  departmentsLabel,
  departmentsOf,
  formatOutgoing,
  maskCount,
  rateGivesAway,
  type SizeBracket,
  sizeFromPopulation,
  territoryPopulation,
} from './index';
import { refusal } from '../testing/refusal';

describe('settings of a community', () => {
  it('takes the defaults and cleans the name', () => {
    expect(checkCommunitySettings({ name: '  Giennois   Berry ' })).toEqual({
      name: 'Giennois Berry',
      label: 'CPTS',
      timeZone: 'Europe/Paris',
      maskBelow: 6,
    });
  });

  it.each<[object, DomainErrorCode]>([
    [{ name: '  ' }, 'text-missing'],
    [{ name: 'x'.repeat(161) }, 'text-too-long'],
    [{ name: 'A', label: '' }, 'text-missing'],
    [{ name: 'A', timeZone: 'Europe/Gien' }, 'invalid-time-zone'],
    [{ name: 'A', maskBelow: 4 }, 'mask-below-invalid'],
    [{ name: 'A', maskBelow: 51 }, 'mask-below-invalid'],
    [{ name: 'A', maskBelow: 6.5 }, 'mask-below-invalid'],
  ])('refuses %j', (input, code) => {
    expect(refusal(() => checkCommunitySettings(input))).toBe(code);
  });

  it('accepts both ends of the masking limit', () => {
    expect(checkCommunitySettings({ name: 'A', maskBelow: 5 }).maskBelow).toBe(5);
    expect(checkCommunitySettings({ name: 'A', maskBelow: 50 }).maskBelow).toBe(50);
  });

  it('does not say the label twice', () => {
    expect(communityTitle({ name: 'du Giennois-Berry', label: 'CPTS' })).toBe('CPTS du Giennois-Berry');
    expect(communityTitle({ name: 'CPTS du Giennois-Berry', label: 'CPTS' })).toBe('CPTS du Giennois-Berry');
  });
});

describe('small counts', () => {
  it('hides what is strictly below the limit, zero included', () => {
    expect(formatOutgoing(maskCount(5, 6))).toBe('<\u00A06');
    expect(formatOutgoing(maskCount(0, 6))).toBe('<\u00A06');
    expect(formatOutgoing(maskCount(6, 6))).toBe('6');
  });

  it('sees that a rate gives a small count away, on either side', () => {
    expect(rateGivesAway(5, 200, 6)).toBe(true);
    expect(rateGivesAway(197, 200, 6)).toBe(true);
    expect(rateGivesAway(4, 5, 6)).toBe(true);
    expect(rateGivesAway(200, 200, 6)).toBe(false);
    expect(rateGivesAway(100, 200, 6)).toBe(false);
  });

  it('never lets a number below the limit through', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 5, max: 50 }), (count, limit) => {
        const outgoing = maskCount(count, limit);
        return outgoing.masked ? count < limit : outgoing.value === count && count >= limit;
      }),
    );
  });
});

describe('territory', () => {
  const gien = { inseeCode: '45155', name: 'Gien', departmentCode: '45', population: 13_000 };
  const sancerre = { inseeCode: '18241', name: 'Sancerre', departmentCode: '18', population: 1_300 };
  const martin = { inseeCode: '45291', name: 'Saint-Martin-sur-Ocre', departmentCode: '45', population: null };
  const reference = new Map([gien, sancerre, martin].map((commune) => [commune.inseeCode, commune]));

  it('searches as people write', () => {
    expect(communeSearchKey('St-Étienne')).toBe(communeSearchKey('saint etienne'));
    expect(communeSearchKey('Ste Gemme')).toBe('sainte gemme');
    expect(communeSearchKey('L’Haÿ-les-Roses')).toBe('l hay les roses');
    expect(communeRank(gien, 'gien')).toBe(0);
    expect(communeRank(gien, '45155')).toBe(0);
    expect(communeRank(martin, 'st martin')).toBe(1);
    expect(communeRank(martin, 'ocre')).toBe(2);
    expect(communeRank(martin, 'arti')).toBe(3);
    expect(communeRank(martin, 'gien')).toBeUndefined();
    expect(communeRank(martin, ' ')).toBeUndefined();
  });

  it('refuses an unknown commune and a double', () => {
    expect(checkTerritory(['45155', '18241'], reference)).toEqual(['45155', '18241']);
    expect(refusal(() => checkTerritory(['45999'], reference))).toBe('commune-unknown');
    expect(refusal(() => checkTerritory(['gien'], reference))).toBe('commune-unknown');
    expect(refusal(() => checkTerritory(['45155', '45155'], reference))).toBe('commune-twice');
  });

  it('adds each commune once and names those it does not know', () => {
    expect(territoryPopulation([gien, gien, sancerre, martin])).toEqual({ total: 14_300, communes: 3, unknown: ['Saint-Martin-sur-Ocre'] });
    expect(refusal(() => territoryPopulation([{ ...gien, population: -1 }]))).toBe('population-invalid');
  });

  it('names the departments, the main one first', () => {
    expect(departmentsLabel(departmentsOf([sancerre, gien, martin]))).toBe('départements 45 et 18');
    expect(departmentsLabel(['45'])).toBe('département 45');
    expect(departmentsLabel([])).toBe('');
  });
});

describe('size from the population', () => {
  const brackets: SizeBracket[] = [
    { size: 1, minPopulation: 0, maxPopulationExclusive: 40_000 },
    { size: 2, minPopulation: 40_000, maxPopulationExclusive: 80_000 },
    { size: 3, minPopulation: 80_000, maxPopulationExclusive: 175_000 },
    { size: 4, minPopulation: 175_000, maxPopulationExclusive: null },
  ];

  it('says when a population stands on a boundary, which only our convention settles', () => {
    expect(sizeFromPopulation(39_999, brackets)).toEqual({ size: 1, onBoundary: false });
    expect(sizeFromPopulation(40_000, brackets)).toEqual({ size: 2, onBoundary: true });
    expect(sizeFromPopulation(0, brackets)).toEqual({ size: 1, onBoundary: false });
    expect(sizeFromPopulation(500_000, brackets)).toEqual({ size: 4, onBoundary: false });
    expect(refusal(() => sizeFromPopulation(1.5, brackets))).toBe('population-invalid');
  });

  it('gives every population one size', () => {
    fc.assert(fc.property(fc.nat(2_000_000), (population) => sizeFromPopulation(population, brackets) !== undefined));
  });
});
