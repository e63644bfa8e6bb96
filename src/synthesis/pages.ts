// The doors of the synthesis: the matrix, one section across units, the evidence picked.
import { Hono } from 'hono';
import type { Env } from '#src/web/env.ts';
import { evidencePages } from './pages/evidence.tsx';
import { matrixPages } from './pages/matrix.tsx';
import { readingPages } from './pages/reading.tsx';

export const synthesisPages = new Hono<Env>();
for (const pages of [matrixPages, evidencePages, readingPages]) synthesisPages.route('/', pages);
