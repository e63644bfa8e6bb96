// What the forms of all events are made of: a line that keeps what was typed and shows its refusal, a group, common words.
import type { Child, FC } from 'hono/jsx';
import type { Language, Words } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { type Typed, typedText } from '#src/web/form.ts';
import { TextField } from '#src/web/ui.tsx';
import type { ActKind } from '../act-forms.ts';
import type { UnitRecord } from '../rules.ts';

export type ActProps = {
  kind: ActKind;
  unit: UnitRecord;
  typed: Typed;
  refusal: Refusal | null;
  language: Language;
};

type LineProps = ActProps & { name: string; label: string; hint?: string; type?: 'text' | 'date' };

/** One field of the form. */
export const Line: FC<LineProps> = ({ typed, refusal, language, name, label, hint, type }) => (
  <TextField
    name={name}
    label={label}
    value={typedText(typed, name) ?? ''}
    error={refusal?.fields[name]?.[language]}
    {...(hint ? { hint } : {})}
    {...(type ? { type } : {})}
  />
);

export const words = {
  fullName: { vi: 'Tên đầy đủ', en: 'Full name' },
  fullNameHint: {
    vi: 'Như trong văn bản, thí dụ “Phường Ba Đình”.',
    en: 'As in the document, e.g. “Phường Ba Đình”.',
  },
  name: { vi: 'Tên gọn', en: 'Short name' },
  nameHint: {
    vi: 'Để trống thì lấy tên đầy đủ bỏ chữ chỉ loại.',
    en: 'Empty takes the full name without its type.',
  },
  code: { vi: 'Mã', en: 'Code' },
  scheme: { vi: 'Hệ mã', en: 'Scheme of the code' },
  parent: { vi: 'Cấp trên', en: 'Parent' },
  unitHint: {
    vi: 'Gõ tên; trùng tên thì ghi kèm cấp trên: “huyện Châu Thành, tỉnh Long An”.',
    en: 'Type its name; for homonyms add the parent: “huyện Châu Thành, tỉnh Long An”.',
  },
} satisfies Record<string, Words>;

/** Fields that belong together. */
export const Group: FC<{ title: string; children?: Child }> = ({ title, children }) => (
  <fieldset class="govuk-fieldset govuk-!-margin-bottom-6">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{title}</legend>
    {children}
  </fieldset>
);
