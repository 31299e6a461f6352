import { contractYear, contractYearOn, contractYears, type ContractTerms, crisisYears, indicatorsOf, missionClocks, sizeWarning } from '@maillage/domain/contract';
import { hasRight, requireRight, type Actor } from '@maillage/domain/identity';
import { inOrder, lastDuePeriod } from '@maillage/domain/indicators';
import { contractYearNumber, type Day, eventPeriod, holds, maxDay, minDay, type Period, type PeriodCalendar, type PeriodKey, type PeriodKind, periodOn } from '@maillage/domain/kernel';
import { contractSourceLabels, missingStanding, scoreYear, type Standing, type YearEuros, yearPhase, yearStanding } from '@maillage/domain/money';
import { allCurrentTerms, contractFacts, type ContractYear, type StoredTerms } from '@maillage/features/contract';
import { hasAStep } from '@maillage/features/indicators';
import { Clock, TenantDb, type Tx } from '@maillage/platform';
import { Injectable } from '@nestjs/common';
import { type LinkedValues, loadLinkedValues } from './link.store';
import { moneyGround, type MoneyGround } from './money-ground';
import { YearClosing } from './year-closing';

/** The followed indicator that gives the value of a contract indicator. */
export interface MoneyLink {
  indicatorId: string;
  indicatorCode: string;
  indicatorName: string;
  frequency: PeriodKind;
  /** Period to open to give or read its value: the contract year itself, or the last one due inside it, else its first one. */
  periodKey: PeriodKey;
  /** Of the link, to change it. */
  revision: number;
}

/** A contract year that can be looked at. */
export interface MoneyYearChoice extends ContractYear {
  /** What was signed for it is recorded. */
  hasTerms: boolean;
}

/** A contract year with its euros and all they are made from: enough to compute them again with other values. */
export interface MoneyYear {
  /** Number of the year shown: the one asked for, else the one that runs, else the nearest; null without a contract. */
  year: number | null;
  years: MoneyYearChoice[];
  /** null without a contract, or when nothing signed is recorded for the year. */
  euros: YearEuros | null;
  terms: ContractTerms | null;
  /** Label of the version of the terms: « Contrat signé », « Avenant 1 »… */
  termsLabel: string | null;
  /** By code of contract indicator. */
  standings: Record<string, Standing>;
  links: Record<string, MoneyLink | null>;
  crisisRecognised: boolean;
  /** Local day the review was closed; null while it is open. */
  closedOn: Day | null;
  today: Day;
  may: { link: boolean; enter: boolean; validate: boolean; simulate: boolean };
}

interface ScoredYear extends Pick<MoneyYear, 'standings' | 'links' | 'crisisRecognised' | 'closedOn'> {
  euros: YearEuros;
}

/** Reads of the euros of the contract. */
@Injectable()
export class MoneyQueries {
  constructor(
    private readonly db: TenantDb,
    private readonly clock: Clock,
    private readonly closing: YearClosing,
  ) {}

  /** A contract year with its euros; null looks at the one that runs. Refused outside the contract: `contract-year-outside`. */
  async year(actor: Actor, number: number | null): Promise<MoneyYear> {
    requireRight(actor, 'money.read');
    return this.db.run(actor.communityId, (tx) => this.moneyYear(tx, actor, number), { readOnly: true });
  }

  /** The same, inside a transaction. */
  async moneyYear(tx: Tx, actor: Actor, number: number | null): Promise<MoneyYear> {
    const ground = await moneyGround(tx, actor.communityId, this.clock);
    const { contract, today, signed } = ground;
    const may = {
      link: hasRight(actor, 'indicators.write'),
      enter: hasRight(actor, 'measures.write'),
      validate: hasAStep(ground.validation, actor.role),
      simulate: hasRight(actor, 'scenarios.write'),
    };
    const nothing = { euros: null, terms: null, termsLabel: null, standings: {}, links: {}, crisisRecognised: false, closedOn: null };
    if (!contract) return { year: null, years: [], ...nothing, today, may };
    const years = contractYears(contract).map(({ start, end }, index) => ({
      number: index + 1,
      start,
      end,
      hasTerms: signed.some(({ year }) => year === index + 1),
    }));
    const running = contractYearNumber(contract.signedOn, today) ?? 1;
    const shown = number ?? Math.min(running, contract.durationYears);
    const period = contractYear(contract, shown);
    const terms = signed.find(({ year }) => year === shown);
    if (!terms) return { year: shown, years, ...nothing, today, may };
    return { year: shown, years, terms: terms.content, termsLabel: terms.label, ...(await this.scored(tx, ground, period, terms)), today, may };
  }

  /** The euros of the year that runs today, for the dashboards; null without a contract, outside it, or without terms. */
  async moneyOfToday(tx: Tx, communityId: string): Promise<YearEuros | null> {
    const ground = await moneyGround(tx, communityId, this.clock);
    const period = ground.contract && contractYearOn(ground.contract, ground.today);
    if (!period) return null;
    const terms = ground.signed.find(({ year }) => `CY${year}` === period.key);
    return terms ? (await this.scored(tx, ground, period, terms)).euros : null;
  }

  /** The last contract year that is over, has terms, and whose review is not closed; null when there is none. */
  async reviewToHold(tx: Tx, communityId: string): Promise<{ year: number; end: Day } | null> {
    const { contract, today } = await contractFacts(tx, communityId, this.clock);
    if (!contract) return null;
    const [signed, closed] = [await allCurrentTerms(tx), await this.closing.closedYears(tx)];
    const over = contractYears(contract).map(({ end }, index) => ({ year: index + 1, end })).findLast(({ end }) => end < today);
    return over && signed.some(({ year }) => year === over.year) && closed[over.year] === undefined ? over : null;
  }

  private async scored(tx: Tx, ground: MoneyGround, period: Period, { year, content: terms }: StoredTerms): Promise<ScoredYear> {
    const { contract, agreement, participations, timeZone, today, crises, territory } = ground;
    const linked = new Map((await loadLinkedValues(tx, period, timeZone)).map((link) => [link.code, link]));
    const closed = (await this.closing.closedYears(tx))[year];
    const crisisRecognised = contract !== null && crises.some((each) => crisisYears(each, contract).includes(year));
    const calendar = { contractStart: contract?.signedOn ?? null };
    const standings: Record<string, Standing> = {};
    const links: Record<string, MoneyLink | null> = {};
    for (const { indicator } of indicatorsOf(terms)) {
      const link = linked.get(indicator.code);
      const source = link?.indicator?.source ?? contractSourceLabels[indicator.source];
      standings[indicator.code] = link?.indicator ? yearStanding(link.indicator, link.values, period, { today, source, calendar }) : missingStanding;
      links[indicator.code] = linkOf(link, period, today, calendar);
    }
    const euros = scoreYear({
      year,
      start: period.start,
      end: period.end,
      terms,
      standings,
      agreement,
      phase: yearPhase(period, today, closed !== undefined),
      crisisRecognised,
      ...(closed ? { agreed: closed.agreed } : {}),
      around: {
        linked: Object.keys(links).filter((code) => links[code] !== null),
        clocks: missionClocks(agreement, participations, contract, today),
        sizeWarning: (contract && territory.communes > 0 && sizeWarning(contract, territory.population, agreement)) || null,
      },
    });
    return { euros, standings, links, crisisRecognised, closedOn: closed?.closedOn ?? null };
  }
}

function linkOf(link: LinkedValues | undefined, year: Period, today: Day, calendar: PeriodCalendar): MoneyLink | null {
  if (!link?.indicator) return null;
  const { id, code, name, frequency } = link.indicator;
  return { indicatorId: id, indicatorCode: code, indicatorName: name, frequency, periodKey: frequency === 'event' ? eventToOpen(link.values, year, today) : periodToOpen(frequency, year, today, calendar), revision: link.revision };
}

/** The last event of the year; of a year without any, the day one would be given. */
function eventToOpen(values: LinkedValues['values'], year: Period, today: Day): PeriodKey {
  const inside = values.filter(({ periodEnd }) => holds(year, periodEnd)).sort(inOrder);
  return inside.at(-1)?.periodKey ?? eventPeriod(maxDay(year.start, minDay(today, year.end))).key;
}

function periodToOpen(frequency: PeriodKind, year: Period, today: Day, calendar: PeriodCalendar): PeriodKey {
  if (frequency === 'contract-year') return year.key;
  const due = lastDuePeriod({ frequency }, minDay(today, year.end), calendar);
  if (due && due.end >= year.start) return due.key;
  return periodOn(frequency, year.start, calendar)?.key ?? year.key;
}
