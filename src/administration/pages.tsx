// The administrator's page: the demo clock and the latest acts; and the pages that explain the platform itself.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { z } from 'zod';
import { latestEvents } from '#src/events/store.ts';
import { eventWords } from '#src/events/words.ts';
import { formatInstant } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { insist, type Refusal } from '#src/kernel/refusal.ts';
import { act, type Ctx, type Env } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed, typedText } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { StackTable } from '#src/web/table.tsx';
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
  const language = c.var.language;
  const events = await latestEvents(db, { limit: 50 });
  return page(
    c,
    { title: { vi: 'Quản trị', en: 'Administration' }, status: statusOf(refusal) },
    <>
      <ErrorSummary refusal={refusal} language={language} />
      <h1 class="govuk-heading-l">{language === 'vi' ? 'Quản trị' : 'Administration'}</h1>
      <DemoClock now={now} typed={typed} refusal={refusal} language={language} />
      <LatestActs events={events} language={language} />
    </>,
  );
}

type ClockProps = { now: Date; typed: Typed; refusal: Refusal | null; language: Language };

const DemoClock: FC<ClockProps> = ({ now, typed, refusal, language }) => {
  const t = (w: Words) => w[language];
  return (
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
          value={typedText(typed, 'clock')}
          error={refusal?.fields.clock?.[language]}
        />
        <Button>{t({ vi: 'Đặt đồng hồ', en: 'Set the clock' })}</Button>
      </form>
    </section>
  );
};

type Events = Awaited<ReturnType<typeof latestEvents>>;

const LatestActs: FC<{ events: Events; language: Language }> = ({ events, language }) => {
  const t = (w: Words) => w[language];
  return (
    <section class="tk-section tk-rule" aria-labelledby="nhat-ky">
      <h2 class="govuk-heading-m" id="nhat-ky">
        {t({ vi: '50 việc gần nhất', en: 'The latest 50 acts' })}
      </h2>
      <StackTable
        columns={[
          { head: t({ vi: 'Lúc', en: 'When' }), class: 'tk-num', cell: (e) => formatInstant(e.at) },
          { head: t({ vi: 'Ai', en: 'Who' }), cell: (e) => e.actor_name },
          { head: t({ vi: 'Việc', en: 'Act' }), cell: (e) => eventWords[e.name]?.[language] ?? e.name },
        ]}
        rows={events}
      />
    </section>
  );
};
