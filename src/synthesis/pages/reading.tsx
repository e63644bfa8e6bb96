// One section of every unit, side by side; each passage can be picked as evidence.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { DocumentHtml } from '#src/documents/html.tsx';
import type { Language } from '#src/kernel/language.ts';
import { insist, type Refusal } from '#src/kernel/refusal.ts';
import { markSectionRead, pickEvidence, sectionOfCampaign } from '#src/synthesis/actions.ts';
import { pickForm } from '#src/synthesis/forms.ts';
import { refusalToPick, refusalToRead } from '#src/synthesis/rules.ts';
import { evidenceOf, sectionAcross } from '#src/synthesis/store.ts';
import { sectionLabel } from '#src/templates/rules.ts';
import { act, type Ctx, type Env, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink, Button, Empty, ErrorSummary, Status } from '#src/web/ui.tsx';
import { Picking, type PickingProps } from './picking.tsx';

export const readingPages = new Hono<Env>();

readingPages.get('/campaigns/:slug/synthesis/:code', (c) => readingPage(c, {}, null));

readingPages.post('/campaigns/:slug/synthesis/:code/reading', async (c) => {
  const { slug, code } = c.req.param();
  const { template = '' } = await readForm(c);
  await markSectionRead(act(c), slug, code, String(template) || null);
  return c.redirect(`/campaigns/${slug}/synthesis${template ? `?template=${template}` : ''}`, 303);
});

readingPages.post('/campaigns/:slug/evidence', async (c) => {
  const typed = await readForm(c);
  const slug = c.req.param('slug');
  const result = await attempt(async () => {
    const form = parseForm(pickForm, typed);
    await pickEvidence(act(c), slug, {
      submissionId: form.submission,
      sectionCode: form.section,
      blockId: form.block,
      quote: form.quote,
      stance: form.stance,
      quotable: form.quotable === 'yes',
    });
    return form;
  });
  if (result.refusal) return readingPage(c, typed, result.refusal);
  const { section, submission, template } = result.value;
  const asked = template ? `?template=${encodeURIComponent(template)}` : '';
  return c.redirect(
    `/campaigns/${slug}/synthesis/${encodeURIComponent(section)}${asked}#u-${submission}`,
    303,
  );
});

async function readingPage(c: Ctx, typed: Typed, refusal: Refusal | null) {
  const { db, actor } = act(c);
  insist(refusalToRead(actor));
  const campaign = await campaignSeenBy({ db, actor }, c.req.param('slug')!);
  const code = c.req.param('code') ?? String(typed.section ?? '');
  const asked = c.req.query('template') ?? (String(typed.template ?? '') || null);
  const { templateCode, section } = await sectionOfCampaign(db, campaign.id, code, asked);
  const readings = (await sectionAcross(db, campaign.id, code, templateCode)).filter(
    (r) => r.words > 0 || r.items.length > 0,
  );
  const picked = await evidenceOf(db, campaign.id, { section: code });
  const t = words(c);
  const language = c.var.language;
  return page(
    c,
    {
      title: { vi: `Đọc ngang mục ${code}`, en: `Section ${code} across units` },
      campaign,
      tab: 'synthesis',
      status: statusOf(refusal),
    },
    <>
      <BackLink href={`/campaigns/${campaign.slug}/synthesis?template=${templateCode}`}>
        {t({ vi: 'Về bảng tổng hợp', en: 'Back to the matrix' })}
      </BackLink>
      <ErrorSummary refusal={refusal} language={language} />
      <div class="tk-head">
        <h1 class="govuk-heading-l">{sectionLabel(section)}</h1>
        <p class="tk-small">
          {t({
            vi: `${readings.length} đơn vị đã viết mục này`,
            en: `${readings.length} units wrote this section`,
          })}
        </p>
      </div>
      {readings.length === 0 && (
        <Empty>{t({ vi: 'Chưa đơn vị nào gửi mục này.', en: 'No unit has sent this section yet.' })}</Empty>
      )}
      <div class="tk-across">
        {readings.map((r) => (
          <UnitReading
            reading={r}
            section={section}
            templateCode={templateCode}
            slug={campaign.slug}
            mayPick={refusalToPick(actor) === null}
            typed={typed}
            refusal={refusal}
            picked={picked}
            language={language}
          />
        ))}
      </div>
      {readings.length > 0 && (
        <MarkRead slug={campaign.slug} code={code} templateCode={templateCode} language={language} />
      )}
    </>,
  );
}

type MarkProps = { slug: string; code: string; templateCode: string; language: Language };

const MarkRead: FC<MarkProps> = ({ slug, code, templateCode, language }) => (
  <form
    method="post"
    action={`/campaigns/${slug}/synthesis/${encodeURIComponent(code)}/reading`}
    class="govuk-!-margin-top-6"
  >
    <input type="hidden" name="template" value={templateCode} />
    <Button>
      {language === 'vi' ? 'Đã đọc mục này của mọi đơn vị' : 'I have read this section of all units'}
    </Button>
  </form>
);

const stateLook = {
  accepted: { kind: 'ok', vi: 'đã chấp nhận', en: 'accepted' },
  submitted: { kind: 'sent', vi: 'đã gửi, đang đọc', en: 'being read' },
  returned: { kind: 'returned', vi: 'trả lại', en: 'returned' },
} as const;

const UnitReading: FC<PickingProps> = (props) => {
  const { reading: r, language } = props;
  const look = stateLook[r.state];
  return (
    <article class="tk-across__unit" id={`u-${r.submissionId}`} aria-labelledby={`t-${r.submissionId}`}>
      <h2 class="govuk-heading-s" id={`t-${r.submissionId}`}>
        <a class="govuk-link" href={`/submissions/${r.submissionId}`}>
          {r.unitName}
        </a>
      </h2>
      <p class="tk-small">
        <Status kind={look.kind}>{look[language]}</Status>{' '}
        {language === 'vi' ? `bản ${r.version}, ${r.words} từ` : `version ${r.version}, ${r.words} words`}
      </p>
      <DocumentHtml
        document={r.body}
        idPrefix={`b-${r.submissionId.slice(-6)}-`}
        headingOffset={2}
        hooks={{ afterBlock: (block) => <Picking {...props} blockId={block.id} /> }}
      />
      {r.items.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {r.items.map((item) => (
            <li>
              {item.text}
              {item.addressee && ` (${item.addressee})`}
              <Picking {...props} blockId={item.id} />
            </li>
          ))}
        </ul>
      )}
    </article>
  );
};
