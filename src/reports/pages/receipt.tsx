// The receipt of a submission, to print; and the page where anyone signed in may check one.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { namesOf } from '#src/accounts/store.ts';
import { obligationById } from '#src/campaigns/store/obligations.ts';
import { isCentral } from '#src/kernel/actor.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { act, type Ctx, type Env, found } from '#src/web/env.ts';
import { attempt, parseForm, statusOf } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink, Button, ErrorSummary, Status, TextField } from '#src/web/ui.tsx';
import { type ReportSeen, submissionSeenBy, surroundings } from '../actions/seeing.ts';
import { verifyForm } from '../forms.ts';
import { stageWords } from '../rules/words.ts';
import type { SubmissionContent } from '../rules.ts';
import { inGroups, sealOf } from '../seal.ts';
import { reportById } from '../store/reports.ts';
import { type SubmissionRow, submissionByReceipt, submissionContent } from '../store/submissions.ts';
import { reportPage } from './frame.tsx';
import { punctuality, receiptNumber } from './receipts.tsx';

export const receiptPages = new Hono<Env>();

receiptPages.get('/submissions/:id/receipt', async (c) => {
  const { db, actor } = act(c);
  const language = c.var.language;
  const submission = await submissionSeenBy({ db, actor }, c.req.param('id'));
  const seen = await surroundings(db, found(await reportById(db, submission.reportId)));
  const content = found(await submissionContent(db, submission.id));
  const sender = (await namesOf(db, [submission.submittedBy])).get(submission.submittedBy) ?? null;
  const number = receiptNumber(submission.receiptNumber);
  return reportPage(
    c,
    seen,
    { title: { vi: `Biên nhận số ${number}`, en: `Receipt no. ${number}` } },
    <>
      <p class="govuk-body-s tk-noprint">
        <BackLink href={`/submissions/${submission.id}`}>
          {language === 'vi' ? 'Xem bản đã gửi' : 'Read what was sent'}
        </BackLink>
      </p>
      <article class="tk-receipt tk-receipt--page">
        <h1 class="govuk-heading-l">
          {language === 'vi' ? 'Biên nhận số' : 'Receipt no.'} {number}
        </h1>
        <ReceiptFacts {...{ seen, submission, content, sender, language }} />
        <HowToVerify submission={submission} isUnit={!isCentral(actor)} language={language} />
      </article>
    </>,
  );
});

type FactsProps = {
  seen: ReportSeen;
  submission: SubmissionRow;
  content: SubmissionContent;
  sender: string | null;
  language: Language;
};

const ReceiptFacts: FC<FactsProps> = ({ seen, submission, content, sender, language }) => {
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  const { campaign, obligation } = seen;
  const punctual = punctuality(obligation, submission);
  const [sections, tables] = [Object.keys(content.sections).length, Object.keys(content.annex).length];
  return (
    <dl class="tk-kv">
      <dt>{t('Đợt tổng kết', 'Campaign')}</dt>
      <dd>
        {campaign.name}, <span class="tk-nb">{campaign.planSymbol}</span>
      </dd>
      <dt>{t('Đơn vị gửi', 'Sent by')}</dt>
      <dd>
        {obligation.unitName}
        {sender && ` (${sender})`}
      </dd>
      <dt>{t('Nội dung', 'Contents')}</dt>
      <dd>
        {stageWords[submission.stage][language]}, {t('bản', 'version')} {submission.version}:{' '}
        {t(
          `${sections} mục, ${tables} biểu theo mẫu ${content.templateCode}, phiên bản ${content.templateVersion}`,
          `${sections} sections, ${tables} tables after template ${content.templateCode}, version ${content.templateVersion}`,
        )}
      </dd>
      <dt>{t('Lúc gửi', 'Sent at')}</dt>
      <dd>
        {formatInstant(submission.submittedAt)}
        {punctual && `, ${punctual[language]}`}
      </dd>
      <dt>{t('Nơi nhận', 'Received by')}</dt>
      <dd>{campaign.receivingOffice ?? campaign.issuer}</dd>
      <dt>{t('Mã nội dung', 'Content code')}</dt>
      <dd class="tk-num tk-hash">{inGroups(submission.sha256)}</dd>
    </dl>
  );
};

const howToVerify: Words = {
  vi: 'Mã nội dung là SHA-256 của toàn bộ nội dung đã gửi. Ai có tài khoản đều kiểm tra được bằng số biên nhận và mã nội dung tại trang kiểm tra biên nhận. Muốn tự tính: tải nội dung đã gửi (.json) rồi tính SHA-256 của tệp đó; hai mã phải giống nhau.',
  en: 'The content code is the SHA-256 of everything that was sent. Anyone with an account may check it by receipt number and code on the verification page. To compute it yourself, download the contents (.json) and take the SHA-256 of that file; the two must be equal.',
};

const HowToVerify: FC<{ submission: SubmissionRow; isUnit: boolean; language: Language }> = ({
  submission,
  isUnit,
  language,
}) => {
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  const links = [
    {
      href: `/receipts/verify?number=${submission.receiptNumber}&sha256=${submission.sha256}`,
      name: t('Kiểm tra biên nhận này', 'Verify this receipt'),
    },
    {
      href: `/submissions/${submission.id}/content.json`,
      name: t('Tải nội dung đã gửi (.json)', 'Download what was sent (.json)'),
    },
    ...(isUnit
      ? [{ href: `/reports/${submission.reportId}`, name: t('Về danh sách việc', 'Back to the task list') }]
      : []),
  ];
  return (
    <>
      <h2 class="govuk-heading-s">{t('Kiểm tra thế nào', 'How to verify')}</h2>
      <p class="govuk-body-s">{howToVerify[language]}</p>
      <ul class="tk-links tk-noprint">
        {links.map((link) => (
          <li>
            <a class="govuk-link" href={link.href}>
              {link.name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
};

receiptPages.get('/receipts/verify', async (c) => {
  const { db } = act(c);
  const typed = { number: c.req.query('number') ?? '', sha256: c.req.query('sha256') ?? '' };
  const isAsked = typed.number !== '' || typed.sha256 !== '';
  const result = isAsked ? await attempt(async () => parseForm(verifyForm, typed)) : null;
  const language = c.var.language;
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  const refusal = result?.refusal ?? null;
  return page(
    c,
    { title: { vi: 'Kiểm tra biên nhận', en: 'Verify a receipt' }, status: statusOf(refusal) },
    <>
      <ErrorSummary refusal={refusal} language={language} />
      <h1 class="govuk-heading-l">{t('Kiểm tra biên nhận', 'Verify a receipt')}</h1>
      {result?.value && (await verdict(c, db, result.value))}
      <form method="get" action="/receipts/verify" class="tk-form">
        <TextField
          name="number"
          label={t('Số biên nhận', 'Receipt number')}
          value={typed.number}
          error={refusal?.fields.number?.[language]}
        />
        <TextField
          name="sha256"
          label={t('Mã nội dung (64 ký tự)', 'Content code (64 characters)')}
          value={typed.sha256}
          error={refusal?.fields.sha256?.[language]}
        />
        <Button>{t('Kiểm tra', 'Verify')}</Button>
      </form>
    </>,
  );
});

/** Recomputes the seal of what is stored; says whose receipt it is only to someone who holds number and code. */
async function verdict(c: Ctx, db: ReturnType<typeof act>['db'], asked: { number: number; sha256: string }) {
  const language = c.var.language;
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  const submission = await submissionByReceipt(db, asked.number, asked.sha256);
  const content = submission ? await submissionContent(db, submission.id) : null;
  const matches = content !== null && sealOf(content) === asked.sha256;
  const obligation = submission ? await obligationById(db, submission.obligationId) : null;
  if (!submission || !matches)
    return (
      <p class="govuk-inset-text" role="status">
        <Status kind="error">{t('Không khớp', 'No match')}</Status>{' '}
        {t(
          'Không có biên nhận nào mang số này với mã nội dung này. Đề nghị kiểm tra lại cả hai.',
          'No receipt has this number with this code. Check both.',
        )}
      </p>
    );
  return (
    <p class="govuk-inset-text" role="status">
      <Status kind="ok">{t('Khớp', 'It matches')}</Status> {t('Biên nhận số', 'Receipt no.')}{' '}
      {receiptNumber(submission.receiptNumber)}: {obligation?.unitName},{' '}
      {stageWords[submission.stage][language]}, {t('bản', 'version')} {submission.version},{' '}
      {t('gửi lúc', 'sent at')} {formatInstant(submission.submittedAt)}.{' '}
      {t('Nội dung đang lưu đúng là nội dung đã gửi.', 'What is stored is what was sent.')}
    </p>
  );
}
