// The calendar feed: one all-day event per visit that has a date. Pure.
import ical from 'ical-generator';
import { addDays, type LocalDate } from '#src/kernel/dates.ts';
import { halfTimes } from '../patterns.ts';
import { daysOf } from '../rules.ts';
import type { NamedVisit } from '../schedule.ts';

/** UIDs stay the same for ever, so that a calendar that takes the feed again moves its events instead of doubling them. */
export function visitFeed(
  visits: readonly NamedVisit[],
  campaign: { name: string; slug: string },
  baseUrl: string,
  now: Date,
): string {
  const host = new URL(baseUrl).hostname;
  const calendar = ical({
    name: `Khảo sát: ${campaign.name}`,
    prodId: { company: 'Tong Ket', product: 'khao sat', language: 'VI' },
  });
  for (const visit of visits) {
    const days = daysOf(visit);
    if (days.length === 0) continue;
    calendar.createEvent({
      id: `visit-${visit.id}@${host}`,
      stamp: now,
      start: asDay(days[0]!),
      end: asDay(addDays(days.at(-1)!, 1)),
      allDay: true,
      summary: [visit.fullName || visit.name, visit.delegation].filter(Boolean).join(' · '),
      description: programme(visit),
      url: `${baseUrl}/campaigns/${campaign.slug}/visits?visit=${visit.id}`,
    });
  }
  return calendar.toString();
}

/** All-day events carry no time zone: the generator reads the day from this instant's UTC parts. */
const asDay = (date: LocalDate) => new Date(`${date}T00:00:00Z`);

function programme(visit: NamedVisit): string {
  return visit.sessions
    .map((s) => {
      const half = s.half === 'morning' ? 'sáng' : 'chiều';
      const day = addDays(visit.startsOn!, s.dayOffset).split('-').reverse().join('/');
      const host = s.hostChoice ? ` (${s.hostChoice}${s.confirmedAt ? '' : ', chờ xác nhận'})` : '';
      return `Buổi ${s.position}, ${half} ${day}, ${halfTimes[s.half]}: ${s.subject}${host}`;
    })
    .join('\n');
}
