// The fields of each kind of event.
import type { FC } from 'hono/jsx';
import type { Words } from '#src/kernel/language.ts';
import { typedText } from '#src/web/form.ts';
import { SelectField, TextArea } from '#src/web/ui.tsx';
import { type ActKind, codeSchemes } from '../act-forms.ts';
import { kindHeading, type UnitKind, unitKinds } from '../rules.ts';
import { schemeNames } from '../schemes.ts';
import { type ActProps, Group, Line, words } from './act-line.tsx';
import { Split, Succeed } from './split-fields.tsx';

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
  succeed: {
    vi: 'Đơn vị đã kết thúc mà nguồn chưa ghi ai tiếp nhận, hoặc chưa ghi tỷ lệ.',
    en: 'A unit that ended, and nothing says who took it, or how much each took.',
  },
};

/** Fields common to all events, and those of the kind; every typed value and refusal is shown again. */
export const ActFields: FC<ActProps> = (props) => {
  const { kind, language } = props;
  const t = (w: Words) => w[language];
  const Own = own[kind];
  return (
    <>
      {kind === 'succeed' ? (
        <input type="hidden" name="on" value={typedText(props.typed, 'on')} />
      ) : (
        <Line {...props} name="on" type="date" label={t({ vi: 'Hiệu lực từ ngày', en: 'In force from' })} />
      )}
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

const Names: FC<ActProps> = (props) => {
  const t = (w: Words) => w[props.language];
  return (
    <>
      <Line {...props} name="fullName" label={t(words.fullName)} hint={t(words.fullNameHint)} />
      <Line {...props} name="name" label={t(words.name)} hint={t(words.nameHint)} />
    </>
  );
};

const Code: FC<ActProps> = (props) => {
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

const Establish: FC<ActProps> = (props) => {
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

const Move: FC<ActProps> = (props) => (
  <Line
    {...props}
    name="parent"
    label={props.language === 'vi' ? 'Cấp trên mới' : 'New parent'}
    hint={words.unitHint[props.language]}
  />
);

const Merge: FC<ActProps> = (props) => {
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

const Abolish: FC<ActProps> = ({ language }) => (
  <p class="govuk-inset-text">
    {language === 'vi'
      ? 'Có đơn vị kế thừa thì chọn “Sáp nhập, hợp nhất”, để tra được nơi tiếp nhận.'
      : 'If there is a successor choose “Merge”, so that it can be found.'}
  </p>
);

const own: Record<ActKind, FC<ActProps>> = {
  establish: Establish,
  rename: Names,
  move: Move,
  merge: Merge,
  split: Split,
  abolish: Abolish,
  succeed: Succeed,
};
