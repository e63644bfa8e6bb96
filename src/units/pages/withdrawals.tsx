// What officers recorded in the registry, and taking one act back: seen first, done with a reason.
import { Hono } from 'hono';
import { z } from 'zod';
import { namesOf } from '#src/accounts/store.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import { isId } from '#src/kernel/ids.ts';
import type { Language } from '#src/kernel/language.ts';
import { insist, notFound, type Refusal } from '#src/kernel/refusal.ts';
import { act, type Ctx, type Env, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed, typedText } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { StackTable } from '#src/web/table.tsx';
import { BackLink, Button, Empty, ErrorSummary, Notice, Status, TextArea } from '#src/web/ui.tsx';
import { nameIndexOf } from '../registry.ts';
import { registryRefusal } from '../rules/refusing.ts';
import { eventWords } from '../rules/withdrawal-words.ts';
import type { UnitEvent } from '../rules.ts';
import { type ActRow, namesOfWithdrawn, recordedActs } from '../store/withdrawals.ts';
import { considerWithdrawal, withdrawUnitAct } from '../withdrawal-actions.ts';

export const unitWithdrawalPages = new Hono<Env>();

const mostActs = 100;

/** Says an event by the registry and by the names of units that withdrawn acts had founded. */
async function teller(c: Ctx): Promise<(event: UnitEvent) => string> {
  const { db } = act(c);
  const [{ registry }, gone] = [await nameIndexOf(db), await namesOfWithdrawn(db)];
  return (event) => eventWords(registry, event, gone)[c.var.language];
}

unitWithdrawalPages.get('/units/acts', async (c) => {
  const { db, actor } = act(c);
  insist(registryRefusal(actor));
  const t = words(c);
  const [acts, tell] = [await recordedActs(db, { limit: mostActs }), await teller(c)];
  const people = await namesOf(
    db,
    acts.map((a) => a.by),
  );
  const title = { vi: 'Việc đã ghi vào danh mục', en: 'Recorded in the registry' };
  return page(
    c,
    { title },
    <>
      <BackLink href="/units">{t({ vi: 'Tổ chức', en: 'Units' })}</BackLink>
      {c.req.query('withdrawn') === '1' && (
        <Notice>
          {t({
            vi: 'Đã rút lại. Danh mục như khi chưa ghi việc đó.',
            en: 'Withdrawn. The registry is as if it had not been recorded.',
          })}
        </Notice>
      )}
      <h1 class="govuk-heading-l">{t(title)}</h1>
      {acts.length === 0 ? (
        <Empty>
          {t({
            vi: 'Chưa ai ghi việc gì; danh mục đang theo các nguồn đi kèm. Muốn ghi, mở trang của một đơn vị.',
            en: 'Nobody has recorded anything; the registry is as its sources have it. Open a unit to record.',
          })}
        </Empty>
      ) : (
        <StackTable<ActRow>
          rows={acts}
          columns={[
            {
              head: t({ vi: 'Việc', en: 'Act' }),
              namesRow: true,
              cell: (a) => told(a, tell, c.var.language),
            },
            {
              head: t({ vi: 'Người ghi', en: 'By' }),
              cell: (a) => `${people.get(a.by) ?? ''}, ${formatInstant(a.at)}`,
            },
            { head: t({ vi: 'Hiệu lực', en: 'In force' }), cell: (a) => <Standing row={a} c={c} /> },
          ]}
        />
      )}
    </>,
  );
});

/** The act by its main event; moves that it carried are only counted. */
function told({ events }: ActRow, tell: (event: UnitEvent) => string, language: Language): string {
  const main = events.find((e) => e.kind !== 'move') ?? events[0]!;
  const words = tell(main);
  const more = events.length - 1;
  const rest = language === 'vi' ? `, kèm ${more} việc` : `, with ${more} more`;
  return words.charAt(0).toUpperCase() + words.slice(1) + (more > 0 ? rest : '');
}

const Standing = ({ row, c }: { row: ActRow; c: Ctx }) => {
  const t = words(c);
  if (row.withdrawn)
    return (
      <>
        <Status kind="none">{t({ vi: 'đã rút lại', en: 'withdrawn' })}</Status> {row.withdrawn.reason}
      </>
    );
  return (
    <a class="govuk-link" href={`/units/acts/${row.id}/withdrawal`}>
      {t({ vi: 'Rút lại', en: 'Withdraw' })}
    </a>
  );
};

unitWithdrawalPages.get('/units/acts/:id/withdrawal', (c) => withdrawalPage(c, {}, null));

unitWithdrawalPages.post('/units/acts/:id/withdrawal', async (c) => {
  const typed = await readForm(c);
  const result = await attempt(async () => {
    const { reason } = parseForm(withdrawalForm, typed);
    await withdrawUnitAct(act(c), actId(c), reason);
  });
  if (result.refusal) return withdrawalPage(c, typed, result.refusal);
  return c.redirect('/units/acts?withdrawn=1', 303);
});

const withdrawalForm = z.object({
  reason: z.string().trim().max(500, 'Không quá 500 ký tự | At most 500 characters').default(''),
});

function actId(c: Ctx): string {
  const id = c.req.param('id') ?? '';
  if (!isId(id)) throw notFound();
  return id;
}

async function withdrawalPage(c: Ctx, typed: Typed, refusal: Refusal | null) {
  const seen = await considerWithdrawal(act(c), actId(c));
  const t = words(c);
  const tell = await teller(c);
  const title = { vi: 'Rút lại việc đã ghi', en: 'Withdraw what was recorded' };
  return page(
    c,
    { title, status: statusOf(refusal) },
    <>
      <BackLink href="/units/acts">
        {t({ vi: 'Việc đã ghi vào danh mục', en: 'Recorded in the registry' })}
      </BackLink>
      <form method="post" action={`/units/acts/${seen.row.id}/withdrawal`} class="tk-form" novalidate>
        <ErrorSummary refusal={refusal} language={c.var.language} />
        <h1 class="govuk-heading-l">{t(title)}</h1>
        <ul class="govuk-list govuk-list--bullet">
          {seen.row.events.slice(0, 12).map((event) => (
            <li>{tell(event)}</li>
          ))}
        </ul>
        {seen.refusal ? (
          <p class="govuk-inset-text">{t(seen.refusal.words)}</p>
        ) : (
          <>
            <h2 class="govuk-heading-m">{t({ vi: 'Những gì sẽ trở lại', en: 'What changes back' })}</h2>
            <ul class="govuk-list govuk-list--bullet">
              {seen.effects.map((line) => (
                <li>{t(line)}</li>
              ))}
            </ul>
            <TextArea
              name="reason"
              rows={3}
              label={t({ vi: 'Lý do rút lại', en: 'Why it is withdrawn' })}
              value={typedText(typed, 'reason')}
              error={refusal?.fields.reason?.[c.var.language]}
            />
            <Button>{t({ vi: 'Rút lại', en: 'Withdraw' })}</Button>
            <p class="tk-small">
              {t({
                vi: 'Không có gì bị xóa: việc đã ghi, người ghi và lý do rút lại vẫn còn trong sổ.',
                en: 'Nothing is deleted: what was recorded, by whom, and why it was withdrawn stay on record.',
              })}
            </p>
          </>
        )}
      </form>
    </>,
  );
}
