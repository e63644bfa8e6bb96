// The fields of each kind of event.
import type { Child, FC } from 'hono/jsx';
import type { Language, Words } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import type { Typed } from '#src/web/form.ts';
import { SelectField, TextArea, TextField } from '#src/web/ui.tsx';
import { type ActKind, codeSchemes, mostPieces } from '../act-forms.ts';
import { kindHeading, type UnitKind, type UnitRecord, unitKinds } from '../rules.ts';
import { schemeNames } from '../schemes.ts';

export const actHints: Record<ActKind, Words> = {
  establish: {
    vi: 'Đơn vị mới, thuộc đơn vị này từ một ngày.',
    en: 'A new unit, under this one from a day.',
  },
  rename: {
    vi: 'Vẫn là đơn vị này, tên khác từ một ngày.',
    en: 'The same unit, with another name from a day.',
  },
  move: { vi: 'Vẫn là đơn vị này, thuộc cấp trên khác.', en: 'The same unit, under another parent.' },
  merge: {
    vi: 'Đơn vị này, cùng các đơn vị khác nếu có, vào một đơn vị mới hoặc đang có.',
    en: 'This unit, with others if any, goes into a new or an existing one.',
  },
  split: {
    vi: 'Một phần tách ra, hoặc chia hết thành các đơn vị mới.',
    en: 'A part leaves, or all of it becomes new units.',
  },
  abolish: { vi: 'Kết thúc, không có đơn vị kế thừa.', en: 'It ends without a successor.' },
};

type Props = {
  kind: ActKind;
  unit: UnitRecord;
  typed: Typed;
  refusal: Refusal | null;
  language: Language;
};

/** Fields common to all events, and those of the kind; every typed value and refusal is shown again. */
export const ActFields: FC<Props> = (props) => {
  const { kind, language } = props;
  const t = (w: Words) => w[language];
  const Own = own[kind];
  return (
    <>
      <Line {...props} name="on" type="date" label={t({ vi: 'Hiệu lực từ ngày', en: 'In force from' })} />
      <Own {...props} />
      <Line
        {...props}
        name="basis"
        label={t({ vi: 'Căn cứ', en: 'Legal basis' })}
        hint={t({ vi: 'Số, ngày và cơ quan ban hành.', en: 'Number, date and issuer.' })}
      />
    </>
  );
};

type LineProps = Props & { name: string; label: string; hint?: string; type?: 'text' | 'date' };

const typedText = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
};

const Line: FC<LineProps> = ({ typed, refusal, language, name, label, hint, type }) => (
  <TextField
    name={name}
    label={label}
    value={typedText(typed, name)}
    error={refusal?.fields[name]?.[language]}
    {...(hint ? { hint } : {})}
    {...(type ? { type } : {})}
  />
);

const words = {
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

const Names: FC<Props> = (props) => {
  const t = (w: Words) => w[props.language];
  return (
    <>
      <Line {...props} name="fullName" label={t(words.fullName)} hint={t(words.fullNameHint)} />
      <Line {...props} name="name" label={t(words.name)} hint={t(words.nameHint)} />
    </>
  );
};

const Code: FC<Props> = (props) => {
  const t = (w: Words) => w[props.language];
  return (
    <div class="tk-unit-pair">
      <Line {...props} name="code" label={t(words.code)} />
      <SelectField
        name="scheme"
        label={t(words.scheme)}
        value={typedText(props.typed, 'scheme')}
        options={codeSchemes.map((s) => ({ value: s, label: t(schemeNames[s]!) }))}
      />
    </div>
  );
};

/** What usually stands under a unit of a kind. */
const usualChild: Partial<Record<UnitKind, UnitKind>> = {
  nation: 'province',
  province: 'commune',
  district: 'commune',
};

const Establish: FC<Props> = (props) => {
  const t = (w: Words) => w[props.language];
  return (
    <>
      <SelectField
        name="unitKind"
        label={t({ vi: 'Loại đơn vị', en: 'Kind of unit' })}
        value={typedText(props.typed, 'unitKind') || usualChild[props.unit.kind]}
        options={unitKinds
          .filter((k) => k !== 'nation')
          .map((k) => ({ value: k, label: kindHeading(k, props.language) }))}
      />
      <Names {...props} />
      <Code {...props} />
      <Line
        {...props}
        name="territory"
        label={t({ vi: 'Địa bàn (chỉ với cấp ủy)', en: 'Territory (of a Party committee)' })}
        hint={t(words.unitHint)}
      />
    </>
  );
};

const Move: FC<Props> = (props) => (
  <Line
    {...props}
    name="parent"
    label={props.language === 'vi' ? 'Cấp trên mới' : 'New parent'}
    hint={words.unitHint[props.language]}
  />
);

const Merge: FC<Props> = (props) => {
  const t = (w: Words) => w[props.language];
  return (
    <>
      <TextArea
        name="others"
        rows={4}
        label={t({ vi: 'Cùng với', en: 'Together with' })}
        hint={t({
          vi: 'Mỗi dòng một đơn vị. Để trống nếu chỉ có đơn vị này.',
          en: 'One unit a line. Empty when this unit is alone.',
        })}
        value={typedText(props.typed, 'others')}
        error={(props.refusal?.fields.others ?? props.refusal?.fields.from)?.[props.language]}
      />
      <Group title={t({ vi: 'Vào đơn vị đang có', en: 'Into an existing unit' })}>
        <Line
          {...props}
          name="into"
          label={t({ vi: 'Đơn vị nhận', en: 'Receiving unit' })}
          hint={t(words.unitHint)}
        />
      </Group>
      <Group title={t({ vi: 'Hoặc vào đơn vị mới', en: 'Or into a new unit' })}>
        <Names {...props} />
        <Code {...props} />
        <Line
          {...props}
          name="parent"
          label={t(words.parent)}
          hint={t({ vi: 'Để trống thì như đơn vị này.', en: 'Empty: as this unit’s.' })}
        />
      </Group>
    </>
  );
};

const Group: FC<{ title: string; children?: Child }> = ({ title, children }) => (
  <fieldset class="govuk-fieldset govuk-!-margin-bottom-6">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{title}</legend>
    {children}
  </fieldset>
);

const Split: FC<Props> = (props) => {
  const t = (w: Words) => w[props.language];
  return (
    <>
      <SelectField
        name="continues"
        label={t({ vi: 'Sau khi chia tách, đơn vị này', en: 'After the split, this unit' })}
        value={typedText(props.typed, 'continues') || 'yes'}
        options={[
          { value: 'yes', label: t({ vi: 'vẫn còn, nhỏ hơn', en: 'lives on, smaller' }) },
          { value: 'no', label: t({ vi: 'kết thúc', en: 'ends' }) },
        ]}
      />
      <Group title={t({ vi: 'Các đơn vị mới', en: 'New units' })}>
        {Array.from({ length: mostPieces }, (_, i) => (
          <div class="tk-unit-piece">
            <Line
              {...props}
              name={`piece${i}`}
              label={t({ vi: `Tên đầy đủ, đơn vị ${i + 1}`, en: `Full name, unit ${i + 1}` })}
            />
            <Line {...props} name={`code${i}`} label={t(words.code)} />
            <Line {...props} name={`share${i}`} label={t({ vi: 'Tỷ lệ %', en: 'Share %' })} />
          </div>
        ))}
      </Group>
      <Group title={t({ vi: 'Chia số liệu cũ (nếu khai)', en: 'Sharing earlier figures (if declared)' })}>
        <Line
          {...props}
          name="keptShare"
          label={t({ vi: 'Phần ở lại đơn vị này, %', en: 'Part kept by this unit, %' })}
          hint={t({
            vi: 'Khai đủ mọi phần, cộng lại 100%; hoặc để trống tất cả, khi đó số liệu cũ không chia.',
            en: 'Give every part, 100% together; or leave all empty: then earlier figures are not shared out.',
          })}
        />
        <Line
          {...props}
          name="shareBasis"
          label={t({ vi: 'Tỷ lệ lấy theo', en: 'Shares rest on' })}
          hint={t({ vi: 'Thí dụ: dân số ngày 31/12/2024.', en: 'E.g. population on 31 December 2024.' })}
        />
      </Group>
    </>
  );
};

const Abolish: FC<Props> = ({ language }) => (
  <p class="govuk-inset-text">
    {language === 'vi'
      ? 'Có đơn vị kế thừa thì chọn “Sáp nhập, hợp nhất”, để tra được nơi tiếp nhận.'
      : 'If there is a successor choose “Merge”, so that it can be found.'}
  </p>
);

const own: Record<ActKind, FC<Props>> = {
  establish: Establish,
  rename: Names,
  move: Move,
  merge: Merge,
  split: Split,
  abolish: Abolish,
};
