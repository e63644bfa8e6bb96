// The administrator's page: the demo clock and the latest acts; and the pages that explain the platform itself.
import { Hono } from 'hono';
import { z } from 'zod';
import { latestEvents } from '#src/events/store.ts';
import { eventWords } from '#src/events/words.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import { insist, type Refusal } from '#src/kernel/refusal.ts';
import { act, type Ctx, type Env, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { Button, ErrorSummary, TextField } from '#src/web/ui.tsx';
import { administrationRefusal, setDemoClock } from './actions.ts';

export const administrationPages = new Hono<Env>();

administrationPages.get('/administration', async (c) => administrationPage(c, {}, null));

const clockForm = z.object({
  clock: z.union([
    z.literal(''),
    z.iso.date('Cần một ngày, thí dụ 25/8/2023 | A date is needed, e.g. 2023-08-25'),
  ]),
});

administrationPages.post('/administration/clock', async (c) => {
  const typed = await readForm(c);
  const result = await attempt(async () => {
    const { clock } = parseForm(clockForm, typed);
    c.var.services.clock.moveTo(await setDemoClock(act(c), clock === '' ? null : clock, new Date()));
  });
  if (result.refusal) return administrationPage(c, typed, result.refusal);
  return c.redirect('/administration', 303);
});

async function administrationPage(c: Ctx, typed: Typed, refusal: Refusal | null) {
  const { db, actor, now } = act(c);
  insist(administrationRefusal(actor));
  const t = words(c);
  const language = c.var.language;
  const events = await latestEvents(db, { limit: 50 });
  return page(
    c,
    { title: { vi: 'Quản trị', en: 'Administration' }, status: statusOf(refusal) },
    <>
      <ErrorSummary refusal={refusal} language={language} />
      <h1 class="govuk-heading-l">{t({ vi: 'Quản trị', en: 'Administration' })}</h1>
      <section class="tk-rule" aria-labelledby="dong-ho">
        <h2 class="govuk-heading-m" id="dong-ho">
          {t({ vi: 'Đồng hồ trình diễn', en: 'Demonstration clock' })}
        </h2>
        <p class="govuk-body">
          {t({ vi: 'Hệ thống đang ở ', en: 'The platform now stands at ' })}
          <strong>{formatInstant(now)}</strong>
        </p>
        <form method="post" action="/administration/clock" class="tk-form">
          <TextField
            name="clock"
            type="date"
            label={t({ vi: 'Đứng ở ngày', en: 'Stand on the day' })}
            hint={t({ vi: 'Để trống là về giờ thật.', en: 'Empty returns to real time.' })}
            value={typeof typed.clock === 'string' ? typed.clock : ''}
            error={refusal?.fields.clock?.[language]}
          />
          <Button>{t({ vi: 'Đặt đồng hồ', en: 'Set the clock' })}</Button>
        </form>
      </section>
      <section class="tk-section tk-rule" aria-labelledby="nhat-ky">
        <h2 class="govuk-heading-m" id="nhat-ky">
          {t({ vi: '50 việc gần nhất', en: 'The latest 50 acts' })}
        </h2>
        <table class="govuk-table tk-table tk-stack">
          <thead class="govuk-table__head">
            <tr>
              <th scope="col" class="govuk-table__header">
                {t({ vi: 'Lúc', en: 'When' })}
              </th>
              <th scope="col" class="govuk-table__header">
                {t({ vi: 'Ai', en: 'Who' })}
              </th>
              <th scope="col" class="govuk-table__header">
                {t({ vi: 'Việc', en: 'Act' })}
              </th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {events.map((e) => (
              <tr>
                <td class="govuk-table__cell tk-num">{formatInstant(e.at)}</td>
                <td class="govuk-table__cell">{e.actor_name}</td>
                <td class="govuk-table__cell">{eventWords[e.name]?.[language] ?? e.name}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>,
  );
}
