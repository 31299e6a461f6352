import { missionCodes } from '@maillage/domain/contract';
import { checkIndicator, indicatorModels, modelOrigins, noDetails } from '..';

describe('the examples to start from', () => {
  const around = { missionCodes, takenCodes: [], actionKnown: false };

  it.each(indicatorModels.map((model) => [model.code, model] as const))(
    '%s can be recorded as it is',
    (_, { mission, advice, origin, ...model }) => {
      const whole = {
        ...noDetails,
        ...model,
        baseline: null,
        missions: [mission],
        actionId: null,
        responsiblePersonId: null,
        trackedFrom: '2026-01-01',
      };
      expect(checkIndicator(whole, around)).toEqual(whole);
      expect(advice).not.toBe('');
      expect(modelOrigins).toContain(origin);
    },
  );

  it('names each code once, and serves every mission of the agreement', () => {
    expect(new Set(indicatorModels.map(({ code }) => code)).size).toBe(indicatorModels.length);
    expect([...new Set(indicatorModels.map(({ mission }) => mission))].sort()).toEqual([...missionCodes].sort());
  });

  it("promises no figure: targets and first values are the community's own", () => {
    for (const model of indicatorModels) expect(Object.keys(model)).not.toEqual(expect.arrayContaining(['baseline']));
  });
});
