// The doors of the plans: the list, the compiler's screen, and the plan tab of a campaign.
import { Hono } from 'hono';
import type { Env } from '#src/web/env.ts';
import { amendingPages } from './pages/amending.tsx';
import { amendmentPages } from './pages/amendments.tsx';
import { campaignPlanPages } from './pages/campaign-plan.tsx';
import { planClassPages } from './pages/class.tsx';
import { earlierPages } from './pages/earlier.tsx';
import { planListPages } from './pages/list.tsx';
import { planPages } from './pages/plan.tsx';

export const plansPages = new Hono<Env>();
for (const pages of [
  planListPages,
  planPages,
  planClassPages,
  campaignPlanPages,
  amendmentPages,
  amendingPages,
  earlierPages,
])
  plansPages.route('/', pages);
