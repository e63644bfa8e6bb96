// What every page of a report shares: the campaign bar, whose report it is, and the way back.
import type { Child } from 'hono/jsx';
import { isCentral } from '#src/kernel/actor.ts';
import type { Words } from '#src/kernel/language.ts';
import type { Ctx } from '#src/web/env.ts';
import { type PageOptions, page } from '#src/web/layout.tsx';
import type { ReportSeen } from '../actions/seeing.ts';

type Options = Pick<PageOptions, 'title' | 'status' | 'scripts' | 'wide'>;

/** A page inside a report: officers of the unit stand in their tasks, the centre among the units' reports. */
export function reportPage(
  c: Ctx,
  { campaign, obligation }: Pick<ReportSeen, 'campaign' | 'obligation'>,
  options: Options,
  children: Child,
) {
  const tab = isCentral(c.var.actor) ? 'reports' : 'tasks';
  return page(c, { campaign, tab, org: obligation.unitName, ...options }, children);
}

export const backToTasks: Words = { vi: 'Về danh sách việc', en: 'Back to the task list' };
