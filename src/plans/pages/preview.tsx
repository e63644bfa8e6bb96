// Below the text: the dates on a line, the list that the text does not hold, and what one act will create.
import type { FC } from 'hono/jsx';
import { formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Language } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import type { LaunchDraft } from '#src/plans/rules/launch.ts';
import type { Milestone } from '#src/plans/rules/timeline.ts';
import type { Assignment } from '#src/plans/store.ts';
import { Button, Status, TextArea } from '#src/web/ui.tsx';
import { LineProblems } from './line-problems.tsx';

export const TimeLine: FC<{ points: readonly Milestone[]; language: Language }> = ({ points, language }) =>
  points.length === 0 ? null : (
    <section class="tk-section" aria-labelledby="moc">
      <h2 class="govuk-heading-m tk-rule govuk-!-margin-bottom-8" id="moc">
        {language === 'vi' ? 'Các mốc thời gian' : 'Dates'}
      </h2>
      <ol class="tk-line">
        {points.map((p) => (
          <li class={p.attention ? 'warn' : ''}>
            <b>{formatDate(p.on)}</b>
            {p.words[language]}
            {p.daysToNext !== null && (
              <span class="tk-gap">
                {language === 'vi' ? `${p.daysToNext} ngày` : `${p.daysToNext} days`}
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );

type ListProps = {
  planId: string;
  code: string;
  lines: readonly Assignment[];
  typed: string | null;
  refusal: Refusal | null;
  mayDecide: boolean;
  language: Language;
};

/** The officer's list of units with a title of their own. What was typed and refused stays in the field. */
export const AssignmentList: FC<ListProps> = ({
  planId,
  code,
  lines,
  typed,
  refusal,
  mayDecide,
  language,
}) => {
  const vi = language === 'vi';
  const value = typed ?? lines.map((l) => `${l.unitName}; ${l.title}`).join('\n');
  return (
    <section class="tk-section tk-rule" aria-labelledby={`danh-sach-${code}`}>
      <h2 class="govuk-heading-m" id={`danh-sach-${code}`}>
        {vi
          ? `Danh sách đơn vị làm mẫu ${code}: ${lines.length}`
          : `Units of template ${code}: ${lines.length}`}
      </h2>
      <LineProblems refusal={refusal} language={language} />
      {mayDecide ? (
        <form method="post" action={`/plans/${planId}/assignments/${code}`} class="tk-form">
          <TextArea
            name="list"
            rows={Math.max(6, lines.length + 1)}
            label={vi ? 'Mỗi dòng một đơn vị và tên báo cáo' : 'One unit and its title a line'}
            hint={
              vi
                ? 'Thí dụ: Đảng đoàn Hội Nông dân Việt Nam; Vận động nông dân xây dựng nông thôn mới'
                : 'For example: unit; title of its report'
            }
            value={value}
          />
          <Button secondary>{vi ? 'Lưu danh sách' : 'Save the list'}</Button>
        </form>
      ) : (
        <ul class="govuk-list">
          {lines.map((l) => (
            <li>
              <strong>{l.unitName}</strong>: {l.title}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

type CreationProps = {
  planId: string;
  launch: LaunchDraft;
  openFacts: number;
  made: string | null;
  mayCreate: boolean;
  today: LocalDate;
  language: Language;
};

export const Creation: FC<CreationProps> = (props) => {
  const { planId, launch, openFacts, made, mayCreate, language } = props;
  const vi = language === 'vi';
  const postponed = launch.postponed.join(vi ? ' và ' : ' and ');
  return (
    <section class="tk-section" aria-labelledby="se-tao">
      <h2 class="govuk-heading-m tk-rule" id="se-tao">
        {vi ? 'Sẽ tạo' : 'What will be created'}
      </h2>
      <div class="tk-cols tk-cols--side">
        <CreationTable {...props} />
        <div>
          {made && (
            <p class="govuk-body">
              {vi ? 'Đã tạo đợt từ kế hoạch này: ' : 'The campaign has been created: '}
              <a class="govuk-link" href={`/campaigns/${made}`}>
                {launch.campaign.name}
              </a>
            </p>
          )}
          {!made && mayCreate && (
            <form method="post" action={`/plans/${planId}/campaign`}>
              <p class="govuk-body">
                {vi
                  ? 'Mỗi đơn vị sẽ thấy việc của mình ngay khi đợt được tạo.'
                  : 'Each unit sees its task as soon as the campaign exists.'}
              </p>
              <Button>
                {postponed
                  ? vi
                    ? `Tạo đợt, hoãn ${postponed}`
                    : `Create, postponing ${postponed}`
                  : vi
                    ? 'Tạo đợt tổng kết'
                    : 'Create the campaign'}
              </Button>
              {openFacts > 0 && (
                <p class="tk-small govuk-!-margin-top-3">
                  {vi
                    ? `Còn ${openFacts} dữ kiện chưa xác nhận sẽ dùng như máy đọc.`
                    : `${openFacts} facts not yet confirmed will be used as read.`}
                </p>
              )}
            </form>
          )}
        </div>
      </div>
    </section>
  );
};

const CreationTable: FC<CreationProps> = ({ launch, language }) => {
  const vi = language === 'vi';
  const byTemplate = Map.groupBy(launch.campaign.obligations, (o) => o.templateCode);
  const drafts = launch.campaign.obligations.filter((o) => o.stages.some((s) => s.stage === 'draft')).length;
  const rows: { what: string; count: number; note: string | null }[] = [
    ...launch.campaign.templates.map(({ templateCode, words }) => ({
      what: vi ? `Báo cáo mẫu ${templateCode}` : `Reports of template ${templateCode}`,
      count: byTemplate.get(templateCode)?.length ?? 0,
      note: words,
    })),
    { what: vi ? 'Dự thảo của đơn vị khảo sát' : 'Drafts of surveyed units', count: drafts, note: null },
    { what: vi ? 'Chuyến khảo sát' : 'Visits', count: launch.visits.length, note: null },
    {
      what: vi ? 'Nhiệm vụ của cơ quan ban hành' : 'Tasks of the issuer',
      count: launch.campaign.tasks.length,
      note: null,
    },
  ];
  return (
    <table class="govuk-table tk-table govuk-!-margin-bottom-0">
      <caption class="govuk-visually-hidden">{vi ? 'Những gì sẽ được tạo' : 'What will be created'}</caption>
      <thead class="govuk-table__head">
        <tr>
          <th scope="col" class="govuk-table__header">
            {vi ? 'Phần' : 'Part'}
          </th>
          <th scope="col" class="govuk-table__header govuk-table__header--numeric">
            {vi ? 'Số lượng' : 'Number'}
          </th>
          <th scope="col" class="govuk-table__header tk-pad">
            {vi ? 'Ghi chú' : 'Note'}
          </th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((r) => (
          <tr>
            <th scope="row" class="govuk-table__cell">
              {r.what}
            </th>
            <td class="govuk-table__cell govuk-table__cell--numeric">{r.count}</td>
            <td class="govuk-table__cell tk-pad">{r.note}</td>
          </tr>
        ))}
        {launch.postponed.map((code) => (
          <tr>
            <th scope="row" class="govuk-table__cell">
              {vi ? `Báo cáo mẫu ${code}` : `Reports of template ${code}`}
            </th>
            <td class="govuk-table__cell govuk-table__cell--numeric">0</td>
            <td class="govuk-table__cell tk-pad">
              <Status kind="error">{vi ? 'chờ danh sách đơn vị' : 'waits for its list'}</Status>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
