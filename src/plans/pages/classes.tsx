// Who reports: each class of the plan with its bodies, template and due date, and the way to settle it.
import type { FC } from 'hono/jsx';
import type { Language, Words } from '#src/kernel/language.ts';
import type { ReportTarget } from '#src/plans/compiler/model.ts';
import { isByList, reportersOf } from '#src/plans/rules/reporters.ts';
import type { Scope } from '#src/plans/rules/scope.ts';
import { whenWords } from '#src/plans/rules/whens.ts';
import { Empty, Status } from '#src/web/ui.tsx';

/** A class in its place in the plan, so that its own page can be opened. */
export type PlacedClass = { index: number; target: ReportTarget };

type Props = {
  planId: string;
  classes: readonly PlacedClass[];
  scope: Scope;
  templates: readonly string[];
  maySettle: boolean;
  language: Language;
};

export const ClassList: FC<Props> = (props) => {
  const { classes, language } = props;
  const t = (w: Words) => w[language];
  return (
    <section class="tk-section" aria-labelledby="ai-bao-cao">
      <h2 class="govuk-heading-m tk-rule" id="ai-bao-cao">
        {t({ vi: 'Ai báo cáo', en: 'Who reports' })}
      </h2>
      {classes.length === 0 ? (
        <Empty>
          {t({
            vi: 'Kế hoạch chưa nêu lớp đơn vị nào phải báo cáo. Thêm ở “Thêm dữ kiện: Lớp đơn vị và mẫu”.',
            en: 'The plan names no class that reports. Add one under “Add a fact: Class and template”.',
          })}
        </Empty>
      ) : (
        <table class="govuk-table tk-table tk-stack govuk-!-margin-bottom-0">
          <thead class="govuk-table__head">
            <tr>
              <th scope="col" class="govuk-table__header">
                {t({ vi: 'Lớp đơn vị', en: 'Class' })}
              </th>
              <th scope="col" class="govuk-table__header govuk-table__header--numeric">
                {t({ vi: 'Đơn vị', en: 'Bodies' })}
              </th>
              <th scope="col" class="govuk-table__header tk-pad">
                {t({ vi: 'Mẫu', en: 'Template' })}
              </th>
              <th scope="col" class="govuk-table__header">
                {t({ vi: 'Hạn gửi', en: 'Due' })}
              </th>
              {props.maySettle && <td class="govuk-table__header" />}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {classes.map((one) => (
              <ClassRow {...props} one={one} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};

const ClassRow: FC<Props & { one: PlacedClass }> = ({
  one,
  planId,
  scope,
  templates,
  maySettle,
  language,
}) => {
  const t = (w: Words) => w[language];
  const { index, target } = one;
  const { members, unmatched } = reportersOf(target, scope);
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        {target.who}
        {target.except && (
          <span class="tk-small">
            {' '}
            {t({ vi: 'trừ', en: 'except' })} {target.except}
          </span>
        )}
      </th>
      <td class="govuk-table__cell govuk-table__cell--numeric" data-l={t({ vi: 'Đơn vị', en: 'Bodies' })}>
        {isByList(target) ? (
          <a class="govuk-link" href={`#danh-sach-${target.template}`}>
            {t({ vi: 'theo danh sách', en: 'by list' })}
          </a>
        ) : (
          <span class="tk-num">{members.length}</span>
        )}
        {unmatched.length > 0 && (
          <>
            {' '}
            <Status kind="error">
              {t({ vi: `${unmatched.length} tên chưa khớp`, en: `${unmatched.length} names unmatched` })}
            </Status>
          </>
        )}
      </td>
      <td class="govuk-table__cell tk-pad" data-l={t({ vi: 'Mẫu', en: 'Template' })}>
        {target.template && templates.includes(target.template) ? (
          <a class="govuk-link" href={`/templates/${target.template}`}>
            {target.template}
          </a>
        ) : (
          <Status kind="error">
            {target.template
              ? t({ vi: `${target.template}: chưa có`, en: `${target.template}: not there` })
              : t({ vi: 'chưa chọn', en: 'not chosen' })}
          </Status>
        )}
      </td>
      <td class="govuk-table__cell" data-l={t({ vi: 'Hạn gửi', en: 'Due' })}>
        {target.due ? (
          whenWords(target.due, language)
        ) : (
          <Status kind="error">{t({ vi: 'chưa có', en: 'none' })}</Status>
        )}
      </td>
      {maySettle && (
        <td class="govuk-table__cell">
          <a class="govuk-link" href={`/plans/${planId}/classes/${index + 1}`}>
            {t({ vi: 'Chọn', en: 'Settle' })}
            <span class="govuk-visually-hidden"> {target.who}</span>
          </a>
        </td>
      )}
    </tr>
  );
};
