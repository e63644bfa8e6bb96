// The fields of a change of a campaign, as its kind asks for them.
import type { Child, FC } from 'hono/jsx';
import type { ChangeKind } from '#src/campaigns/amendments.ts';
import type { ObligationRow } from '#src/campaigns/rules.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { type Typed, typedText } from '#src/web/form.ts';
import { Checkbox, SelectField, TextArea, TextField } from '#src/web/ui.tsx';

type FieldsProps = {
  kind: ChangeKind;
  typed: Typed;
  refusal: Refusal | null;
  obligations: readonly ObligationRow[];
  templates: readonly string[];
  language: Language;
};

export const ChangeFields: FC<FieldsProps> = ({ kind, typed, refusal, obligations, templates, language }) => {
  const say = (vi: string, en: string) => ({ vi, en })[language];
  const input = (name: string, label: Words) => ({
    name,
    label: label[language],
    value: typedText(typed, name) ?? '',
    error: refusal?.fields[name]?.[language],
  });
  const unit = (
    <SelectField
      {...input('obligationId', { vi: 'Đơn vị', en: 'Unit' })}
      options={obligations.map((o) => ({ value: o.id, label: `${o.unitName} (${o.templateCode})` }))}
    />
  );
  const template = (any: boolean) => (
    <SelectField
      {...input('templateCode', { vi: 'Mẫu', en: 'Template' })}
      options={[
        ...(any ? [{ value: '', label: say('mọi mẫu', 'every template') }] : []),
        ...templates.map((code) => ({ value: code, label: say(`mẫu ${code}`, `template ${code}`) })),
      ]}
    />
  );
  const title = <TextArea {...input('title', { vi: 'Tên báo cáo', en: 'Title of the report' })} rows={2} />;
  if (kind === 'title')
    return (
      <>
        {unit}
        {title}
      </>
    );
  if (kind === 'remove') return unit;
  if (kind === 'template')
    return (
      <>
        {template(false)}
        <p class="govuk-body-s">
          {say(
            'Báo cáo chưa mở và báo cáo đang soạn chuyển sang phiên bản mới nhất; chữ và số đã gõ đi theo. Báo cáo đã gửi giữ phiên bản của nó.',
            'Reports not begun and those being written move to the newest version with all that was typed. A report that was sent keeps its version.',
          )}
        </p>
      </>
    );
  if (kind === 'add')
    return (
      <>
        <TextField {...input('unit', { vi: 'Tên đơn vị', en: 'Name of the unit' })} />
        {template(false)}
        {title}
      </>
    );
  return <DeadlineFields {...{ typed, input, template: template(true), language }} />;
};

type DeadlineProps = {
  typed: Typed;
  input: (
    name: string,
    label: Words,
  ) => { name: string; label: string; value: string; error: string | undefined };
  template: Child;
  language: Language;
};

const DeadlineFields: FC<DeadlineProps> = ({ typed, input, template, language }) => {
  const say = (vi: string, en: string) => ({ vi, en })[language];
  return (
    <>
      <SelectField
        {...input('stage', { vi: 'Bản', en: 'Artefact' })}
        options={[
          { value: 'official', label: say('báo cáo chính thức', 'official report') },
          { value: 'draft', label: say('dự thảo', 'draft') },
        ]}
      />
      <SelectField
        {...input('cohort', { vi: 'Đối với', en: 'For' })}
        options={[
          { value: 'all', label: say('mọi đơn vị', 'every unit') },
          { value: 'surveyed', label: say('đơn vị được khảo sát', 'surveyed units') },
        ]}
      />
      {template}
      <TextField
        {...input('printedOn', { vi: 'Ngày mới, thí dụ 15/9/2023', en: 'New date, e.g. 15/9/2023' })}
      />
      <Checkbox
        name="counted"
        label={say('Tính cả ngày này', 'That day still counts')}
        checked={typed.look !== 'yes' || typed.counted === 'yes'}
      />
    </>
  );
};
