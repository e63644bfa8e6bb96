// What the screen of visits is given, and where its links lead.
import type { CampaignRow } from '#src/campaigns/rules.ts';
import type { Actor } from '#src/kernel/actor.ts';
import type { LocalDate } from '#src/kernel/dates.ts';
import type { Language } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import type { Typed } from '#src/web/form.ts';
import type { Calendar } from '../rules.ts';
import type { NamedVisit } from '../schedule.ts';

/** `isDefault`: the chosen visit was picked by the page, not asked for. `central`: the person sees every visit. */
export type ScreenView = {
  campaign: CampaignRow;
  actor: Actor;
  visits: NamedVisit[];
  chosen: NamedVisit | null;
  isDefault: boolean;
  today: LocalDate;
  isWorkingDay: Calendar;
  typed: Typed;
  refusal: Refusal | null;
  language: Language;
  demo: boolean;
  central: boolean;
};

/** The same page with this visit chosen. */
export const hrefOf = (view: ScreenView, visit: NamedVisit) =>
  `/campaigns/${view.campaign.slug}/visits?visit=${visit.id}#chi-tiet`;
