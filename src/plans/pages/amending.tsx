// Amending a campaign: choose what changes, look at the difference, then issue it. Looking changes nothing.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { type ChangeKind, changeNames, chosenKinds } from '#src/campaigns/amendments.ts';
import { type CampaignRow, type ObligationRow, refusalToDirect, releaseOf } from '#src/campaigns/rules.ts';
import { templateVersionsOf } from '#src/campaigns/store/campaigns.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import type { Language } from '#src/kernel/language.ts';
import { insist, type Refusal } from '#src/kernel/refusal.ts';
import { amendCampaign, type Preview, previewAmendment } from '#src/plans/actions/amend.ts';
import { changeForm, issueForm } from '#src/plans/amendment-forms.ts';
import { act, type Ctx, type Env, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed, typedText } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink, Button, ErrorSummary, TextArea } from '#src/web/ui.tsx';
import { ChangeFields } from './change-fields.tsx';
import { Difference } from './difference.tsx';

export const amendingPages = new Hono<Env>();

amendingPages.get('/campaigns/:slug/amendments/new', async (c) => {
  const campaign = await campaignSeenBy(act(c), c.req.param('slug'));
  insist(refusalToDirect(act(c).actor));
  const typed: Typed = c.req.query();
  if (typed.look !== 'yes') return amendingPage(c, campaign, { typed, preview: null, refusal: null });
  const { value, refusal } = await attempt(() =>
    previewAmendment(act(c), campaign, parseForm(changeForm, typed)),
  );
  return amendingPage(c, campaign, { typed: withReason(typed), preview: value, refusal });
});

/** An undoing begins with the reason that it usually has. */
function withReason(typed: Typed): Typed {
  if (typed.kind !== 'undo' || typed.reason) return typed;
  return { ...typed, reason: `Hoàn tác điều chỉnh lần ${typed.number} do ban hành nhầm.` };
}

amendingPages.post('/campaigns/:slug/amendments', async (c) => {
  const campaign = await campaignSeenBy(act(c), c.req.param('slug'));
  insist(refusalToDirect(act(c).actor));
  const typed = await readForm(c);
  const { value, refusal } = await attempt(async () => {
    const change = parseForm(changeForm, typed);
    const amending = { ...parseForm(issueForm, typed), change };
    return amendCampaign(act(c), campaign, amending, c.var.services.config.baseUrl);
  });
  if (!refusal) return c.redirect(`/campaigns/${campaign.slug}/amendments#lan-${value}`, 303);
  const looked = await attempt(() => previewAmendment(act(c), campaign, parseForm(changeForm, typed)));
  return amendingPage(c, campaign, { typed, preview: looked.value, refusal });
});

type Shown = { typed: Typed; preview: Preview | null; refusal: Refusal | null };

async function amendingPage(c: Ctx, campaign: CampaignRow, { typed, preview, refusal }: Shown) {
  const { db } = act(c);
  const t = words(c);
  const language = c.var.language;
  const kind: ChangeKind =
    typed.kind === 'undo' ? 'undo' : (chosenKinds.find((k) => k === typed.kind) ?? 'deadline');
  const obligations = (await obligationsOf(db, campaign.id)).filter((o) => releaseOf(o.decisions) === null);
  const templates = (await templateVersionsOf(db, campaign.id)).map((v) => v.templateCode);
  const address = `/campaigns/${campaign.slug}/amendments`;
  const title =
    kind === 'undo'
      ? {
          vi: `Hoàn tác điều chỉnh lần ${Number(typed.number)}`,
          en: `Undo amendment no. ${Number(typed.number)}`,
        }
      : { vi: 'Điều chỉnh kế hoạch', en: 'Amend the plan' };
  return page(
    c,
    { title, campaign, tab: 'plan', status: statusOf(refusal) },
    <>
      <BackLink href={address}>{t({ vi: 'Các lần điều chỉnh', en: 'Amendments' })}</BackLink>
      <ErrorSummary refusal={refusal} language={language} />
      <h1 class="govuk-heading-l">{t(title)}</h1>
      {kind === 'undo' ? (
        <p class="govuk-body">
          {t({
            vi: 'Điều chỉnh cũ vẫn được lưu; lần này là một điều chỉnh ngược lại.',
            en: 'The former amendment stays on record; this is a contrary one.',
          })}
        </p>
      ) : (
        <>
          <Kinds kind={kind} address={address} language={language} />
          <form method="get" action={`${address}/new#thay-doi`} class="tk-form">
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="look" value="yes" />
            <ChangeFields {...{ kind, typed, refusal, obligations, templates, language }} />
            <Button secondary>{t({ vi: 'Xem thay đổi', en: 'See the difference' })}</Button>
          </form>
        </>
      )}
      {preview && <Issue {...{ kind, typed, preview, refusal, address, language }} />}
    </>,
  );
}

const Kinds: FC<{ kind: ChangeKind; address: string; language: Language }> = ({
  kind,
  address,
  language,
}) => (
  <ul class="tk-add__kinds">
    {chosenKinds.map((k) => (
      <li>
        <a
          class="govuk-link"
          href={`${address}/new?kind=${k}`}
          {...(k === kind ? { 'aria-current': 'true' } : {})}
        >
          {changeNames[k][language]}
        </a>
      </li>
    ))}
  </ul>
);

type IssueProps = {
  kind: ChangeKind;
  typed: Typed;
  preview: Preview;
  refusal: Refusal | null;
  address: string;
  language: Language;
};

/** The difference, who is left out of it and why, and the form that issues exactly this. */
const Issue: FC<IssueProps> = ({ kind, typed, preview, refusal, address, language }) => {
  const say = (vi: string, en: string) => ({ vi, en })[language];
  const { touched, staying, after } = preview;
  return (
    <section class="tk-section tk-rule" aria-labelledby="thay-doi">
      <h2 class="govuk-heading-m" id="thay-doi">
        {say(`Sẽ thay đổi: ${touched.length} đơn vị`, `Will change: ${touched.length} units`)}
      </h2>
      {touched.length > 20 && <Alike touched={touched} language={language} />}
      <details class="tk-more" open={touched.length <= 20}>
        <summary>{say('Trước và sau, từng đơn vị', 'Before and after, unit by unit')}</summary>
        <Difference touched={touched} caption={changeNames[kind][language]} language={language} />
      </details>
      {staying.length > 0 && <Staying staying={staying} language={language} />}
      <form method="post" action={address} class="tk-form">
        {Object.entries(typed)
          .filter(([name, value]) => !['reason', 'look', 'after'].includes(name) && typeof value === 'string')
          .map(([name, value]) => (
            <input type="hidden" name={name} value={value as string} />
          ))}
        <input type="hidden" name="after" value={String(after)} />
        <TextArea
          name="reason"
          rows={3}
          label={say('Lý do điều chỉnh', 'Reason')}
          hint={say('In vào thông báo gửi các đơn vị.', 'Printed in the notice to the units.')}
          value={typedText(typed, 'reason')}
          error={refusal?.fields.reason?.[language]}
        />
        <p class="govuk-body-s">
          {say(
            'Nội dung các đơn vị đã soạn, đã gửi không mất. Mỗi đơn vị nhận một thư và một thông báo trên trang việc của mình.',
            'Nothing that units have written or sent is lost. Each unit gets a letter and a notice on its task page.',
          )}
        </p>
        <Button>{say('Ban hành điều chỉnh', 'Issue the amendment')}</Button>
      </form>
    </section>
  );
};

/** A long list in short: how many have the same before and after. */
const Alike: FC<{ touched: Preview['touched']; language: Language }> = ({ touched, language }) => {
  const groups = Map.groupBy(touched, (t) => JSON.stringify([t.was[language], t.becomes[language]]));
  return (
    <ul class="govuk-list govuk-list--bullet">
      {[...groups.values()].map((units) => {
        const [was, becomes] = [units[0]!.was[language], units[0]!.becomes[language]];
        return (
          <li>
            {language === 'vi'
              ? `${units.length} đơn vị, trước: ${was}; nay: ${becomes}`
              : `${units.length} units, before: ${was}; now: ${becomes}`}
          </li>
        );
      })}
    </ul>
  );
};

const Staying: FC<{ staying: readonly ObligationRow[]; language: Language }> = ({ staying, language }) => {
  const vi = language === 'vi';
  return (
    <details class="tk-more" open={staying.length <= 12}>
      <summary>
        {vi
          ? `Giữ phiên bản cũ vì đã gửi: ${staying.length} báo cáo`
          : `Keep their version because they were sent: ${staying.length} reports`}
      </summary>
      <p class="govuk-body-s">
        {vi
          ? 'Báo cáo nào được trả lại thì ban hành điều chỉnh này lần nữa để chuyển.'
          : 'When one of them is returned, issue this amendment again to move it.'}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {staying.map((o) => (
          <li>{o.unitName}</li>
        ))}
      </ul>
    </details>
  );
};
