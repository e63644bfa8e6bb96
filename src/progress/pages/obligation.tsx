// One body's story: what it owes and by when, what it sent, what was decided; the centre decides here.
import type { Child, FC } from 'hono/jsx';
import { type CampaignRow, dueInWords, type Stage } from '#src/campaigns/rules.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import type { TemplateVersion } from '#src/templates/rules.ts';
import type { Typed } from '#src/web/form.ts';
import { BackLink, DocumentSymbol, ErrorSummary, Status } from '#src/web/ui.tsx';
import type { BoardItem } from '../board.ts';
import { standingInWords } from '../rules.ts';
import type { Happened } from '../story.ts';
import { DecisionForm } from './decision-form.tsx';
import { looks } from './parts.tsx';
import { Story } from './story.tsx';

export type ObligationProps = {
  campaign: CampaignRow;
  item: BoardItem;
  template: TemplateVersion | null;
  story: Happened[];
  /** The reader may decide; the same rule that the act asks. */
  mayDecide: boolean;
  isCentral: boolean;
  typed: Typed;
  refusal: Refusal | null;
  language: Language;
};

const dueNames: Record<Stage, Words> = {
  draft: { vi: 'Hạn gửi dự thảo', en: 'Draft due' },
  official: { vi: 'Hạn gửi chính thức', en: 'Official report due' },
};

export const ObligationView: FC<ObligationProps> = (props) => {
  const { campaign, item, refusal, language } = props;
  const t = (w: Words) => w[language];
  const { owed } = item;
  return (
    <>
      {props.isCentral && (
        <BackLink href={`/campaigns/${campaign.slug}/reports`}>
          {t({ vi: 'Báo cáo đơn vị', en: 'Unit reports' })}
        </BackLink>
      )}
      <ErrorSummary refusal={refusal} language={language} />
      <div class="tk-head">
        <h1 class="govuk-heading-l">{owed.unitName}</h1>
        <Status kind={looks[item.now.kind]}>{standingInWords(item.now)[language]}</Status>
      </div>
      <div class="tk-cols tk-cols--side">
        <div>
          <Owed {...props} />
          <Story
            slug={campaign.slug}
            owed={owed}
            story={props.story}
            mayDecide={props.mayDecide}
            language={language}
          />
        </div>
        {props.mayDecide && (
          <DecisionForm
            action={`/campaigns/${campaign.slug}/obligations/${owed.id}/decisions`}
            owed={owed}
            typed={props.typed}
            refusal={refusal}
            language={language}
          />
        )}
      </div>
    </>
  );
};

const Owed: FC<ObligationProps> = (props) => {
  const { campaign, isCentral, language } = props;
  const t = (w: Words) => w[language];
  return (
    <section aria-labelledby="phai-gui" class="tk-rule">
      <h2 class="govuk-heading-m" id="phai-gui">
        {t({ vi: 'Việc phải làm', en: 'What is owed' })}{' '}
        <span class="tk-unit">
          <DocumentSymbol>{campaign.planSymbol}</DocumentSymbol>
        </span>
      </h2>
      <dl class="govuk-summary-list">
        {factsOf(props).map(([name, value]) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{t(name)}</dt>
            <dd class="govuk-summary-list__value">{value}</dd>
          </div>
        ))}
      </dl>
      {!isCentral && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/campaigns/${campaign.slug}/tasks`}>
            {t({ vi: 'Mở báo cáo để soạn', en: 'Open the report to write' })}
          </a>
        </p>
      )}
    </section>
  );
};

/** What is asked of the body, and how far it has come, as names and values. */
function factsOf({ item, template, language }: ObligationProps): [Words, Child][] {
  const t = (w: Words) => w[language];
  const { owed, sections, facts } = item;
  const form = (
    <>
      <a class="govuk-link" href={`/templates/${owed.templateCode}`}>
        {owed.templateCode}
      </a>
      {template && `, ${t({ vi: 'phiên bản', en: 'version' })} ${template.version}`}
    </>
  );
  const written = (
    <span class="tk-num">
      {sections.done}/{sections.required}
    </span>
  );
  const sent = facts?.latest ? (
    <a class="govuk-link" href={`/submissions/${facts.latest.submissionId}`}>
      {t({ vi: 'Đọc bản mới nhất', en: 'Read the latest version' })}
    </a>
  ) : (
    t({ vi: 'chưa gửi bản nào', en: 'nothing yet' })
  );
  const survey = owed.surveyed
    ? { vi: 'được chọn khảo sát', en: 'will be visited' }
    : { vi: 'không', en: 'no' };
  return [
    [{ vi: 'Báo cáo', en: 'Report' }, owed.title],
    [{ vi: 'Mẫu', en: 'Template' }, form],
    ...owed.stages.map((s): [Words, Child] => [dueNames[s.stage], t(dueInWords(s, owed.decisions))]),
    [{ vi: 'Khảo sát', en: 'Survey' }, t(survey)],
    [{ vi: 'Mục bắt buộc đã viết', en: 'Required sections written' }, written],
    [{ vi: 'Bản đã gửi', en: 'Sent' }, sent],
  ];
}
