// Amending a campaign: choose what changes, look at the difference, then issue it. Looking changes nothing.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { type ChangeKind, changeKinds, changeNames, type Touched } from '#src/campaigns/amendments.ts';
import { type CampaignRow, type ObligationRow, refusalToDirect, releaseOf } from '#src/campaigns/rules.ts';
import { templateVersionsOf } from '#src/campaigns/store/campaigns.ts';
import { obligationsOf } from '#src/campaigns/store/obligations.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { insist, type Refusal } from '#src/kernel/refusal.ts';
import { amendCampaign, previewAmendment } from '#src/plans/actions/amend.ts';
import { changeForm, reasonForm } from '#src/plans/forms.ts';
import { act, type Ctx, type Env, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink, Button, ErrorSummary, SelectField, TextArea, TextField } from '#src/web/ui.tsx';
import { Difference } from './difference.tsx';

export const amendingPages = new Hono<Env>();

amendingPages.get('/campaigns/:slug/amendments/new', async (c) => {
  const campaign = await campaignSeenBy(act(c), c.req.param('slug'));
  insist(refusalToDirect(act(c).actor));
  const typed: Typed = c.req.query();
  if (typed.look !== 'yes') return amendingPage(c, campaign, { typed, touched: null, refusal: null });
  const { value, refusal } = await attempt(() =>
    previewAmendment(act(c), campaign, parseForm(changeForm, typed)),
  );
  return amendingPage(c, campaign, { typed, touched: value, refusal });
});

amendingPages.post('/campaigns/:slug/amendments', async (c) => {
  const campaign = await campaignSeenBy(act(c), c.req.param('slug'));
  insist(refusalToDirect(act(c).actor));
  const typed = await readForm(c);
  const { value, refusal } = await attempt(async () => {
    const change = parseForm(changeForm, typed);
    return amendCampaign(act(c), campaign, { change, ...parseForm(reasonForm, typed) });
  });
  if (!refusal) return c.redirect(`/campaigns/${campaign.slug}/amendments#lan-${value}`, 303);
  const looked = await attempt(() => previewAmendment(act(c), campaign, parseForm(changeForm, typed)));
  return amendingPage(c, campaign, { typed, touched: looked.value, refusal });
});

type Shown = { typed: Typed; touched: Touched[] | null; refusal: Refusal | null };

async function amendingPage(c: Ctx, campaign: CampaignRow, { typed, touched, refusal }: Shown) {
  const { db } = act(c);
  const t = words(c);
  const language = c.var.language;
  const kind = changeKinds.find((k) => k === typed.kind) ?? 'deadline';
  const obligations = (await obligationsOf(db, campaign.id)).filter((o) => releaseOf(o.decisions) === null);
  const templates = (await templateVersionsOf(db, campaign.id)).map((v) => v.templateCode);
  const address = `/campaigns/${campaign.slug}/amendments`;
  return page(
    c,
    {
      title: { vi: 'Điều chỉnh', en: 'Amend' },
      campaign,
      tab: 'plan',
      status: statusOf(refusal),
    },
    <>
      <BackLink href={address}>{t({ vi: 'Các lần điều chỉnh', en: 'Amendments' })}</BackLink>
      <ErrorSummary refusal={refusal} language={language} />
      <h1 class="govuk-heading-l">{t({ vi: 'Điều chỉnh kế hoạch', en: 'Amend the plan' })}</h1>
      <ul class="tk-add__kinds">
        {changeKinds.map((k) => (
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
      <form method="get" action={`${address}/new#thay-doi`} class="tk-form">
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="look" value="yes" />
        <ChangeFields
          kind={kind}
          typed={typed}
          refusal={refusal}
          obligations={obligations}
          templates={templates}
          language={language}
        />
        <Button secondary>{t({ vi: 'Xem thay đổi', en: 'See the difference' })}</Button>
      </form>
      {touched && (
        <section class="tk-section tk-rule" aria-labelledby="thay-doi">
          <h2 class="govuk-heading-m" id="thay-doi">
            {t({ vi: `Sẽ thay đổi: ${touched.length} đơn vị`, en: `Will change: ${touched.length} units` })}
          </h2>
          <Difference touched={touched} caption={changeNames[kind][language]} language={language} />
          <form method="post" action={address} class="tk-form">
            {Object.entries(typed)
              .filter(([name, value]) => name !== 'reason' && name !== 'look' && typeof value === 'string')
              .map(([name, value]) => (
                <input type="hidden" name={name} value={value as string} />
              ))}
            <TextArea
              name="reason"
              rows={3}
              label={t({ vi: 'Lý do điều chỉnh', en: 'Reason' })}
              hint={t({ vi: 'In vào thông báo gửi các đơn vị.', en: 'Printed in the notice to the units.' })}
              value={typeof typed.reason === 'string' ? typed.reason : ''}
              error={refusal?.fields.reason?.[language]}
            />
            <p class="govuk-body-s">
              {t({
                vi: 'Nội dung các đơn vị đã soạn, đã gửi không bị động đến.',
                en: 'Nothing that units have written or sent is touched.',
              })}
            </p>
            <Button>{t({ vi: 'Ban hành điều chỉnh', en: 'Issue the amendment' })}</Button>
          </form>
        </section>
      )}
    </>,
  );
}

type FieldsProps = {
  kind: ChangeKind;
  typed: Typed;
  refusal: Refusal | null;
  obligations: readonly ObligationRow[];
  templates: readonly string[];
  language: Language;
};

const ChangeFields: FC<FieldsProps> = ({ kind, typed, refusal, obligations, templates, language }) => {
  const say = (vi: string, en: string) => ({ vi, en })[language];
  const input = (name: string, label: Words) => ({
    name,
    label: label[language],
    value: typeof typed[name] === 'string' ? typed[name] : '',
    error: refusal?.fields[name]?.[language],
  });
  const unit = (
    <SelectField
      {...input('obligationId', { vi: 'Đơn vị', en: 'Unit' })}
      options={obligations.map((o) => ({ value: o.id, label: `${o.unitName} (${o.templateCode})` }))}
    />
  );
  const template = (any: boolean) => (
    <SelectField
      {...input('templateCode', { vi: 'Mẫu', en: 'Template' })}
      options={[
        ...(any ? [{ value: '', label: say('mọi mẫu', 'every template') }] : []),
        ...templates.map((code) => ({ value: code, label: say(`mẫu ${code}`, `template ${code}`) })),
      ]}
    />
  );
  const title = <TextArea {...input('title', { vi: 'Tên báo cáo', en: 'Title of the report' })} rows={2} />;
  if (kind === 'title')
    return (
      <>
        {unit}
        {title}
      </>
    );
  if (kind === 'remove') return unit;
  if (kind === 'template')
    return (
      <>
        {template(false)}
        <p class="govuk-body-s">
          {say(
            'Báo cáo chưa mở sẽ dùng phiên bản mới nhất; báo cáo đang soạn giữ phiên bản cũ.',
            'Reports not yet begun take the newest version; those begun keep the old one.',
          )}
        </p>
      </>
    );
  if (kind === 'add')
    return (
      <>
        <TextField {...input('unit', { vi: 'Tên đơn vị', en: 'Name of the unit' })} />
        {template(false)}
        {title}
      </>
    );
  return (
    <>
      <SelectField
        {...input('stage', { vi: 'Bản', en: 'Artefact' })}
        options={[
          { value: 'official', label: say('báo cáo chính thức', 'official report') },
          { value: 'draft', label: say('dự thảo', 'draft') },
        ]}
      />
      <SelectField
        {...input('cohort', { vi: 'Đối với', en: 'For' })}
        options={[
          { value: 'all', label: say('mọi đơn vị', 'every unit') },
          { value: 'surveyed', label: say('đơn vị được khảo sát', 'surveyed units') },
        ]}
      />
      {template(true)}
      <TextField
        {...input('printedOn', { vi: 'Ngày mới, thí dụ 15/9/2023', en: 'New date, e.g. 15/9/2023' })}
      />
      <div class="govuk-checkboxes govuk-checkboxes--small govuk-form-group">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            type="checkbox"
            id="counted"
            name="counted"
            value="yes"
            checked={typed.look !== 'yes' || typed.counted === 'yes'}
          />
          <label class="govuk-label govuk-checkboxes__label" for="counted">
            {say('Tính cả ngày này', 'That day still counts')}
          </label>
        </div>
      </div>
    </>
  );
};
