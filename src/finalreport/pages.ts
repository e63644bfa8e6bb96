// The doors of the final report.
import { Hono } from 'hono';
import type { Env } from '#src/web/env.ts';
import { choosingPages } from './pages/choosing.tsx';
import { facePages } from './pages/face.tsx';
import { filePages } from './pages/files.ts';
import { reportPages } from './pages/report.tsx';
import { writingPages } from './pages/writing.tsx';

export const finalReportPages = new Hono<Env>();
for (const pages of [filePages, writingPages, reportPages, choosingPages, facePages])
  finalReportPages.route('/', pages);
