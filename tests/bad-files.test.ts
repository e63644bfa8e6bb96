// Files and plans that are broken, dangerous, huge or not what they say, through the real pages: refused or diagnosed in words, in both languages, while the server goes on answering.
import { performance } from 'node:perf_hooks';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '#src/app.tsx';
import { bombFile, excelFile, paragraph, wordFile } from '#src/documents/sample-files.ts';
import { annexFile } from '#src/templates/files.ts';
import { latestVersions, templateVersion } from '#src/templates/store.ts';
import type { Who } from '#tests/support/doors.ts';
import { rowCounts } from '#tests/support/hostile.ts';
import { demoPlan, type World, world } from '#tests/support/world.ts';

let w: World;
let app: ReturnType<typeof createApp>;
let idle = 0;

beforeAll(async () => {
  w = await world();
  app = createApp(w.app.services);
  for (const who of ['ha', 'chau'] as const) await w.app.cookie(who);
  idle = (await slowestAnswer(() => new Promise((resolve) => setTimeout(resolve, 500)))).slowest;
});

/** How long /health took at worst, from when it was due, while the work was done; asked every 20 ms. */
async function slowestAnswer<T>(work: () => Promise<T>): Promise<{ result: T; slowest: number }> {
  let slowest = 0;
  let due = performance.now() + 20;
  let running = true;
  const watch = (async () => {
    while (running) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      const answer = await app.request('http://localhost/health');
      if (answer.status !== 200) throw new Error(`health: ${answer.status}`);
      slowest = Math.max(slowest, performance.now() - due);
      due = performance.now() + 20;
    }
  })();
  const result = await work();
  running = false;
  await watch;
  return { result, slowest };
}

async function post(who: Who, path: string, form: FormData, language: string): Promise<Response> {
  const cookie = `${await w.app.cookie(who)}; language=${language}`;
  return app.request(`http://localhost${path}`, {
    method: 'POST',
    body: form,
    headers: { cookie, origin: 'http://localhost' },
  });
}

function withFile(name: string, bytes: Uint8Array | string): FormData {
  const form = new FormData();
  form.append('file', new File([typeof bytes === 'string' ? bytes : Buffer.from(bytes)], name));
  return form;
}

const summary = (html: string) =>
  (
    /<div class="govuk-error-summary"[\s\S]*?<\/div>/.exec(html)?.[0] ??
    /<main[\s\S]*<\/main>/.exec(html)?.[0] ??
    ''
  )
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const vietnamese = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;

/** In ms: what a loaded machine may take, and the asking side, which packs the file in this same thread. */
const patience = (bytes: Uint8Array | string) => idle + 300 + bytes.length / 50_000;

type Sample = { name: string; bytes: () => Uint8Array | string | Promise<Uint8Array>; says: RegExp };

/** Refused with a 4xx that says why, in the reader's language, with every table as it was. */
async function isRefused(who: Who, path: string, sample: Sample): Promise<void> {
  const bytes = await sample.bytes();
  for (const language of ['vi', 'en']) {
    const before = await rowCounts(w.app.services.db);
    const { result, slowest } = await slowestAnswer(() =>
      post(who, path, withFile(sample.name, bytes), language),
    );
    expect([413, 422]).toContain(result.status);
    const words = summary(await result.text());
    if (language === 'vi') expect(words).toMatch(sample.says);
    if (language === 'vi') expect(words).toMatch(vietnamese);
    else expect(words.replaceAll(sample.name, '')).not.toMatch(vietnamese);
    expect(await rowCounts(w.app.services.db)).toEqual(before);
    expect(slowest).toBeLessThan(patience(bytes));
  }
}

const noise = (size: number) => Uint8Array.from({ length: size }, (_, i) => (i * 7919 + 13) % 251);

describe('a report handed in as a file', () => {
  const refused: Record<string, Sample> = {
    'empty Word': { name: 'bao-cao.docx', bytes: () => new Uint8Array(), says: /trống|rỗng/ },
    'empty Excel': { name: 'bieu.xlsx', bytes: () => new Uint8Array(), says: /trống|rỗng/ },
    'noise named Word': { name: 'bao-cao.docx', bytes: () => noise(100_000), says: /Word|\.docx|tệp/ },
    'noise named Excel': { name: 'bieu.xlsx', bytes: () => noise(100_000), says: /Excel|\.xlsx|tệp/ },
    'a program': { name: 'bao-cao.exe', bytes: () => noise(1000), says: /\.docx/ },
    'a bomb named Word': {
      name: 'bao-cao.docx',
      bytes: () => bombFile(['[Content_Types].xml', 'word/document.xml'], 300_000_000, 1000),
      says: /nén|lớn|bung/,
    },
    'a bomb named Excel': {
      name: 'bieu.xlsx',
      bytes: () =>
        bombFile(['[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'], 300_000_000),
      says: /nén|lớn|bung/,
    },
    'a Word file with macros': {
      name: 'bao-cao.docm',
      bytes: () => wordFile(paragraph('I. Đặc điểm'), { 'word/vbaProject.bin': noise(100) }),
      says: /macro/i,
    },
    'a Word file with macros under another name': {
      name: 'bao-cao.docx',
      bytes: () => wordFile(paragraph('I. Đặc điểm'), { 'word/vbaProject.bin': noise(100) }),
      says: /macro/i,
    },
    'an Excel file with macros': {
      name: 'bieu.xlsm',
      bytes: () => excelFile('<row r="1"/>', { 'xl/vbaProject.bin': noise(100) }),
      says: /macro/i,
    },
    'a file that names others': {
      name: 'bao-cao.docx',
      bytes: () =>
        wordFile(paragraph('x'), {
          'word/document.xml': '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        }),
      says: /khai báo XML/,
    },
    '51 MB': { name: 'bao-cao.docx', bytes: () => new Uint8Array(51 * 1024 * 1024), says: /50 MB/ },
  };

  it.each(Object.entries(refused))('is refused in words: %s', { timeout: 60_000 }, async (_, sample) => {
    await isRefused('chau', `/reports/${w.reportId}/uploads`, sample);
  });

  const diagnosed: Record<string, Sample> = {
    '10,000 headings': {
      name: 'bao-cao.docx',
      bytes: () =>
        wordFile(
          Array.from({ length: 10_000 }, (_, i) => paragraph(`${i + 1}. Đề mục số ${i + 1}`)).join(''),
        ),
      says: /.{100}/,
    },
    'no section of ours': {
      name: 'tho.docx',
      bytes: () => wordFile(paragraph('Bầu ơi thương lấy bí cùng.')),
      says: /chưa rõ|Không tìm/,
    },
    'a number as text': { name: 'bieu.xlsx', bytes: () => annexWith('một nghìn hai'), says: /một nghìn hai/ },
    'the annex of a version to come': { name: 'bieu.xlsx', bytes: () => annexOf('M1', 9), says: /phiên bản/ },
    'two annexes in one file': {
      name: 'bieu.xlsx',
      bytes: () => annexTwice(),
      says: /hai|2 lần|nhiều hơn một|trùng/,
    },
  };

  it.each(Object.entries(diagnosed))('is read and diagnosed: %s', { timeout: 60_000 }, async (_, sample) => {
    const bytes = await sample.bytes();
    const form = withFile(sample.name, bytes);
    const { result, slowest } = await slowestAnswer(() =>
      post('chau', `/reports/${w.reportId}/uploads`, form, 'vi'),
    );
    const html =
      result.status === 303
        ? await (await (await w.app.as('chau')).get(result.headers.get('location')!)).text()
        : await result.text();
    expect(result.status).toBeLessThan(500);
    expect(html.replace(/<[^>]+>/g, ' ')).toMatch(sample.says);
    expect(slowest).toBeLessThan(patience(bytes));
  });

  async function annexOf(code: string, version?: number): Promise<Uint8Array> {
    const { db } = w.app.services;
    const latest = (await latestVersions(db)).find((v) => v.code === code)!;
    const template = (await templateVersion(db, latest.id))!;
    return (await annexFile({ ...template, version: version ?? template.version }))!.bytes;
  }

  async function opened(bytes: Uint8Array) {
    const { default: ExcelJS } = await import('exceljs');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
    return book;
  }

  /** The workbook of our own template with words in every cell for a number. */
  async function annexWith(words: string): Promise<Uint8Array> {
    const book = await opened(await annexOf('M1'));
    const sheet = book.worksheets.find((s) => s.name.includes(w.table))!;
    sheet.eachRow((row) => {
      row.eachCell({ includeEmpty: true }, (cell) => {
        if (cell.protection?.locked === false) cell.value = words;
      });
    });
    return new Uint8Array(await book.xlsx.writeBuffer());
  }

  /** The same table on two sheets with different numbers. */
  async function annexTwice(): Promise<Uint8Array> {
    const book = await opened(await annexOf('M1'));
    const sheet = book.worksheets.find((s) => s.name.includes(w.table))!;
    const copy = book.addWorksheet(`${sheet.name} (2)`);
    sheet.eachRow({ includeEmpty: true }, (row, n) => {
      row.eachCell({ includeEmpty: true }, (cell, column) => {
        const isEntry = cell.protection?.locked === false;
        copy.getCell(n, column).value = isEntry ? 5 : cell.isMerged ? cell.master.value : cell.value;
        if (isEntry) cell.value = 7;
      });
    });
    return new Uint8Array(await book.xlsx.writeBuffer());
  }
});

describe('a plan handed in', () => {
  const refused: Record<string, Sample> = {
    'empty text': { name: 'ke-hoach.txt', bytes: () => '', says: /không có chữ nào/ },
    'empty Word': { name: 'ke-hoach.docx', bytes: () => new Uint8Array(), says: /trống|rỗng/ },
    'noise named text': { name: 'ke-hoach.txt', bytes: () => noise(100_000), says: /.{20}/ },
    'noise named Word': { name: 'ke-hoach.docx', bytes: () => noise(100_000), says: /.{20}/ },
    'noise named PDF': { name: 'ke-hoach.pdf', bytes: () => noise(100_000), says: /.{20}/ },
    'a program': { name: 'ke-hoach.exe', bytes: () => noise(1000), says: /\.docx/ },
    'a bomb': {
      name: 'ke-hoach.docx',
      bytes: () => bombFile(['[Content_Types].xml', 'word/document.xml'], 300_000_000, 1000),
      says: /nén|lớn|bung/,
    },
    macros: {
      name: 'ke-hoach.docm',
      bytes: () => wordFile(paragraph(demoPlan.slice(0, 3000)), { 'word/vbaProject.bin': noise(100) }),
      says: /macro/i,
    },
    '13 MB of text': {
      name: 'ke-hoach.txt',
      bytes: () => 'Kế hoạch. '.repeat(1_000_000),
      says: /2 triệu ký tự/,
    },
    'accents lost for good': {
      name: 'ke-hoach.txt',
      bytes: () => demoPlan.replace(/\P{ASCII}/gu, '??'),
      says: /dấu/,
    },
  };

  it.each(Object.entries(refused))('is refused in words: %s', { timeout: 60_000 }, async (_, sample) => {
    await isRefused('ha', '/plans', sample);
  });

  const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  const diagnosed: Record<string, Sample> = {
    'that is not a plan': {
      name: 'tho.txt',
      bytes: () => 'Bầu ơi thương lấy bí cùng,\nTuy rằng khác giống nhưng chung một giàn.\n'.repeat(20),
      says: /lỗi/,
    },
    'with characters that no database keeps': {
      name: 'a.txt',
      bytes: () => `${demoPlan.slice(0, 2000)}\u0000\u0001${demoPlan.slice(2000)}`,
      says: /82-KH/,
    },
    'with half a character': {
      name: 'a.txt',
      bytes: () => utf16(`${demoPlan.slice(0, 2000)}\ud800 x${demoPlan.slice(2000)}`),
      says: /82-KH/,
    },
    'under a name of half a character': { name: 'a\u0000\ud800.txt', bytes: () => demoPlan, says: /82-KH/ },
    'fifty times over': { name: 'a.txt', bytes: () => demoPlan.repeat(50), says: /82-KH/ },
    'of one endless line': {
      name: 'a.txt',
      bytes: () => `${demoPlan}\n${'đoạn dài không dấu chấm '.repeat(40_000)}`,
      says: /82-KH|quá dài/,
    },
    'of 20,000 headings': {
      name: 'a.txt',
      bytes: () => `${demoPlan}\n${Array.from({ length: 20_000 }, (_, i) => `${i}. Đề mục`).join('\n')}`,
      says: /82-KH|quá dài/,
    },
  };

  it.each(Object.entries(diagnosed))('is read and diagnosed: %s', { timeout: 120_000 }, async (_, sample) => {
    const form = withFile(sample.name, await sample.bytes());
    const { result, slowest } = await slowestAnswer(() => post('ha', '/plans', form, 'vi'));
    expect(result.status).toBeLessThan(500);
    const { result: html, slowest: shown } = await slowestAnswer(async () =>
      result.status === 303
        ? (await (await w.app.as('ha')).get(result.headers.get('location')!)).text()
        : result.text(),
    );
    expect(html.replace(/<[^>]+>/g, ' ')).toMatch(sample.says);
    expect(Math.max(slowest, shown)).toBeLessThan(idle + 1000);
  });
});
