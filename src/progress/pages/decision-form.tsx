// Extend, exempt, exclude, or register a report that came by the secret channel: one form, always with a reason.
import type { FC } from 'hono/jsx';
import {
  decisionKinds,
  decisionNames,
  type ObligationRow,
  releaseOf,
  stageNames,
} from '#src/campaigns/rules.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { type Typed, typedText } from '#src/web/form.ts';
import { Button, SelectField, TextArea, TextField } from '#src/web/ui.tsx';

type Props = {
  action: string;
  owed: ObligationRow;
  typed: Typed;
  refusal: Refusal | null;
  language: Language;
};

export const DecisionForm: FC<Props> = ({ action, owed, typed, refusal, language }) => {
  const t = (w: Words) => w[language];
  const value = (name: string) => typedText(typed, name);
  const error = (name: string) => refusal?.fields[name]?.[language];
  return (
    <aside class="tk-panel" aria-labelledby="quyet-dinh">
      <h2 class="govuk-heading-s" id="quyet-dinh">
        {t({ vi: 'Quyết định', en: 'Decide' })}
      </h2>
      {releaseOf(owed.decisions) ? (
        <p class="govuk-body">
          {t({
            vi: 'Đơn vị đã được miễn hoặc loại trừ. Muốn ra quyết định khác thì trước hết rút quyết định ấy.',
            en: 'The body is exempt or excluded. Withdraw that decision before making another.',
          })}
        </p>
      ) : (
        <form method="post" action={action} novalidate>
          <SelectField
            name="kind"
            label={t({ vi: 'Loại', en: 'Kind' })}
            value={value('kind')}
            error={error('kind')}
            options={decisionKinds.map((kind) => ({ value: kind, label: t(decisionNames[kind]) }))}
          />
          {owed.stages.length > 1 && (
            <SelectField
              name="stage"
              label={t({ vi: 'Gia hạn cho bản', en: 'Extends' })}
              value={value('stage')}
              error={error('stage')}
              options={[
                ...owed.stages.map((s) => ({ value: s.stage as string, label: t(stageNames[s.stage]) })),
                { value: '', label: t({ vi: 'Cả hai bản', en: 'Both' }) },
              ]}
            />
          )}
          <TextField
            name="dueOn"
            type="date"
            label={t({ vi: 'Gia hạn đến hết ngày', en: 'Extended to the end of' })}
            hint={t({ vi: 'Chỉ dùng khi gia hạn.', en: 'For an extension only.' })}
            value={value('dueOn')}
            error={error('dueOn')}
          />
          <TextArea
            name="reason"
            rows={4}
            label={t({ vi: 'Lý do', en: 'Reason' })}
            hint={t({
              vi: 'Đơn vị đọc được lý do này. Với văn thư mật chỉ ghi số, ngày và ngày nhận, không ghi nội dung.',
              en: 'The body can read it. For the secret channel give only number, date and day of receipt, no contents.',
            })}
            value={value('reason')}
            error={error('reason')}
          />
          <Button>{t({ vi: 'Ghi quyết định', en: 'Record the decision' })}</Button>
        </form>
      )}
    </aside>
  );
};
