// The form of a group, and a group's rule in one sentence.
import type { FC } from 'hono/jsx';
import { formatDate, type LocalDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { type Typed, typedText } from '#src/web/form.ts';
import { Button, ErrorSummary, TextArea, TextField } from '#src/web/ui.tsx';
import type { GroupRule } from '../rules/groups.ts';
import { kindHeading, kindNames, nameOn, type Registry, unitKinds } from '../rules.ts';
import type { GroupRow } from '../store/groups.ts';

const called = (registry: Registry, id: string, on: LocalDate): string => {
  const unit = registry.byId.get(id);
  return unit ? nameOn(registry, unit, on).fullName : id;
};

/** "mọi ban cán sự đảng, trừ nhóm X, trừ Bộ Y tế". */
export function ruleInWords(
  registry: Registry,
  rule: GroupRule,
  groups: readonly GroupRow[],
  on: LocalDate,
  language: Language,
): string {
  const t = (w: Words) => w[language];
  const names = (ids: readonly string[]) =>
    ids.length > 4
      ? t({ vi: `${ids.length} đơn vị`, en: `${ids.length} units` })
      : ids.map((id) => called(registry, id, on)).join(', ');
  const parts = [
    rule.kinds.length > 0 &&
      `${t({ vi: 'Mọi', en: 'Every' })} ${rule.kinds.map((k) => t(kindNames[k])).join('; ')}`,
    rule.under && `${t({ vi: 'thuộc', en: 'under' })} ${called(registry, rule.under, on)}`,
    rule.except.groups.length > 0 &&
      `${t({ vi: 'trừ nhóm', en: 'except group' })} ${rule.except.groups.map((id) => groups.find((g) => g.id === id)?.name ?? t({ vi: '(đã ngừng)', en: '(retired)' })).join(', ')}`,
    rule.except.units.length > 0 && `${t({ vi: 'trừ', en: 'except' })} ${names(rule.except.units)}`,
    rule.include.length > 0 && `${t({ vi: 'thêm', en: 'with' })} ${names(rule.include)}`,
  ];
  return parts.filter(Boolean).join(', ');
}

type Props = {
  title: string;
  /** The group's name as it is now. */
  caption: string | null;
  registry: Registry;
  groups: readonly GroupRow[];
  on: LocalDate;
  typed: Typed;
  rule: GroupRule;
  refusal: Refusal | null;
  language: Language;
};

type Choice = { value: string; label: string; checked: boolean };

const Boxes: FC<{ name: string; legend: string; choices: Choice[]; error?: string | undefined }> = ({
  name,
  legend,
  choices,
  error,
}) => (
  <fieldset
    class={`govuk-fieldset tk-unit-boxes govuk-form-group govuk-!-margin-bottom-6${error ? ' govuk-form-group--error' : ''}`}
    id={name}
  >
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
    {error && <p class="govuk-error-message">{error}</p>}
    <div class="govuk-checkboxes govuk-checkboxes--small">
      {choices.map((choice) => (
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            type="checkbox"
            id={`${name}-${choice.value}`}
            name={`${name}[]`}
            value={choice.value}
            checked={choice.checked}
          />
          <label class="govuk-label govuk-checkboxes__label" for={`${name}-${choice.value}`}>
            {choice.label}
          </label>
        </div>
      ))}
    </div>
  </fieldset>
);

/** Every field of a group, with what was typed and refused. */
export const GroupFields: FC<Props> = (props) => {
  const { registry, groups, on, typed, rule, refusal, language } = props;
  const t = (w: Words) => w[language];
  const error = (name: string) => refusal?.fields[name]?.[language];
  const units = (ids: readonly string[]) =>
    ids.map((id) => ({ value: id, label: called(registry, id, on), checked: true }));
  const nameHint = t({
    vi: 'Mỗi dòng một tên; trùng tên thì ghi kèm cấp trên.',
    en: 'One name a line; for homonyms add the parent.',
  });
  return (
    <>
      <ErrorSummary refusal={refusal} language={language} />
      <h1 class="govuk-heading-l">
        {props.caption && <span class="govuk-caption-l">{props.caption}</span>}
        {props.title}
      </h1>
      <input type="hidden" name="version" value={typedText(typed, 'version') ?? '0'} />
      <TextField
        name="name"
        label={t({ vi: 'Tên nhóm', en: 'Name of the group' })}
        value={typedText(typed, 'name')}
        error={error('name')}
      />
      <Boxes
        name="kinds"
        legend={t({ vi: 'Mọi đơn vị thuộc loại', en: 'Every unit of the kind' })}
        error={error('kinds')}
        choices={unitKinds
          .filter((k) => k !== 'nation')
          .map((k) => ({ value: k, label: kindHeading(k, language), checked: rule.kinds.includes(k) }))}
      />
      <TextField
        name="under"
        label={t({ vi: 'Chỉ trong', en: 'Only under' })}
        hint={t({
          vi: 'Để trống là cả nước; cấp ủy tính theo địa bàn.',
          en: 'Empty: the whole nation; Party committees count by territory.',
        })}
        value={typedText(typed, 'under') ?? (rule.under ? called(registry, rule.under, on) : '')}
        error={error('under')}
      />
      {groups.length > 0 && (
        <Boxes
          name="exceptGroups"
          legend={t({ vi: 'Trừ các đơn vị của nhóm', en: 'Except the units of group' })}
          error={error('exceptGroups')}
          choices={groups.map((g) => ({
            value: g.id,
            label: g.name,
            checked: rule.except.groups.includes(g.id),
          }))}
        />
      )}
      {rule.except.units.length > 0 && (
        <Boxes
          name="exceptUnits"
          legend={t({ vi: 'Đang trừ', en: 'Excepted now' })}
          choices={units(rule.except.units)}
        />
      )}
      <TextArea
        name="moreExcept"
        rows={3}
        label={t({ vi: 'Trừ thêm đơn vị', en: 'Also except' })}
        hint={nameHint}
        value={typedText(typed, 'moreExcept')}
        error={error('moreExcept')}
      />
      {rule.include.length > 0 && (
        <Boxes
          name="include"
          legend={t({ vi: 'Đang thêm', en: 'Added now' })}
          choices={units(rule.include)}
          error={error('include')}
        />
      )}
      <TextArea
        name="moreInclude"
        rows={3}
        label={t({ vi: 'Thêm đơn vị', en: 'Also add' })}
        hint={nameHint}
        value={typedText(typed, 'moreInclude')}
        error={error('moreInclude')}
      />
      <div class="govuk-button-group">
        <Button name="step" value="save">
          {t({ vi: 'Lưu nhóm', en: 'Save the group' })}
        </Button>
        <Button secondary name="step" value="preview">
          {t({ vi: `Xem thử ngày ${formatDate(on)}`, en: `Preview on ${formatDate(on)}` })}
        </Button>
      </div>
    </>
  );
};
