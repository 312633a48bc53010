import { createHash } from 'node:crypto';
import { VivierError } from '../../errors';
import { clean } from '../clean';
import { momentOf } from './when';
import type { Appointment } from './types';

export interface CalendarEntry {
  appointment: Appointment;
  title: string;
  description: string;
  organizer: { name: string; email: string } | null;
  attendee: { name: string; email: string } | null;
  /** `YYYY-MM-DD`, for the entry's own date: the same input gives the same bytes. */
  day: string;
}

const MOST_MINUTES = 24 * 60;
const ADDRESS = /^[^\s@<>"',;:\\]+@[^\s@<>"',;:\\]+$/;
/** A parameter of RFC 5545 can hold neither quotes nor these. */
const plain = (text: string) =>
  clean(text)
    .replace(/["\n;:,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * An interview as an iCalendar file (RFC 5545), in UTC, so that each calendar shows it in its own zone. A request to answer where the organiser's address is known.
 * @throws VivierError `invalid-input` for a time that is none.
 */
export async function calendarOf(entry: CalendarEntry): Promise<string> {
  const { createEvent } = await import('ics');
  const { appointment, title, description, organizer, attendee, day } = entry;
  const { minutes, place, videoLink } = appointment;
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > MOST_MINUTES) {
    throw new VivierError('invalid-input', { what: 'minutes', reason: `5–${MOST_MINUTES}` });
  }
  const start = momentOf(appointment);
  const host = organizer && ADDRESS.test(organizer.email) ? organizer : null;
  const guest = attendee && ADDRESS.test(attendee.email) ? attendee : null;
  const { error, value } = createEvent({
    start: [
      start.getUTCFullYear(),
      start.getUTCMonth() + 1,
      start.getUTCDate(),
      start.getUTCHours(),
      start.getUTCMinutes(),
    ],
    startInputType: 'utc',
    startOutputType: 'utc',
    duration: { hours: Math.floor(minutes / 60), minutes: minutes % 60 },
    title: clean(title),
    description: clean(description),
    location: clean(place || videoLink || ''),
    ...(videoLink && URL.canParse(videoLink) ? { url: new URL(videoLink).href } : {}),
    ...(host ? { organizer: { name: plain(host.name), email: host.email } } : {}),
    ...(host && guest
      ? { attendees: [{ name: plain(guest.name), email: guest.email, rsvp: true, role: 'REQ-PARTICIPANT' as const }] }
      : {}),
    method: host ? 'REQUEST' : 'PUBLISH',
    status: 'CONFIRMED',
    busyStatus: 'BUSY',
    productId: 'vivier',
    uid: `${createHash('sha256')
      .update(JSON.stringify([start, title, guest?.email ?? '']))
      .digest('hex')
      .slice(0, 32)}@vivier`,
  });
  if (error || !value) throw new VivierError('invalid-input', { what: 'calendar', reason: error?.name ?? '' });
  return value.replace(/^DTSTAMP:.*$/m, `DTSTAMP:${day.replaceAll('-', '')}T000000Z`);
}
