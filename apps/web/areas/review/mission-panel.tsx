import { Button } from '@mantine/core';
import type { SheetAction, SheetMission } from '@maillage/domain/review';
import { useId, useState } from 'react';
import { formatEuros } from '../../lib/format';
import { reviewText } from '../../messages/review';
import { ActionButton, EuroBar, StatusBadge, StatusIcon } from '../../ui';
import { IconPencil, IconPrinter } from '../../ui/icons';
import type { OpenRoom } from './api';
import { IndicatorLine } from './indicator-line';
import { PreparationDialog } from './preparation-dialog';
import classes from './review.module.css';
import { barOf, indicatorsIn, preparationTone } from './words';

const text = reviewText.missions;

interface ActionProps {
  room: OpenRoom;
  action: SheetAction;
  write: boolean;
}

function Preparation({ room, action, write }: ActionProps) {
  const [changing, setChanging] = useState(false);
  const { status, personName, dueOn, note, title } = action;
  const words = reviewText.preparation;
  return (
    <div className={classes.preparation}>
      <StatusBadge tone={preparationTone[status]} label={reviewText.preparations[status]} />
      <span className={classes.soft}>{[personName ? words.by(personName) : null, dueOn ? words.until(dueOn) : null].filter(Boolean).join(' ')}</span>
      {note ? <span>{note}</span> : null}
      {write ? (
        <Button variant="subtle" size="compact-md" className={classes.tap} leftSection={<IconPencil size={16} aria-hidden="true" />} onClick={() => setChanging(true)}>
          {words.change}
          <span className="only-read-aloud">{words.of(title)}</span>
        </Button>
      ) : null}
      {changing ? <PreparationDialog year={room.year} action={action} revision={room.revisions.preparations[action.code] ?? 0} onClose={() => setChanging(false)} /> : null}
    </div>
  );
}

function Action({ room, action, write }: ActionProps) {
  const id = useId();
  return (
    <section className={classes.action} aria-labelledby={id}>
      <header className={classes.actionHead}>
        <h3 id={id}>{action.title}</h3>
        <Preparation room={room} action={action} write={write} />
      </header>
      {action.indicators.map((indicator) => (
        <IndicatorLine
          key={indicator.code}
          year={room.year}
          nextYear={room.nextYear}
          indicator={indicator}
          revisions={{ line: room.revisions.lines[indicator.code] ?? 0, proposal: room.revisions.proposals[indicator.code] ?? 0 }}
          proposes={room.sheet.opensNextYear}
          write={write}
        />
      ))}
    </section>
  );
}

/** Whether the proposals of a mission make its envelope. */
function Envelopes({ mission }: { mission: SheetMission }) {
  return (
    <ul className={classes.envelopes}>
      {mission.envelopes.map(({ part, sentence, proposedCents }) => (
        <li key={part} data-wrong={sentence === null ? undefined : true}>
          <StatusIcon tone={sentence === null ? 'attained' : 'at-risk'} />
          <span>
            {part === 'crisis' ? reviewText.next.crisis : ''}
            {sentence ?? reviewText.next.adds(formatEuros(proposedCents))}
          </span>
        </li>
      ))}
    </ul>
  );
}

interface MissionProps {
  room: OpenRoom;
  mission: SheetMission;
  write: boolean;
  /** The address of the mission after this one; null at the last. */
  nextHref: string | null;
}

/** A mission in the room: its euros, its actions with their preparation, its indicators one after the other. */
export function MissionPanel({ room, mission, write, nextHref }: MissionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.mission}>
      <header className={classes.missionHead}>
        <h2 id={id}>{mission.label}</h2>
        <ActionButton variant="default" label={text.print} href={`/contrat/dialogue/mission/${mission.code}?annee=${room.year}`} icon={<IconPrinter size={18} aria-hidden="true" />} />
      </header>
      {mission.maxCents > 0 ? <EuroBar euros={barOf(indicatorsIn(mission))} label={mission.label} hideLabel envelopeCents={mission.variableCents} /> : <p className={classes.soft}>{text.noVariable}</p>}
      {room.sheet.opensNextYear ? <Envelopes mission={mission} /> : null}
      {mission.actions.length === 0 ? <p className={classes.soft}>{text.none}</p> : null}
      {mission.actions.map((action) => (
        <Action key={action.code} room={room} action={action} write={write} />
      ))}
      {nextHref ? (
        <div>
          <ActionButton variant="default" label={text.next} href={nextHref} />
        </div>
      ) : null}
    </section>
  );
}
