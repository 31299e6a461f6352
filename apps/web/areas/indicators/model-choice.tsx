import { indicatorsText } from '../../messages/indicators';
import { ActionButton, HrefLink, Section } from '../../ui';
import { IconChevronRight } from '../../ui/icons';
import type { Mission } from '../contract/api';
import type { IndicatorModel } from './api';
import classes from './indicators.module.css';

const text = indicatorsText.form;

interface ModelChoiceProps {
  models: readonly IndicatorModel[];
  missions: readonly Mission[];
  /** The form started from this card; from nothing without one. */
  hrefOf: (code: string | null) => string;
}

/** Where to start from: a usual card of a mission the community follows, or an empty one. */
export function ModelChoice({ models, missions, hrefOf }: ModelChoiceProps) {
  return (
    <>
      <Section title={text.choose} hint={text.chooseHint}>
        <div className={classes.blank}>
          <p>{text.blankWhat}</p>
          <ActionButton variant="default" label={text.blank} href={hrefOf(null)} />
        </div>
      </Section>
      {missions
        .filter(({ chosen, code }) => chosen && models.some(({ mission }) => mission === code))
        .map(({ code, label }) => (
          <Section key={code} title={label} bare>
            <ul className={classes.models}>
              {models
                .filter(({ mission }) => mission === code)
                .map((model) => (
                  <li key={model.code}>
                    <HrefLink href={hrefOf(model.code)} className={classes.model}>
                      <span className={classes.modelName}>
                        <strong>{model.name}</strong>
                        <span className={classes.soft}>
                          {indicatorsText.kinds[model.kind]}
                          {model.unit ? ` (${model.unit})` : ''}, {indicatorsText.frequencies[model.frequency]}
                        </span>
                        <span>{model.definition}</span>
                      </span>
                      <IconChevronRight size={20} aria-hidden="true" />
                    </HrefLink>
                  </li>
                ))}
            </ul>
          </Section>
        ))}
    </>
  );
}
