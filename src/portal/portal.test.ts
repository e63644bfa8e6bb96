// The public pages' rules: addresses, titles, codes, limits; and the archive and the feed that readers take away.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StandingKind } from '#src/progress/rules.ts';
import { feedbackForm, shareForm } from './forms.ts';
import { friendLetter } from './letters.ts';
import { rssOf } from './pages/downloads.ts';
import { fileKind, fileSize } from './pages/view.ts';
import {
  feedbackCode,
  headingParts,
  readCode,
  refusalToPublish,
  refusalToShare,
  slugFor,
  symbolsApart,
  visitor,
} from './rules.ts';
import { type PublicState, publicStateOf, statusCounts, statusFound } from './status.ts';

const plan = {
  number: '82-KH/BDVTW',
  title: 'Kế hoạch số 82-KH/BDVTW ngày 18/5/2023 về tổng kết Nghị quyết số 25-NQ/TW',
  issuedOn: '2023-05-18',
  publishedOn: '2024-07-24',
};

describe('the permanent address', () => {
  it('is made of the number and the year of the document', () => {
    expect(slugFor(plan, new Set())).toBe('82-kh-bdvtw-2023');
    expect(slugFor(plan, new Set(['82-kh-bdvtw-2023', '82-kh-bdvtw-2023-2']))).toBe('82-kh-bdvtw-2023-3');
    expect(slugFor({ ...plan, number: null, title: 'Đính chính biểu B5', issuedOn: null }, new Set())).toBe(
      'dinh-chinh-bieu-b5-2024',
    );
  });

  it('is never empty, never taken, always plain letters', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.string(), { nil: null }), fc.nat(4), (title, number, n) => {
        const taken = new Set<string>();
        for (let i = 0; i <= n; i++) taken.add(slugFor({ ...plan, title, number }, taken));
        expect(taken.size).toBe(n + 1);
        for (const slug of taken) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('titles', () => {
  it('set the number apart when the title begins with it', () => {
    expect(headingParts(plan.title, plan.number)).toEqual({
      large: 'Kế hoạch số 82-KH/BDVTW',
      rest: 'ngày 18/5/2023 về tổng kết Nghị quyết số 25-NQ/TW',
    });
    expect(headingParts('Về việc tổng kết', '82-KH/BDVTW')).toEqual({
      large: '82-KH/BDVTW',
      rest: 'Về việc tổng kết',
    });
    expect(headingParts('Thông báo', null)).toEqual({ large: '', rest: 'Thông báo' });
  });

  it('keep the symbols of documents together and lose nothing', () => {
    expect(
      symbolsApart('số 25-NQ/TW, 30/2020/NĐ-CP và 18/5/2023')
        .filter((p) => p.symbol)
        .map((p) => p.text),
    ).toEqual(['25-NQ/TW', '30/2020/NĐ-CP']);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        expect(
          symbolsApart(words)
            .map((p) => p.text)
            .join(''),
        ).toBe(words);
      }),
    );
  });
});

describe('codes', () => {
  it('are ten clear letters, and read back however they are typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        const code = feedbackCode(bytes);
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
        expect(readCode(code.toLowerCase().replace('-', ' '))).toBe(code);
        expect(readCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
      }),
    );
  });
});

describe('what may be done', () => {
  it('visitors publish nothing; an empty page is refused', () => {
    const draft = {
      ...plan,
      kind: 'plan' as const,
      campaignId: null,
      summaryEn: null,
      body: [],
      facts: [],
      attachments: [],
    };
    expect(refusalToPublish(visitor, draft)?.code).toBe('portal-not-officer');
    const officer = { ...visitor, memberships: [{ role: 'central-officer' as const, unitId: null }] };
    expect(refusalToPublish(officer, draft)?.code).toBe('article-empty');
  });

  it.each([
    [{ toAddress: 0, ofPage: 0 }, undefined],
    [{ toAddress: 3, ofPage: 3 }, 'share-too-often'],
    [{ toAddress: 0, ofPage: 60 }, 'share-too-many'],
  ])('letters %j: %s', (sent, code) => {
    expect(refusalToShare(sent)?.code).toBe(code);
  });

  it.each([
    [{ recipient: 'a@b.example' }, true],
    [{ recipient: 'a@b.example', senderName: 'Nguyễn Văn An' }, true],
    [{ recipient: 'a@b.example\nBcc: c@d.example' }, false],
    [{ recipient: 'a@b.example,c@d.example' }, false],
    [{ recipient: 'a@b.example', senderName: 'Mua tại https://x.example' }, false],
    [{ recipient: 'a@b.example', senderName: 'A\nBcc: x@y.example' }, false],
    [{ recipient: 'a@b.example', website: 'http://spam.example' }, false],
    [{ recipient: '' }, false],
  ])('the form %j: %s', (typed, good) => {
    expect(shareForm.safeParse(typed).success).toBe(good);
  });

  it('feedback needs words, at most 3,000; name and contact may be absent', () => {
    const parsed = feedbackForm.parse({ body: ' Góp ý ', name: '', mayPublish: 'yes' });
    expect(parsed).toMatchObject({ body: 'Góp ý', name: null, contact: null, mayPublish: true });
    expect(feedbackForm.safeParse({ body: '  ' }).success).toBe(false);
    expect(feedbackForm.safeParse({ body: 'a'.repeat(3001) }).success).toBe(false);
    expect(feedbackForm.safeParse({ body: 'a', homepage: 'x' }).success).toBe(false);
  });
});

describe('public status', () => {
  const line = (templateCode: string, state: PublicState, name = 'Tỉnh ủy A') => ({
    name,
    nowName: null,
    templateCode,
    state,
  });

  it('shows whether a report has come, never how its writing goes', () => {
    expect(
      ['accepted', 'sent', 'secret-channel', 'released'].map((k) => publicStateOf(k as StandingKind)),
    ).toEqual(['accepted', 'received', 'received', 'released']);
    for (const kind of ['returned', 'drafting', 'at-risk', 'not-opened', 'overdue'] as const)
      expect(publicStateOf(kind)).toBe('awaited');
  });

  it('counts by template without those released; accepted ones are among the received', () => {
    const lines = [
      line('M1', 'accepted'),
      line('M1', 'received'),
      line('M1', 'released'),
      line('M3', 'awaited'),
    ];
    expect(statusCounts(lines)).toEqual([
      { templateCode: 'M1', base: 2, received: 2, accepted: 1 },
      { templateCode: 'M3', base: 1, received: 0, accepted: 0 },
    ]);
  });

  it('finds names without diacritics', () => {
    const lines = [
      line('M1', 'awaited', 'Tỉnh ủy Đắk Lắk'),
      { ...line('M1', 'awaited'), nowName: 'Thành ủy Huế' },
    ];
    expect(statusFound(lines, 'dak').map((l) => l.name)).toEqual(['Tỉnh ủy Đắk Lắk']);
    expect(statusFound(lines, 'hue')).toHaveLength(1);
    expect(statusFound(lines, ' ')).toHaveLength(2);
  });
});

describe('what readers take away', () => {
  it('says size and kind', () => {
    expect([fileSize(900), fileSize(38_912), fileSize(1_300_000)]).toEqual(['900 B', '38 KB', '1,2 MB']);
    expect([fileKind('a.docx'), fileKind('khong-duoi')]).toEqual(['DOCX', '—']);
  });

  it('escapes the feed', () => {
    const line = { id: 'x', slug: 's', kind: 'news' as const, publishedOn: '2023-08-25', number: null };
    const feed = rssOf([{ ...line, title: 'A <b> & "c"' }], 'http://localhost');
    expect(feed).toContain('<title>A &lt;b&gt; &amp; &quot;c&quot;</title>');
    expect(feed).toContain('<pubDate>Thu, 24 Aug 2023 17:00:00 GMT</pubDate>');
  });

  it('the friend’s letter has the title on one line and the address in it', () => {
    const letter = friendLetter(plan, 'http://localhost/public/x', 'a@b.example', '');
    expect(letter.subject).toBe(plan.title);
    expect(letter.body).toContain('http://localhost/public/x');
    expect(friendLetter({ ...plan, title: 'T'.repeat(300) }, '', 'a@b.example', '').subject.length).toBe(120);
  });
});
