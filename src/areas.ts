// Every area's pages, in the order in which their addresses are tried.
import type { Hono } from 'hono';
import { administrationPages } from '#src/administration/pages.tsx';
import { campaignPages } from '#src/campaigns/pages.tsx';
import { progressPages } from '#src/progress/pages.tsx';
import { reportPages } from '#src/reports/pages.ts';
import type { Env } from '#src/web/env.ts';

export const areas: Hono<Env>[] = [administrationPages, campaignPages, progressPages, reportPages];
