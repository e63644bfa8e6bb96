// Beginning from an earlier campaign: one page asks for the new head and the rule, shows dates and units, then begins.
import { Hono } from 'hono';
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { dateAt } from '#src/kernel/dates.ts';
import { isId, newId } from '#src/kernel/ids.ts';
import { insist, type Refusal } from '#src/kernel/refusal.ts';
import {
  type Earlier,
  earlierOf,
  issuerOn,
  previewStart,
  type StartPreview,
  startAgain,
} from '#src/plans/actions/start-again.ts';
import { startForm } from '#src/plans/forms.ts';
import { decidePlanRefusal } from '#src/plans/rules/access.ts';
import type { TypedTime } from '#src/plans/rules/new-times.ts';
import { planTimes } from '#src/plans/rules/plan-times.ts';
import { plansBegunFrom } from '#src/plans/store.ts';
import { act, type Ctx, type Env, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed, typedText } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink, Button, ErrorSummary } from '#src/web/ui.tsx';
import { NewHead } from './earlier-head.tsx';
import { NewTimes } from './earlier-times.tsx';
import { NewUnits } from './earlier-units.tsx';
import { Begun } from './origins.tsx';

export const earlierPages = new Hono<Env>();

earlierPages.get('/campaigns/:slug/successor', async (c) => {
  const earlier = await earlierAt(c);
  const typed: Typed = c.req.query();
  if (typed.issuedOn === undefined) return startPage(c, earlier, { typed, preview: null, refusal: null });
  const { value, refusal } = await attempt(() => preview(c, earlier, typed, changedTimes(earlier, typed)));
  return startPage(c, earlier, { typed, preview: value, refusal });
});

earlierPages.post('/campaigns/:slug/successor', async (c) => {
  const earlier = await earlierAt(c);
  const typed = await readForm(c);
  const given = typedTimes(earlier, typed);
  const { value, refusal } = await attempt(() =>
    startAgain(act(c), earlier.campaign, { ...parseForm(startForm, typed), typed: given }, idOf(c, typed)),
  );
  if (!refusal) return c.redirect(`/plans/${value}`, 303);
  const looked = await attempt(() => preview(c, earlier, typed, given));
  return startPage(c, earlier, { typed, preview: looked.value, refusal });
});

async function earlierAt(c: Ctx): Promise<Earlier> {
  const acting = act(c);
  const campaign = await campaignSeenBy(acting, c.req.param('slug')!);
  insist(decidePlanRefusal(acting.actor));
  return earlierOf(acting, campaign);
}

function preview(c: Ctx, earlier: Earlier, typed: Typed, times: ReadonlyMap<string, TypedTime>) {
  return previewStart(act(c), earlier, { ...parseForm(startForm, typed), typed: times });
}

/** The page carries the new plan's id, so that a form sent twice begins one plan. */
const idOf = (c: Ctx, typed: Typed) =>
  typeof typed.plan === 'string' && isId(typed.plan) ? typed.plan : newId(act(c).now);

/** What stands in the fields of the times; a time whose fields did not come is left to the rule. */
function typedTimes({ reading }: Earlier, typed: Typed): Map<string, TypedTime> {
  const found = new Map<string, TypedTime>();
  for (const { key } of planTimes(reading.plan)) {
    const time = { from: typedText(typed, `${key}.from`) ?? null, to: typedText(typed, `${key}.to`) ?? null };
    if (time.from !== null || time.to !== null) found.set(key, time);
  }
  return found;
}

/** Only those that the officer has written over; where the rule's own still stands, it is reckoned again. */
function changedTimes(earlier: Earlier, typed: Typed): Map<string, TypedTime> {
  const all = typedTimes(earlier, typed);
  for (const [key, { from, to }] of all) {
    const untouched =
      [from, to].filter((edge) => edge !== null).join(' – ') === typedText(typed, `${key}.was`);
    if (untouched || (from ?? '') + (to ?? '') === '') all.delete(key);
  }
  return all;
}

type Shown = { typed: Typed; preview: StartPreview | null; refusal: Refusal | null };

async function startPage(c: Ctx, earlier: Earlier, { typed, preview: shown, refusal }: Shown) {
  const { db, now } = act(c);
  const { campaign, reading } = earlier;
  const language = c.var.language;
  const t = words(c);
  const address = `/campaigns/${campaign.slug}/successor`;
  const begun = await plansBegunFrom(db, campaign.id);
  return page(
    c,
    {
      title: { vi: 'Bắt đầu từ đợt trước', en: 'Begin from an earlier campaign' },
      campaign,
      tab: 'plan',
      status: statusOf(refusal),
    },
    <>
      <BackLink href={`/campaigns/${campaign.slug}/plan`}>{t({ vi: 'Kế hoạch', en: 'Plan' })}</BackLink>
      <ErrorSummary refusal={refusal} language={language} />
      <h1 class="govuk-heading-l">
        {t({ vi: 'Đợt mới từ kế hoạch ', en: 'A new campaign from plan ' })}
        <span class="tk-nb">{campaign.planSymbol}</span>
      </h1>
      <p class="govuk-body tk-start__lead">
        {t({
          vi: 'Dữ kiện đã xác nhận và đã điều chỉnh của đợt này được dùng lại; ngày tháng chuyển theo quy tắc, đơn vị tìm lại theo ngày ban hành mới. Đợt này giữ nguyên. Có văn bản của kế hoạch mới thì nên ',
          en: 'The confirmed and amended facts of this campaign are used again; dates move by a rule, units are found anew on the new date of issue. This campaign stays as it is. If you have the new plan’s own text, ',
        })}
        <a class="govuk-link" href="/plans/new">
          {t({ vi: 'đọc văn bản ấy', en: 'read that instead' })}
        </a>
        .
      </p>
      <Begun plans={begun} language={language} />
      <form method="post" action={address} class="tk-start">
        <input type="hidden" name="plan" value={idOf(c, typed)} />
        <NewHead
          typed={typed}
          usual={{
            issuer: issuerOn(earlier, dateAt(now)),
            title: reading.plan.title ?? '',
            earlierIssuer: reading.plan.issuer ?? '',
          }}
          refusal={refusal}
          language={language}
        />
        <button
          type="submit"
          class={`govuk-button${shown ? ' govuk-button--secondary' : ''}`}
          formmethod="get"
          formaction={`${address}#ngay`}
        >
          {shown
            ? t({ vi: 'Tính lại', en: 'Reckon again' })
            : t({ vi: 'Xem ngày và đơn vị', en: 'See dates and units' })}
        </button>
        {shown && (
          <>
            <NewTimes times={shown.times} language={language} />
            <NewUnits preview={shown} language={language} />
            <div class="tk-section tk-rule">
              <p class="govuk-body">
                {t({
                  vi: 'Bấm nút này chưa giao việc cho ai: trang sau cho xem lại từng dữ kiện và những gì sẽ tạo.',
                  en: 'Nobody receives anything yet: the next page shows every fact and what would be created.',
                })}
              </p>
              <Button>{t({ vi: 'Bắt đầu kế hoạch mới', en: 'Begin the new plan' })}</Button>
            </div>
          </>
        )}
      </form>
    </>,
  );
}
