// The new plan's number, date, issuer and title, and the rule by which the earlier dates move.
import type { FC } from 'hono/jsx';
import type { Language, Words } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { dateRules } from '#src/plans/rules/new-times.ts';
import { type Typed, typedText } from '#src/web/form.ts';
import { Checkbox, TextArea, TextField } from '#src/web/ui.tsx';

type Props = {
  typed: Typed;
  usual: { issuer: string; earlierIssuer: string; title: string };
  refusal: Refusal | null;
  language: Language;
};

export const NewHead: FC<Props> = ({ typed, usual, refusal, language }) => {
  const t = (w: Words) => w[language];
  const input = (name: string, label: Words, fallback = '') => ({
    name,
    label: t(label),
    value: typedText(typed, name) ?? fallback,
    error: refusal?.fields[name]?.[language],
  });
  const renamed = usual.issuer !== usual.earlierIssuer;
  return (
    <div class="tk-cols tk-start__head">
      <div>
        <div class="tk-pair">
          <TextField {...input('symbol', { vi: 'Số và ký hiệu mới', en: 'New number and symbol' })} />
          <TextField {...input('issuedOn', { vi: 'Ngày ban hành mới', en: 'New date of issue' })} />
        </div>
        <TextField
          {...input('issuer', { vi: 'Cơ quan ban hành', en: 'Issuer' }, usual.issuer)}
          {...(renamed
            ? {
                hint: t({
                  vi: `Kế thừa ${usual.earlierIssuer}.`,
                  en: `Successor of ${usual.earlierIssuer}.`,
                }),
              }
            : {})}
        />
        <TextArea {...input('title', { vi: 'Trích yếu', en: 'Abstract' }, usual.title)} rows={5} />
      </div>
      <Rule typed={typed} refusal={refusal} language={language} />
    </div>
  );
};

const ruleWords: Record<(typeof dateRules)[number], { label: Words; hint: Words }> = {
  calendar: {
    label: { vi: 'Cùng ngày, cùng tháng, sau', en: 'The same day and month, later by' },
    hint: {
      vi: 'Để trống: số năm giữa hai lần ban hành. 30/8/2023 thành 30/8/2026.',
      en: 'Left blank: the years between the two issues. 30/8/2023 becomes 30/8/2026.',
    },
  },
  distance: {
    label: { vi: 'Cách ngày ban hành bấy nhiêu ngày', en: 'As many days after the date of issue' },
    hint: {
      vi: 'Tháng và quý vẫn là tháng và quý.',
      en: 'A month stays a month, a quarter a quarter.',
    },
  },
  hand: {
    label: { vi: 'Ghi tay từng ngày', en: 'Each date by hand' },
    hint: { vi: 'Các ô ngày để trống chờ ghi.', en: 'The fields wait to be filled in.' },
  },
};

const Rule: FC<Omit<Props, 'usual'>> = ({ typed, refusal, language }) => {
  const t = (w: Words) => w[language];
  const error = refusal?.fields.rule?.[language];
  const chosen = dateRules.find((r) => r === typed.rule) ?? 'calendar';
  return (
    <div>
      <fieldset class={`govuk-fieldset govuk-form-group${error ? ' govuk-form-group--error' : ''}`} id="rule">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
          {t({ vi: 'Ngày tháng chuyển thế nào', en: 'How dates move' })}
        </legend>
        {error && <p class="govuk-error-message">{error}</p>}
        <div class="govuk-radios govuk-radios--small">
          {(['calendar', 'distance', 'hand'] as const).map((rule) => (
            <>
              <div class="govuk-radios__item">
                <input
                  class="govuk-radios__input"
                  type="radio"
                  name="rule"
                  id={`rule-${rule}`}
                  value={rule}
                  checked={rule === chosen}
                  aria-describedby={`rule-${rule}-hint`}
                />
                <label class="govuk-label govuk-radios__label" for={`rule-${rule}`}>
                  {t(ruleWords[rule].label)}
                </label>
                <div class="govuk-hint govuk-radios__hint" id={`rule-${rule}-hint`}>
                  {t(ruleWords[rule].hint)}
                </div>
              </div>
              {rule === 'calendar' && <Later typed={typed} refusal={refusal} language={language} />}
            </>
          ))}
        </div>
      </fieldset>
      <Checkbox
        name="offRest"
        checked={typed.offRest === 'yes'}
        label={t({
          vi: 'Ngày cuối rơi vào ngày nghỉ thì lùi sang ngày làm việc kế tiếp',
          en: 'A last day that is a day of rest moves to the next working day',
        })}
      />
    </div>
  );
};

/** "… năm … tháng", in one line under the rule that needs them. */
const Later: FC<Omit<Props, 'usual'>> = ({ typed, refusal, language }) => (
  <div class="tk-start__later">
    {(
      [
        ['years', { vi: 'năm', en: 'years' }],
        ['months', { vi: 'tháng', en: 'months' }],
      ] as const
    ).map(([name, label]) => {
      const error = refusal?.fields[name]?.[language];
      return (
        <span>
          <input
            class={`govuk-input govuk-input--width-3${error ? ' govuk-input--error' : ''}`}
            id={name}
            name={name}
            inputmode="numeric"
            value={typedText(typed, name) ?? ''}
          />
          <label for={name}>{label[language]}</label>
          {error && <span class="govuk-error-message">{error}</span>}
        </span>
      );
    })}
  </div>
);
