// Around the text of the final report: how to begin, where it stands, and its parts.
import type { FC } from 'hono/jsx';
import type { ReportReading } from '#src/finalreport/reading.ts';
import type { Part } from '#src/finalreport/rules/parts.ts';
import type { FinalReportRow } from '#src/finalreport/store.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { Language } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { Button, Empty, Sample, Status } from '#src/web/ui.tsx';

export const Beginning: FC<{ slug: string; mayWrite: boolean; language: Language }> = ({
  slug,
  mayWrite,
  language,
}) => {
  const vi = language === 'vi';
  return (
    <>
      <h1 class="govuk-heading-l">{vi ? 'Báo cáo tổng kết' : 'Final report'}</h1>
      <Empty>
        {vi
          ? 'Chưa bắt đầu. Báo cáo sẽ có sẵn các đề mục của mẫu báo cáo; chưa có câu nào được viết thay.'
          : 'Not begun. The report starts with the headings of the units’ outline; no sentence is written for you.'}
      </Empty>
      {mayWrite && (
        <form method="post" action={`/campaigns/${slug}/final-report`}>
          <Button>{vi ? 'Bắt đầu báo cáo' : 'Begin the report'}</Button>
        </form>
      )}
    </>
  );
};

type HeadingProps = {
  slug: string;
  report: Pick<FinalReportRow, 'version' | 'savedAt'>;
  reading: ReportReading;
  mayWrite: boolean;
  isSample: boolean;
  language: Language;
};

/** The title with the latest draft's number, when it was frozen and saved, and where the paper itself is seen and set. */
export const Heading: FC<HeadingProps> = ({ slug, report, reading, mayWrite, isSample, language }) => {
  const vi = language === 'vi';
  const [latest] = reading.freezes;
  const saved = formatInstant(report.savedAt);
  return (
    <div class="tk-head">
      <h1 class="govuk-heading-l">
        {vi ? 'Báo cáo tổng kết' : 'Final report'}
        {latest && (vi ? `, dự thảo ${latest.number}` : `, draft ${latest.number}`)}
      </h1>
      <p class="tk-small">
        {isSample && (
          <>
            <Sample language={language} /> ·{' '}
          </>
        )}
        {latest && `${vi ? 'chốt' : 'frozen'} ${formatInstant(latest.frozenAt)} · `}
        {vi ? `bản ${report.version}, lưu ${saved}` : `version ${report.version}, saved ${saved}`} ·{' '}
        <a class="govuk-link" href={`/campaigns/${slug}/final-report/working.docx`}>
          {vi ? 'Xem bản Word' : 'See it in Word'}
        </a>
        {mayWrite && (
          <>
            {' '}
            ·{' '}
            <a class="govuk-link" href={`/campaigns/${slug}/final-report/face`}>
              {vi ? 'Thể thức, người ký' : 'Letterhead and signature'}
            </a>
          </>
        )}
      </p>
    </div>
  );
};

type VerdictProps = {
  slug: string;
  reading: ReportReading;
  parts: readonly Part[];
  accepted: number;
  uncited: number;
  mayWrite: boolean;
  /** Why it cannot be frozen now, or null. */
  stopped: Refusal | null;
  language: Language;
};

export const Verdict: FC<VerdictProps> = (props) => {
  const { reading, parts, accepted, uncited, mayWrite, language } = props;
  const vi = language === 'vi';
  const count = (severity: Diagnostic['severity']) =>
    reading.lints.filter((d) => d.severity === severity).length;
  const sentences = parts.reduce((n, p) => n + p.sentences, 0);
  const sourced = parts.reduce((n, p) => n + p.sourced, 0);
  return (
    <div class="tk-verdict">
      <p>
        <strong>{vi ? `${sourced} trong ${sentences} câu` : `${sourced} of ${sentences} sentences`}</strong>{' '}
        {vi ? 'có nguồn' : 'have a source'}
      </p>
      <p>
        <strong>
          {accepted - uncited}/{accepted}
        </strong>{' '}
        {vi ? 'đơn vị có báo cáo được chấp nhận đã được dẫn' : 'units with an accepted report are cited'}
      </p>
      {count('error') > 0 && (
        <p>
          <Status kind="error">{vi ? `${count('error')} lỗi` : `${count('error')} errors`}</Status>
        </p>
      )}
      {count('warning') > 0 && (
        <p>
          <Status kind="risk">{vi ? `${count('warning')} cảnh báo` : `${count('warning')} warnings`}</Status>
        </p>
      )}
      {mayWrite && <Freezing {...props} />}
    </div>
  );
};

/** The button, or why there is none and where to begin mending. */
const Freezing: FC<VerdictProps> = ({ slug, reading, stopped, language }) => {
  const vi = language === 'vi';
  const number = (reading.freezes[0]?.number ?? 0) + 1;
  const first = reading.lints.find((d) => d.severity === 'error')?.where;
  if (!stopped)
    return (
      <form method="post" action={`/campaigns/${slug}/final-report/freezes`} class="tk-end">
        <Button small>{vi ? `Chốt thành dự thảo ${number}` : `Freeze as draft ${number}`}</Button>
      </form>
    );
  return (
    <p class="tk-end">
      {stopped.words[language]}
      {first?.in === 'section' && (
        <>
          {' '}
          <a class="govuk-link" href={`/campaigns/${slug}/final-report?p=${first.block}#b-${first.block}`}>
            {vi ? 'Đến lỗi đầu tiên' : 'To the first error'}
          </a>
        </>
      )}
    </p>
  );
};

export const PartList: FC<{
  slug: string;
  parts: readonly Part[];
  current: string | null;
  lints: readonly Diagnostic[];
  language: Language;
}> = ({ slug, parts, current, lints, language }) => {
  const vi = language === 'vi';
  const toMend = (id: string) =>
    lints.filter((d) => d.severity !== 'note' && d.where?.in === 'section' && d.where.section === id).length;
  return (
    <nav class="tk-outline" aria-label={vi ? 'Đề cương' : 'Outline'}>
      <h2 class="govuk-heading-s">{vi ? 'Đề cương' : 'Outline'}</h2>
      <ul class="tk-plain">
        {parts.map((p) => (
          <li class={p.id === current ? 'on' : ''}>
            <a
              class="govuk-link"
              href={`/campaigns/${slug}/final-report?part=${p.id}`}
              {...(p.id === current ? { 'aria-current': 'page' as const } : {})}
            >
              {p.title || (vi ? 'Mở đầu' : 'Opening')}
            </a>
            {p.sentences > 0 && (
              <span>
                {p.sourced}/{p.sentences} {vi ? 'câu có nguồn' : 'sourced'}
                {toMend(p.id) > 0 && (vi ? `, ${toMend(p.id)} chỗ phải xem` : `, ${toMend(p.id)} to look at`)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
};
