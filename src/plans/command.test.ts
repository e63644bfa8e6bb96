// `tongket plan check` as a person runs it: a process of its own, its exit codes, and the shape of its JSON.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '#src/platform/config.ts';

const dir = mkdtempSync(join(tmpdir(), 'tongket-check-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function check(...args: string[]) {
  const run = spawnSync(process.execPath, [join(projectRoot, 'src/cli.ts'), 'plan', 'check', ...args], {
    encoding: 'utf8',
    cwd: dir,
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

function file(name: string, bytes: string | Uint8Array): string {
  writeFileSync(join(dir, name), bytes);
  return name;
}

const small = `Kế hoạch số 12-KH/BDV ngày 10/4/2024 của Ban Dân vận Tỉnh ủy về sơ kết 3 năm công tác dân vận

I. MỤC ĐÍCH

Nhìn lại ba năm làm dân vận ở cơ sở.

Hà Nội, ngày 10 tháng 4 năm 2024`;

describe('plan check', () => {
  it('gives 0 and JSON of the agreed shape for a plan without errors', () => {
    const { code, out, err } = check(file('nho.txt', small), '--json');
    expect([code, err]).toEqual([0, '']);
    const answer = JSON.parse(out) as Record<string, unknown>;
    expect(Object.keys(answer)).toEqual(['plan', 'spans', 'diagnostics']);
    const { plan, spans, diagnostics } = answer as {
      plan: { symbol: string };
      spans: Record<string, [number, number]>;
      diagnostics: { code: string; severity: string; message: string; span: unknown }[];
    };
    expect(plan.symbol).toBe('12-KH/BDV');
    expect(small.slice(...spans['/symbol']!)).toContain('12-KH/BDV');
    for (const d of diagnostics) {
      expect(Object.keys(d)).toEqual(expect.arrayContaining(['code', 'severity', 'message', 'span']));
      expect(d.severity).not.toBe('error');
    }
  }, 60_000);

  it('gives 1 when there are errors, each on a line with its place, in either language', () => {
    const demo = join(projectRoot, 'seed/demo/plan.txt');
    const vi = check(demo);
    expect(vi.code).toBe(1);
    expect(vi.out).toMatch(/plan\.txt:\d+:\d+: error E203: /);
    expect(vi.out).toContain('82-KH/BDVTW');
    const en = check(demo, '--lang', 'en');
    expect(en.code).toBe(1);
    expect(en.out).toContain('deadlines');
  }, 60_000);

  it.each<[string, () => string[], RegExp]>([
    ['no file is named', () => [], /Thiếu tên tệp/],
    ['the file is not there', () => ['khong-co.txt'], /Không mở được khong-co\.txt \(ENOENT\)/],
    ['it is a folder', () => ['.'], /Không mở được/],
    ['it is empty', () => [file('rong.txt', '')], /\S/],
    [
      'its letters are lost',
      () => [file('mat.txt', 'K? ho?ch t?ng k?t Ngh? quy?t c?a Ban D?n v?n v? vi?c n?y '.repeat(5))],
      /đã mất/,
    ],
    ['it is no Word file', () => [file('gia.docx', new Uint8Array([1, 2, 3, 4]))], /\S/],
    ['it asks for what is not there', () => ['--khong-co'], /\S/],
  ])(
    'gives 2 and one line when %s',
    (_, args, words) => {
      const { code, out, err } = check(...args());
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(words);
      expect(err.trim().split('\n')).toHaveLength(1);
    },
    60_000,
  );
});
