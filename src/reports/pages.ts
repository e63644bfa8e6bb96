// Every page of the area as one router.
import { Hono } from 'hono';
import type { Env } from '#src/web/env.ts';
import { annexPages } from './pages/annex.tsx';
import { historyPages } from './pages/history.tsx';
import { keptPages } from './pages/kept.tsx';
import { receiptPages } from './pages/receipt.tsx';
import { sectionPages } from './pages/section.tsx';
import { submissionPages } from './pages/submission.tsx';
import { taskPages } from './pages/tasks.tsx';
import { uploadPages } from './pages/uploads.tsx';
import { versionPages } from './pages/versions.tsx';

export const reportPages = new Hono<Env>();
for (const pages of [
  taskPages,
  sectionPages,
  versionPages,
  annexPages,
  keptPages,
  uploadPages,
  submissionPages,
  receiptPages,
  historyPages,
])
  reportPages.route('/', pages);
