// The focal person of a unit: who may see and change it, and how it is handed over with its history kept.
import { type Actor, holds, holdsFor, isCentral } from '#src/kernel/actor.ts';
import { formatDate, type LocalDate } from '#src/kernel/dates.ts';
import { invalid, Refusal } from '#src/kernel/refusal.ts';
import type { Contact } from './listing.ts';

/** `toOn` is the first day on which the person no longer was the contact; null while they are. */
export type ContactRow = Contact & {
  id: string;
  unitId: string;
  fromOn: LocalDate;
  toOn: LocalDate | null;
  reason: string | null;
};

export type HandOver = Contact & { fromOn: LocalDate; reason: string | null };

/** The centre and the unit itself see names, telephones and addresses of contacts; nobody else does. */
export function mayReadContacts(actor: Actor | null, unitId: string): boolean {
  return isCentral(actor) || (actor?.memberships.some((m) => m.unitId === unitId) ?? false);
}

/** Officers of the centre, administrators, and the unit's own officer. */
export function contactRefusal(actor: Actor | null, unitId: string): Refusal | null {
  if (holds(actor, 'central-officer', 'administrator') || holdsFor(actor, 'unit-officer', unitId))
    return null;
  return new Refusal('forbidden', 'contact-not-yours', {
    vi: 'Đầu mối do cán bộ Ban hoặc chính đơn vị cập nhật.',
    en: 'Contacts are kept by officers of the centre or by the unit itself.',
  });
}

/** The contact of a unit now, with the day since which. */
export type PresentContact = Contact & { fromOn: LocalDate };

/** Whoever has been the contact until now; null when nobody has. */
export function presentOf(history: readonly ContactRow[]): PresentContact | null {
  return history.find((row) => row.toOn === null) ?? null;
}

/** Why a hand-over is refused: no name, nobody to reach, or a day not after the present contact's first. */
export function handOverRefusal(now: PresentContact | null, next: HandOver): Refusal | null {
  const one = (code: string, field: string, vi: string, en: string) =>
    invalid(code, { vi, en }, { [field]: { vi, en } });
  if (!next.name.trim()) return one('contact-name', 'contactName', 'Cần họ tên.', 'A name is needed.');
  if (!next.phone && !next.email)
    return one(
      'contact-unreachable',
      'phone',
      'Cần số điện thoại hoặc thư điện tử.',
      'A telephone number or an e-mail address is needed.',
    );
  if (now && next.fromOn <= now.fromOn)
    return one(
      'contact-day',
      'fromOn',
      `${now.name} là đầu mối từ ngày ${formatDate(now.fromOn)}; ngày bàn giao phải sau đó.`,
      `${now.name} has been the contact since ${formatDate(now.fromOn)}; the hand-over has to be later.`,
    );
  return null;
}
