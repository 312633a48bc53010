import { composeLetter } from '../../../../lib/documents';
import { momentOf } from '../../../../lib/documents/letters/when';
import { nadia, request } from './people';

const at = (start: string, timeZone = 'Europe/Paris') => momentOf({ start, timeZone }).toISOString();

it('a time is that of its place, in winter and in summer', () => {
  expect(at('2026-12-03T14:30')).toBe('2026-12-03T13:30:00.000Z');
  expect(at('2026-07-03T14:30')).toBe('2026-07-03T12:30:00.000Z');
  expect(at('2026-12-03T14:30', 'America/Montreal')).toBe('2026-12-03T19:30:00.000Z');
  expect(at('2026-12-03T14:30', 'Indian/Reunion')).toBe('2026-12-03T10:30:00.000Z');
});

it('around a change of clocks it is right on both sides, and a skipped time is refused', () => {
  expect(at('2026-03-29T01:30')).toBe('2026-03-29T00:30:00.000Z');
  expect(at('2026-03-29T03:30')).toBe('2026-03-29T01:30:00.000Z');
  expect(() => at('2026-03-29T02:30')).toThrow();
  expect(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']).toContain(at('2026-10-25T02:30'));
});

it('a moment with its own offset is taken as it is', () => {
  expect(at('2026-12-03T14:30:00.000+01:00')).toBe('2026-12-03T13:30:00.000Z');
  expect(at('2026-12-03T13:30:00Z')).toBe('2026-12-03T13:30:00.000Z');
});

it.each([
  ['demain', 'Europe/Paris'],
  ['2026-13-03T14:30', 'Europe/Paris'],
  ['2026-12-03T14:30', 'Europe/Atlantide'],
  ['2026-02-30T10:00', 'Europe/Paris'],
])('%s in %s is refused', (start, zone) => {
  expect(() => at(start, zone)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
});

it('an invitation carries a calendar entry with organiser, guest, place, link and length', async () => {
  const { calendar } = await composeLetter(nadia(), request('interview-invitation'));
  const lines = (calendar ?? '').replace(/\r\n[\t ]/g, '');
  expect(lines).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(lines).toContain('METHOD:REQUEST');
  expect(lines).toContain('DTSTART:20261203T133000Z');
  expect(lines).toContain('DURATION:PT45M');
  expect(lines).toMatch(/ORGANIZER;CN="Alice Durand":MAILTO:rh@troisponts\.test/i);
  expect(lines).toMatch(/ATTENDEE;.*mailto:nadia@exemple\.test/i);
  expect(lines).toContain('LOCATION:3 quai de la Fosse');
  expect(lines).toContain('URL:https://visio.example/abc');
});

it('names and places can’t add lines or properties of their own', async () => {
  const profile = nadia();
  profile.identity.fullName = 'Eve"\r\nATTENDEE:mailto:mallory@evil.test\r\nX:';
  profile.contact.email = 'eve@exemple.test\r\nATTENDEE:mailto:mallory@evil.test';
  const asked = request('interview-invitation');
  asked.sender = { ...asked.sender, name: 'A";X-EVIL="1\r\nORGANIZER:mailto:mallory@evil.test' };
  asked.appointment = {
    ...{ start: '2026-12-03T14:30', minutes: 45, timeZone: 'Europe/Paris' },
    place: 'ici\r\nEND:VEVENT\r\nBEGIN:VEVENT',
    videoLink: 'https://visio.example/\r\nX-EVIL:1',
  };
  const { calendar } = await composeLetter(profile, asked);
  const names = (calendar ?? '')
    .replace(/\r\n[\t ]/g, '')
    .split('\r\n')
    .map((line) => line.split(/[;:]/)[0]);
  expect(names.filter((name) => name === 'ORGANIZER')).toHaveLength(1);
  expect(names.filter((name) => name === 'BEGIN')).toHaveLength(2);
  expect(names.filter((name) => /^(?:ATTENDEE|X-EVIL|X)$/.test(name))).toEqual([]);
  expect(calendar).not.toMatch(/[^\r]\n/);
});
