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

export const DecisionForm: FC<Props> = (props) => {
  const t = (w: Words) => w[props.language];
  return (
    <aside class="tk-panel" aria-labelledby="quyet-dinh">
      <h2 class="govuk-heading-s" id="quyet-dinh">
        {t({ vi: 'Quyết định', en: 'Decide' })}
      </h2>
      {releaseOf(props.owed.decisions) ? (
        <p class="govuk-body">
          {t({
            vi: 'Đơn vị đã được miễn hoặc loại trừ. Muốn ra quyết định khác thì trước hết rút quyết định ấy.',
            en: 'The body is exempt or excluded. Withdraw that decision before making another.',
          })}
        </p>
      ) : (
        <Form {...props} />
      )}
    </aside>
  );
};

const Form: FC<Props> = ({ action, owed, typed, refusal, language }) => {
  const t = (w: Words) => w[language];
  const field = (name: string) => ({
    name,
    value: typedText(typed, name),
    error: refusal?.fields[name]?.[language],
  });
  return (
    <form method="post" action={action} novalidate>
      <SelectField
        {...field('kind')}
        label={t({ vi: 'Loại', en: 'Kind' })}
        options={decisionKinds.map((kind) => ({ value: kind, label: t(decisionNames[kind]) }))}
      />
      {owed.stages.length > 1 && (
        <SelectField
          {...field('stage')}
          label={t({ vi: 'Gia hạn cho bản', en: 'Extends' })}
          options={[
            ...owed.stages.map((s) => ({ value: s.stage as string, label: t(stageNames[s.stage]) })),
            { value: '', label: t({ vi: 'Cả hai bản', en: 'Both' }) },
          ]}
        />
      )}
      <TextField
        {...field('dueOn')}
        type="date"
        label={t({ vi: 'Gia hạn đến hết ngày', en: 'Extended to the end of' })}
        hint={t({ vi: 'Chỉ dùng khi gia hạn.', en: 'For an extension only.' })}
      />
      <TextArea
        {...field('reason')}
        rows={4}
        label={t({ vi: 'Lý do', en: 'Reason' })}
        hint={t({
          vi: 'Đơn vị đọc được lý do này. Với văn thư mật chỉ ghi số, ngày và ngày nhận, không ghi nội dung.',
          en: 'The body can read it. For the secret channel give only number, date and day of receipt, no contents.',
        })}
      />
      <Button>{t({ vi: 'Ghi quyết định', en: 'Record the decision' })}</Button>
    </form>
  );
};
