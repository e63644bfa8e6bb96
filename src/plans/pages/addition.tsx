// "Thêm dữ kiện": choose the kind, quote the words it stands on, give its value.
import type { FC } from 'hono/jsx';
import type { Language, Words } from '#src/kernel/language.ts';
import type { Refusal } from '#src/kernel/refusal.ts';
import { type AdditionKind, additionKinds } from '#src/plans/rules/additions.ts';
import { type Typed, typedText } from '#src/web/form.ts';
import { Button, Checkbox, SelectField, TextArea, TextField } from '#src/web/ui.tsx';

export type Adding = { kind: AdditionKind; typed: Typed; refusal: Refusal | null };

const kindWords: Record<AdditionKind, Words> = {
  deadline: { vi: 'Thời hạn', en: 'Deadline' },
  target: { vi: 'Lớp đơn vị và mẫu', en: 'Class of units and template' },
  visit: { vi: 'Nơi khảo sát', en: 'Places to visit' },
  task: { vi: 'Nhiệm vụ', en: 'Task' },
  attachment: { vi: 'Tệp gửi kèm', en: 'Attachment' },
  subject: { vi: 'Văn bản được tổng kết', en: 'Reviewed document' },
  issuedOn: { vi: 'Ngày ban hành', en: 'Date of issue' },
  symbol: { vi: 'Số và ký hiệu', en: 'Number and symbol' },
};

export function isAdditionKind(text: unknown): text is AdditionKind {
  return additionKinds.some((kind) => kind === text);
}

type Props = {
  planId: string;
  kinds: readonly AdditionKind[];
  adding: Adding | null;
  templates: readonly string[];
  language: Language;
};

/** The kinds as links, so that it works without JavaScript; below them the form of the chosen one. */
export const Addition: FC<Props> = ({ planId, kinds, adding, templates, language }) => {
  const vi = language === 'vi';
  const quote = adding && typedText(adding.typed, 'quote');
  const query = (kind: AdditionKind) =>
    new URLSearchParams({ add: kind, ...(quote ? { quote: quote.slice(0, 1000) } : {}) }).toString();
  return (
    <section class="tk-add" aria-labelledby="them" data-add={`/plans/${planId}`}>
      <h3 class="govuk-heading-s" id="them">
        {vi ? 'Thêm dữ kiện' : 'Add a fact'}
      </h3>
      <button type="button" class="govuk-button tk-button--s tk-add__selected" data-add-selected hidden>
        {vi ? 'Thêm dữ kiện từ chữ đã chọn' : 'Add a fact from the selected words'}
      </button>
      <ul class="tk-add__kinds">
        {kinds.map((kind) => (
          <li>
            <a
              class="govuk-link"
              href={`/plans/${planId}?${query(kind)}#them`}
              {...(adding?.kind === kind ? { 'aria-current': 'true' } : {})}
            >
              {kindWords[kind][language]}
            </a>
          </li>
        ))}
      </ul>
      {adding && <AdditionForm planId={planId} adding={adding} templates={templates} language={language} />}
    </section>
  );
};

type FormProps = { planId: string; adding: Adding; templates: readonly string[]; language: Language };

const AdditionForm: FC<FormProps> = ({ planId, adding, templates, language }) => {
  const vi = language === 'vi';
  const input = inputOf(adding, language);
  return (
    <form method="post" action={`/plans/${planId}/facts`}>
      <input type="hidden" name="kind" value={adding.kind} />
      <TextArea
        {...input('quote', {
          vi: 'Những chữ trong văn bản làm căn cứ',
          en: 'The words of the text on which it stands',
        })}
        rows={3}
        hint={
          vi
            ? 'Trích đúng từng chữ, hoặc bôi đen chữ trong văn bản.'
            : 'Quote exactly, or select words in the text.'
        }
      />
      <TextField {...input('paragraph', { vi: 'Số đoạn (nếu trùng)', en: 'Paragraph, if repeated' })} />
      <Values adding={adding} templates={templates} language={language} />
      <div class="tk-actions">
        <Button small>{vi ? 'Thêm dữ kiện này' : 'Add this fact'}</Button>
        <a class="govuk-link" href={`/plans/${planId}#them`}>
          {vi ? 'Thôi' : 'Cancel'}
        </a>
      </div>
    </form>
  );
};

const inputOf =
  ({ typed, refusal }: Adding, language: Language) =>
  (name: string, label: Words) => ({
    name,
    label: label[language],
    value: typedText(typed, name) ?? '',
    error: refusal?.fields[name]?.[language],
  });

const Values: FC<Omit<FormProps, 'planId'>> = ({ adding, templates, language }) => {
  const input = inputOf(adding, language);
  const day = (vi: string, en: string) => <TextField {...input('from', { vi, en })} />;
  switch (adding.kind) {
    case 'deadline':
      return (
        <>
          <TextField {...input('what', { vi: 'Việc phải xong', en: 'What is due' })} />
          <TextField {...input('who', { vi: 'Ai phải làm', en: 'By whom' })} />
          {day('Hạn, thí dụ 30/8/2023', 'Due on, e.g. 30/8/2023')}
          <Checkbox
            name="counted"
            label={language === 'vi' ? 'Tính cả ngày này' : 'That day still counts'}
            checked={adding.refusal === null || adding.typed.counted === 'yes'}
          />
          <SelectField
            {...input('binds', { vi: 'Là hạn nộp báo cáo của', en: 'Is the due date of reports on' })}
            options={[
              { value: '', label: language === 'vi' ? 'không riêng mẫu nào' : 'no template in particular' },
              ...templates.map((t) => ({
                value: t,
                label: language === 'vi' ? `đơn vị làm mẫu ${t}` : `template ${t}`,
              })),
            ]}
          />
        </>
      );
    case 'target':
      return (
        <>
          <TextField {...input('who', { vi: 'Các đơn vị', en: 'The units' })} />
          <TextField {...input('template', { vi: 'Mã mẫu báo cáo', en: 'Template code' })} />
          {day('Hạn nộp, nếu có', 'Due on, if given')}
        </>
      );
    case 'visit':
      return (
        <>
          <TextArea {...input('units', { vi: 'Mỗi dòng một nơi', en: 'One place a line' })} rows={4} />
          {day('Từ ngày, nếu có', 'From, if given')}
          <TextField {...input('to', { vi: 'Đến ngày, nếu có', en: 'To, if given' })} />
        </>
      );
    case 'task':
      return (
        <>
          <TextField {...input('lead', { vi: 'Đơn vị chủ trì', en: 'Lead unit' })} />
          <TextField {...input('supporting', { vi: 'Phối hợp', en: 'Supporting units' })} />
          <TextArea {...input('what', { vi: 'Việc phải làm', en: 'What is to be done' })} rows={3} />
          {day('Hạn, nếu có', 'Due on, if given')}
        </>
      );
    case 'subject':
      return (
        <>
          <TextField {...input('symbol', { vi: 'Số, ký hiệu văn bản', en: 'Document symbol' })} />
          {day('Ngày văn bản, nếu có', 'Dated, if given')}
          <TextField {...input('issuer', { vi: 'Cơ quan ra văn bản', en: 'Issued by' })} />
        </>
      );
    case 'issuedOn':
      return day('Ngày ban hành', 'Date of issue');
    default:
      return <TextField {...input('value', kindWords[adding.kind])} />;
  }
};
