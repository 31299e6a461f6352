import { formatLateness, french } from '@maillage/domain/kernel';
import { type Calendar, calendarPath } from '@maillage/domain/steering';
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';

/** What the file says of its owner. */
export interface IcsFacts {
  communityId: string;
  /** « CPTS du Giennois-Berry » */
  title: string;
  publicUrl: string;
}

/** How often programs that subscribe are asked to look again, in seconds. */
const refreshSeconds = 12 * 3600;

/**
 * The calendar as an iCalendar file (RFC 5545): all-day events with stable identifiers, no amount and no name. The same calendar
 * gives the same bytes all day long.
 */
export function calendarIcs({ today, events }: Calendar, { communityId, title, publicUrl }: IcsFacts): string {
  const stamp = new Date(`${today}T00:00:00Z`);
  const calendar = ical({
    name: title,
    description: french('Échéances du contrat, dialogue de gestion, versements attendus et valeurs à saisir.'),
    prodId: { company: 'Maillage', product: 'Calendrier', language: 'FR' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
    url: `${publicUrl}/calendrier`,
  });
  for (const { key, day, title: summary, detail, lateDays, link } of events) {
    calendar.createEvent({
      id: `${key}.${communityId}@maillage`,
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      stamp,
      summary: lateDays > 0 ? french(`En retard : ${summary}`) : summary,
      description: lateDays > 0 ? `${detail} ${french(`En retard ${formatLateness(lateDays)}.`)}` : detail,
      url: `${publicUrl}${calendarPath(link)}`,
      transparency: ICalEventTransparency.TRANSPARENT,
      categories: [{ name: title }],
    });
  }
  return calendar.toString();
}
