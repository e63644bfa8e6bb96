// What stands beside a section: the quick checks, the figures ready to quote, and its versions.
import type { FC } from 'hono/jsx';
import type { Diagnostic } from '#src/kernel/diagnostic.ts';
import type { OutlineSection } from '#src/templates/rules.ts';
import type { Ctx } from '#src/web/env.ts';
import { Diagnostics, Sample } from '#src/web/ui.tsx';
import type { ReportSeen } from '../actions/seeing.ts';
import type { FiguresShown } from '../rules/figures.ts';
import { checkSection } from '../rules/quality.ts';
import type { SectionRow } from '../store/sections.ts';

type Props = {
  seen: ReportSeen;
  section: OutlineSection;
  row: SectionRow | null;
  figures: FiguresShown;
  c: Ctx;
};

export const SectionAside: FC<Props> = ({ seen, section, row, figures, c }) => {
  const language = c.var.language;
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  const remarks: Diagnostic[] = checkSection(section, row);
  return (
    <div>
      <section aria-labelledby="soat">
        <h2 class="govuk-heading-m tk-rule" id="soat">
          {t('Máy soát', 'Quick checks')}
        </h2>
        {remarks.length > 0 ? (
          <Diagnostics list={remarks} language={language} />
        ) : (
          <p class="govuk-body-s">
            {row
              ? t('Không có nhận xét nào về bản đã lưu.', 'No remarks on the saved text.')
              : t('Lưu lần đầu thì máy soát mới đọc được.', 'Save once and the checks will read it.')}
          </p>
        )}
      </section>
      {figures.tables.map((table) => (
        <section class="govuk-!-margin-top-7" aria-labelledby={`so-${table.code}`}>
          <h2 class="govuk-heading-m tk-rule" id={`so-${table.code}`}>
            {t(`Số đã có trong biểu ${table.code}`, `Figures of table ${table.code}`)}
          </h2>
          {table.lines.length > 0 ? (
            <dl class="tk-kv tk-kv--figures">
              {table.lines.map((line) => (
                <>
                  <dt>{line.name}</dt>
                  <dd class="tk-num">{line.value}</dd>
                </>
              ))}
            </dl>
          ) : (
            <p class="govuk-body-s">{t('Biểu chưa có số nào.', 'The table has no figures yet.')}</p>
          )}
          <p class="tk-small">
            <a
              class="govuk-link"
              href={`/reports/${seen.report.id}/annexes/${encodeURIComponent(table.code)}`}
            >
              {t(`Mở biểu ${table.code}`, `Open table ${table.code}`)}
            </a>{' '}
            {c.var.services.demo && <Sample language={language} />}
          </p>
        </section>
      ))}
      <section class="govuk-!-margin-top-7" aria-labelledby="cung">
        <h2 class="govuk-heading-m tk-rule" id="cung">
          {t('Cùng làm', 'Working together')}
        </h2>
        <p class="govuk-body-s">
          {t(
            'Nếu hai người cùng sửa mục này, hệ thống giữ cả hai bản để chọn.',
            'When two people change this section, both texts are kept to choose from.',
          )}
        </p>
        {row && (
          <p class="tk-small">
            <a
              class="govuk-link"
              href={`/reports/${seen.report.id}/sections/${encodeURIComponent(section.code)}/versions`}
            >
              {t('Các phiên bản của mục này', 'Versions of this section')}
            </a>
          </p>
        )}
      </section>
    </div>
  );
};
