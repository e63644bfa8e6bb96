// Every area's pages, in the order in which their addresses are tried.
import type { Hono } from 'hono';
import { aboutPages } from '#src/administration/about.tsx';
import { administrationPages } from '#src/administration/pages.tsx';
import { figurePages } from '#src/annexes/pages.tsx';
import { campaignPages } from '#src/campaigns/pages.tsx';
import { finalReportPages } from '#src/finalreport/pages.ts';
import { plansPages } from '#src/plans/pages.ts';
import { moderationPages } from '#src/portal/pages/moderation.tsx';
import { publicPages } from '#src/portal/pages/public.tsx';
import { statusPages } from '#src/portal/pages/status.tsx';
import { progressPages } from '#src/progress/pages.tsx';
import { reportPages } from '#src/reports/pages.ts';
import { surveyPages } from '#src/surveys/pages/visits.tsx';
import { synthesisPages } from '#src/synthesis/pages.ts';
import { templatePages } from '#src/templates/pages.tsx';
import { unitPages } from '#src/units/pages.tsx';
import type { Env } from '#src/web/env.ts';

export const areas: Hono<Env>[] = [
  aboutPages,
  administrationPages,
  campaignPages,
  finalReportPages,
  plansPages,
  progressPages,
  reportPages,
  templatePages,
  figurePages,
  surveyPages,
  publicPages,
  statusPages,
  moderationPages,
  synthesisPages,
  unitPages,
];
