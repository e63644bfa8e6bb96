// The panel that sends a report, or says why it cannot be sent yet.
import type { FC } from 'hono/jsx';
import type { Actor } from '#src/kernel/actor.ts';
import type { Language } from '#src/kernel/language.ts';
import { Button } from '#src/web/ui.tsx';
import type { ReportContents, ReportSeen } from '../actions/seeing.ts';
import { countsInWords, isMissingAnything, type Missing } from '../rules/missing.ts';
import { sendWords } from '../rules/words.ts';
import { nextStage, refusalToEdit, refusalToSend, type Stage, sendableStages } from '../rules.ts';

type Props = { seen: ReportSeen; contents: ReportContents; actor: Actor; language: Language };

/** The stage that comes next; the official report may always take the place of a draft. */
export const SendPanel: FC<Props> = (props) => {
  const { seen, actor, language } = props;
  const next = nextStage(seen.standing);
  if (next === null) {
    const refusal = refusalToEdit(seen.standing, actor);
    return (
      <section class="tk-panel" aria-labelledby="gui">
        <h2 class="govuk-heading-s" id="gui">
          {language === 'vi' ? 'Gửi báo cáo' : 'Sending'}
        </h2>
        <p class="govuk-body-s">{refusal?.words[language]}</p>
      </section>
    );
  }
  const others = sendableStages(seen.standing).filter((s) => s !== next);
  return (
    <section class="tk-panel" aria-labelledby="gui">
      <h2 class="govuk-heading-s" id="gui">
        {sendWords[next][language]}
      </h2>
      <SendForm {...props} stage={next} />
      {others.map((stage) => (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">
              {language === 'vi' ? 'Gửi thẳng báo cáo chính thức' : 'Send the official report at once'}
            </span>
          </summary>
          <div class="govuk-details__text">
            <SendForm {...props} stage={stage} />
          </div>
        </details>
      ))}
    </section>
  );
};

const SendForm: FC<Props & { stage: Stage }> = ({ seen, contents, actor, language, stage }) => {
  const t = (vi: string, en: string) => (language === 'vi' ? vi : en);
  const { missing } = contents;
  const refusal = refusalToSend(seen.standing, actor, stage, missing, true);
  if (refusal)
    return (
      <p class="govuk-body-s">
        {isMissingAnything(missing) && !missing.isEmpty ? (
          <MissingLinks missing={missing} language={language} prefix={t('Chưa gửi được: còn', 'Not yet:')} />
        ) : (
          refusal.words[language]
        )}
      </p>
    );
  return (
    <form method="post" action={`/reports/${seen.report.id}/submission`}>
      <input type="hidden" name="stage" value={stage} />
      {isMissingAnything(missing) && (
        <>
          <p class="govuk-body-s">
            <MissingLinks missing={missing} language={language} prefix={t('Còn', 'There are')} />
          </p>
          <div
            class="govuk-checkboxes govuk-checkboxes--small govuk-!-margin-bottom-3"
            data-module="govuk-checkboxes"
          >
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                id="confirmed"
                name="confirmed"
                type="checkbox"
                value="yes"
              />
              <label class="govuk-label govuk-checkboxes__label" for="confirmed">
                {t('Vẫn gửi dự thảo với các phần còn thiếu', 'Send the draft with these parts missing')}
              </label>
            </div>
          </div>
        </>
      )}
      {missing.short.length > 0 && (
        <p class="tk-small">
          {t(
            `${missing.short.length} mục ngắn hơn gợi ý; vẫn gửi được.`,
            `${missing.short.length} sections are shorter than the hint; you may still send.`,
          )}
        </p>
      )}
      <Button>{sendWords[stage][language]}</Button>
      <p class="tk-small">
        {t(
          'Gửi xong có ngay biên nhận; bản đã gửi được giữ nguyên.',
          'You get a receipt at once; what was sent is kept as it is.',
        )}
      </p>
    </form>
  );
};

/** "Chưa gửi được: còn 7 mục và 5 biểu chưa xong", each count leading to its part of the page. */
const MissingLinks: FC<{ missing: Missing; language: Language; prefix: string }> = ({
  missing,
  language,
  prefix,
}) => {
  const only = (part: Partial<Missing>) =>
    countsInWords({ ...missing, sections: [], tables: [], ...part })[language];
  const sections = only({ sections: missing.sections });
  const tables = only({ tables: missing.tables });
  const [first] = missing.sections;
  return (
    <>
      {prefix}{' '}
      {sections && (
        <a class="govuk-link" href={first ? `#muc-${first.code}` : '#noi-dung'}>
          {sections}
        </a>
      )}
      {sections && tables && (language === 'vi' ? ' và ' : ' and ')}
      {tables && (
        <a class="govuk-link" href="#pl">
          {tables}
        </a>
      )}{' '}
      {language === 'vi' ? 'chưa xong.' : 'still to be finished.'}
    </>
  );
};
