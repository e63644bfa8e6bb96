// The fields of a split and of successors told afterwards: who takes which part, by which declared rule.
import type { FC } from 'hono/jsx';
import type { Words } from '#src/kernel/language.ts';
import { typedText } from '#src/web/form.ts';
import { SelectField } from '#src/web/ui.tsx';
import { mostPieces } from '../act-forms.ts';
import { type ActProps, Group, Line, words } from './act-line.tsx';

const ShareBasis: FC<ActProps> = (props) => (
  <Line
    {...props}
    name="shareBasis"
    label={props.language === 'vi' ? 'Tỷ lệ lấy theo' : 'Shares rest on'}
    hint={
      props.language === 'vi' ? 'Thí dụ: dân số ngày 31/12/2024.' : 'E.g. population on 31 December 2024.'
    }
  />
);

export const Split: FC<ActProps> = (props) => {
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
        <ShareBasis {...props} />
      </Group>
    </>
  );
};

export const Succeed: FC<ActProps> = (props) => {
  const t = (w: Words) => w[props.language];
  const filled = Array.from({ length: mostPieces }, (_, i) => i).filter((i) => props.typed[`piece${i}`]);
  const shown = Math.min(mostPieces, Math.max(2, filled.length) + 1);
  return (
    <Group title={t({ vi: 'Đơn vị kế thừa', en: 'Successors' })}>
      {props.refusal?.fields.into && (
        <p class="govuk-error-message">{props.refusal.fields.into[props.language]}</p>
      )}
      {Array.from({ length: shown }, (_, i) => (
        <div class="tk-unit-piece">
          <Line {...props} name={`piece${i}`} label={`${t({ vi: 'Đơn vị', en: 'Unit' })} ${i + 1}`} />
          <Line {...props} name={`share${i}`} label={t({ vi: 'Tỷ lệ, %', en: 'Share, %' })} />
        </div>
      ))}
      <p class="govuk-hint">
        {t({
          vi: 'Một đơn vị thì để trống tỷ lệ. Nhiều đơn vị thì ghi đủ tỷ lệ, cộng lại 100%; nếu để trống, số liệu cũ không chia.',
          en: 'One unit: leave the share empty. Several: give every share, 100% together; if empty, earlier figures are not shared out.',
        })}
      </p>
      <ShareBasis {...props} />
    </Group>
  );
};
