// The focal person of a unit: who it is, who it was, and the form that hands over.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { z } from 'zod';
import { dateAt, formatDate } from '#src/kernel/dates.ts';
import { isId } from '#src/kernel/ids.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { insist, notFound, type Refusal } from '#src/kernel/refusal.ts';
import { act, type Ctx, type Env, found, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed, typedText } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink, Button, ErrorSummary, TextField } from '#src/web/ui.tsx';
import { handOverContact } from '../directory-actions.ts';
import { type ContactRow, contactRefusal } from '../rules/contacts.ts';
import { contactsOf } from '../store/contacts.ts';
import { unitNames } from '../store.ts';

export const unitContactPages = new Hono<Env>();

const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Không quá ${max} ký tự | At most ${max} characters`)
    .default('')
    .transform((text) => text || null);
const email = z.union([
  z.literal('').transform(() => null),
  z.email('Địa chỉ thư điện tử không đúng dạng | This is not an e-mail address').max(200),
]);
const contactForm = z
  .object({
    contactName: z.string().trim().max(200, 'Không quá 200 ký tự | At most 200 characters').default(''),
    position: optional(200),
    phone: z
      .union([
        z.literal('').transform(() => null),
        z
          .string()
          .trim()
          .regex(
            /^[+\d][\d .()-]{5,24}$/,
            'Số điện thoại chỉ gồm chữ số, dấu cách, chấm, gạch nối | A telephone number has digits, spaces, dots and dashes',
          ),
      ])
      .default(null),
    email: email.default(null),
    fromOn: z.iso.date('Cần một ngày, thí dụ 01/7/2025 | A date is needed, e.g. 2025-07-01'),
    reason: optional(500),
  })
  .transform(({ contactName, ...rest }) => ({ name: contactName.normalize('NFC'), ...rest }));

async function asked(c: Ctx) {
  const { db, actor, now } = act(c);
  const id = c.req.param('id') ?? '';
  if (!isId(id)) throw notFound();
  const name = found((await unitNames(db, [id], dateAt(now))).get(id));
  insist(contactRefusal(actor, id));
  return { id, name: name.fullName, history: await contactsOf(db, id) };
}

unitContactPages.get('/units/:id/contacts/new', async (c) => formPage(c, {}, null));

unitContactPages.post('/units/:id/contacts/new', async (c) => {
  const { id } = await asked(c);
  const typed = await readForm(c);
  const result = await attempt(async () => handOverContact(act(c), id, parseForm(contactForm, typed)));
  if (result.refusal) return formPage(c, typed, result.refusal);
  return c.redirect(`/units/${id}#dau-moi`, 303);
});

async function formPage(c: Ctx, typed: Typed, refusal: Refusal | null) {
  const { id, name, history } = await asked(c);
  const t = words(c);
  const now = history.find((row) => row.toOn === null);
  const today = dateAt(c.var.now);
  const field = (
    fieldName: string,
    label: Words,
    extra: { hint?: string; type?: 'date' | 'email' | 'tel'; value?: string } = {},
  ) => (
    <TextField
      name={fieldName}
      label={t(label)}
      {...extra}
      value={typedText(typed, fieldName) ?? extra.value}
      error={refusal?.fields[fieldName]?.[c.var.language]}
    />
  );
  return page(
    c,
    { title: { vi: 'Bàn giao đầu mối', en: 'Hand over the contact' }, status: statusOf(refusal) },
    <>
      <BackLink href={`/units/${id}`}>{name}</BackLink>
      <form method="post" action={`/units/${id}/contacts/new`} class="tk-form" novalidate>
        <ErrorSummary refusal={refusal} language={c.var.language} />
        <h1 class="govuk-heading-l">
          <span class="govuk-caption-l">{name}</span>
          {now
            ? t({ vi: `Bàn giao từ ${now.name}`, en: `Hand over from ${now.name}` })
            : t({ vi: 'Ghi đầu mối', en: 'Record the contact' })}
        </h1>
        {field('contactName', { vi: 'Họ tên', en: 'Name' })}
        {field('position', { vi: 'Chức vụ', en: 'Position' })}
        {field('phone', { vi: 'Điện thoại', en: 'Telephone' }, { type: 'tel' })}
        {field('email', { vi: 'Thư điện tử', en: 'E-mail' }, { type: 'email' })}
        {field('fromOn', { vi: 'Từ ngày', en: 'From' }, { type: 'date', value: today })}
        {field('reason', { vi: 'Ghi chú bàn giao', en: 'Note' })}
        <Button>{t({ vi: 'Lưu đầu mối', en: 'Save the contact' })}</Button>
        <p class="tk-small">
          {t({
            vi: 'Chỉ cơ quan chủ trì đợt tổng kết và chính đơn vị xem được. Người trước vẫn giữ trong lịch sử.',
            en: 'Only the centre and the unit itself see this. The person before stays in the history.',
          })}
        </p>
      </form>
    </>,
  );
}

/** On the unit's page, for those who may see it: the present contact, earlier ones, and the way to hand over. */
export const Contacts: FC<{
  unitId: string;
  history: ContactRow[];
  mayWrite: boolean;
  language: Language;
}> = ({ unitId, history, mayWrite, language }) => {
  const t = (w: Words) => w[language];
  const [now, before] = [history.find((r) => r.toOn === null), history.filter((r) => r.toOn !== null)];
  const details = (r: ContactRow) => [r.position, r.phone, r.email].filter(Boolean).join(' · ');
  return (
    <section class="tk-section tk-rule" aria-labelledby="dau-moi">
      <h2 class="govuk-heading-m" id="dau-moi">
        {t({ vi: 'Đầu mối', en: 'Contact' })}
      </h2>
      {now ? (
        <p class="govuk-body">
          <strong>{now.name}</strong>
          {details(now) && ` · ${details(now)}`}
          <span class="tk-meta">
            {t({ vi: `từ ngày ${formatDate(now.fromOn)}`, en: `since ${formatDate(now.fromOn)}` })}
          </span>
        </p>
      ) : (
        <p class="govuk-body">{t({ vi: 'Chưa có đầu mối.', en: 'No contact yet.' })}</p>
      )}
      {mayWrite && (
        <p>
          <a class="govuk-link" href={`/units/${unitId}/contacts/new`}>
            {now
              ? t({ vi: 'Bàn giao cho người khác', en: 'Hand over' })
              : t({ vi: 'Ghi đầu mối', en: 'Record the contact' })}
          </a>
        </p>
      )}
      {before.length > 0 && (
        <ul class="tk-plain tk-unit-list">
          {before.map((r) => (
            <li>
              {r.name}
              {r.position && `, ${r.position}`}
              <span class="tk-meta">{`${formatDate(r.fromOn)} – ${formatDate(r.toOn ?? r.fromOn)}`}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
