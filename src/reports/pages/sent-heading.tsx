// The top of a submission: whose it is, where it stands, whether a later one exists, and the way to each part.
import type { FC } from 'hono/jsx';
import { type Actor, holds, isCentral } from '#src/kernel/actor.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import type { Language } from '#src/kernel/language.ts';
import { type OutlineSection, type TemplateVersion, writableSections } from '#src/templates/rules.ts';
import { BackLink, Sample, Status } from '#src/web/ui.tsx';
import type { ReportSeen } from '../actions/seeing.ts';
import { stageWords, stateLook, stateWords } from '../rules/words.ts';
import type { SubmissionRow } from '../store/submissions.ts';
import { backToTasks } from './frame.tsx';
import { punctuality, receiptNumber } from './receipts.tsx';

type Props = { seen: ReportSeen; submission: SubmissionRow; actor: Actor; language: Language };

/** The centre goes back to all reports, the unit to its own tasks. */
export const WayBack: FC<Pick<Props, 'seen' | 'actor' | 'language'>> = ({ seen, actor, language }) => (
  <p class="govuk-body-s">
    {isCentral(actor) ? (
      <BackLink href={`/campaigns/${seen.campaign.slug}/reports`}>
        {language === 'vi' ? 'Về báo cáo đơn vị' : 'Back to the units’ reports'}
      </BackLink>
    ) : (
      <BackLink href={`/reports/${seen.report.id}`}>{backToTasks[language]}</BackLink>
    )}
  </p>
);

export const LaterVersion: FC<Omit<Props, 'actor'>> = ({ seen, submission, language }) => {
  const latest = seen.submissions[0];
  if (!latest || latest.id === submission.id) return null;
  const number = receiptNumber(latest.receiptNumber);
  return (
    <p class="govuk-inset-text">
      {language === 'vi' ? 'Đơn vị đã gửi bản mới hơn: ' : 'A later version was sent: '}
      <a class="govuk-link" href={`/submissions/${latest.id}`}>
        {language === 'vi'
          ? `bản ${latest.version}, biên nhận số ${number}`
          : `version ${latest.version}, receipt no. ${number}`}
      </a>
    </p>
  );
};

type HeadingProps = Omit<Props, 'actor'> & { title: string; isSample: boolean };

export const SentHeading: FC<HeadingProps> = ({ seen, submission, language, title, isSample }) => {
  const vi = language === 'vi';
  const punctual = punctuality(seen.obligation, submission);
  return (
    <>
      <span class="govuk-caption-m">{seen.obligation.unitName}</span>
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2">{title}</h1>
      <p class="tk-small govuk-!-margin-bottom-6">
        <Status kind={stateLook[submission.state]}>{stateWords[submission.state][language]}</Status>{' '}
        {stageWords[submission.stage][language]}, {vi ? 'bản' : 'version'} {submission.version} ·{' '}
        {vi ? 'biên nhận số' : 'receipt no.'} {receiptNumber(submission.receiptNumber)} ·{' '}
        {formatInstant(submission.submittedAt)}
        {punctual && `, ${punctual[language]}`}
        {isSample && (
          <>
            {' · '}
            <Sample language={language} />
          </>
        )}
      </p>
    </>
  );
};

const linkName = (section: OutlineSection) =>
  /^P\d+$/.test(section.code) ? section.numbering : section.code;

/** Links to every section and table; on a phone also to the panel that stands below them all. */
export const SectionLinks: FC<{ template: TemplateVersion; actor: Actor; language: Language }> = ({
  template,
  actor,
  language,
}) => {
  const vi = language === 'vi';
  const isOfficer = holds(actor, 'central-officer');
  const below = isOfficer
    ? { href: '#quyet-dinh', name: vi ? 'Đến phần quyết định' : 'To the decision' }
    : { href: '#niem-phong', name: vi ? 'Đến biên nhận' : 'To the receipt' };
  const parts = [
    ...writableSections(template.outline).map((s) => ({ href: `#muc-${s.code}`, name: linkName(s) })),
    ...template.annex.tables.map((table) => ({ href: `#bieu-${table.code}`, name: table.code })),
  ];
  return (
    <nav aria-labelledby="muc-luc" class="govuk-!-margin-bottom-7">
      <h2 class="govuk-heading-s" id="muc-luc">
        {vi ? 'Các mục' : 'Sections'}
      </h2>
      <ul class="tk-links tk-links--wrap">
        <li class="tk-narrowonly">
          <a class="govuk-link" href={below.href}>
            {below.name}
          </a>
        </li>
        {parts.map((part) => (
          <li>
            <a class="govuk-link" href={part.href}>
              {part.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};
