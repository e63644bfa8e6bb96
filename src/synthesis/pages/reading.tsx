// One section of every unit, side by side; each passage can be picked as evidence.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { campaignSeenBy } from '#src/campaigns/actions.ts';
import { templateVersionsOf } from '#src/campaigns/store/campaigns.ts';
import { DocumentHtml } from '#src/documents/html.tsx';
import type { Language } from '#src/kernel/language.ts';
import { insist, type Refusal } from '#src/kernel/refusal.ts';
import { markSectionRead, pickEvidence } from '#src/synthesis/actions.ts';
import { pickForm } from '#src/synthesis/forms.ts';
import { refusalToPick, refusalToRead, type SectionReading } from '#src/synthesis/rules.ts';
import { sectionAcross } from '#src/synthesis/store.ts';
import { findSection, type OutlineSection, sectionLabel } from '#src/templates/rules.ts';
import { templateVersionsById } from '#src/templates/store.ts';
import { act, type Ctx, type Env, found, words } from '#src/web/env.ts';
import { attempt, parseForm, readForm, statusOf, type Typed } from '#src/web/form.ts';
import { page } from '#src/web/layout.tsx';
import { BackLink, Button, Empty, ErrorSummary, Status } from '#src/web/ui.tsx';

export const readingPages = new Hono<Env>();

readingPages.get('/campaigns/:slug/synthesis/:code', (c) => readingPage(c, {}, null));

readingPages.post('/campaigns/:slug/synthesis/:code/reading', async (c) => {
  await markSectionRead(act(c), c.req.param('slug'), c.req.param('code'));
  return c.redirect(`/campaigns/${c.req.param('slug')}/synthesis`, 303);
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
  const { section, submission } = result.value;
  return c.redirect(`/campaigns/${slug}/synthesis/${encodeURIComponent(section)}#u-${submission}`, 303);
});

async function readingPage(c: Ctx, typed: Typed, refusal: Refusal | null) {
  const { db, actor } = act(c);
  insist(refusalToRead(actor));
  const campaign = await campaignSeenBy({ db, actor }, c.req.param('slug')!);
  const code = c.req.param('code') ?? String(typed.section ?? '');
  const versions = await templateVersionsById(
    db,
    (await templateVersionsOf(db, campaign.id)).map((v) => v.templateVersionId),
  );
  const section = found(versions.map((v) => findSection(v.outline, code)).find((s) => s !== null));
  const readings = (await sectionAcross(db, campaign.id, code)).filter(
    (r) => r.words > 0 || r.items.length > 0,
  );
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
      <BackLink href={`/campaigns/${campaign.slug}/synthesis`}>
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
            slug={campaign.slug}
            mayPick={refusalToPick(actor) === null}
            typed={typed}
            language={language}
          />
        ))}
      </div>
      {readings.length > 0 && (
        <form
          method="post"
          action={`/campaigns/${campaign.slug}/synthesis/${encodeURIComponent(code)}/reading`}
          class="govuk-!-margin-top-6"
        >
          <Button>
            {t({ vi: 'Đã đọc mục này của mọi đơn vị', en: 'I have read this section of all units' })}
          </Button>
        </form>
      )}
    </>,
  );
}

const stateLook = {
  accepted: { kind: 'ok', vi: 'đã chấp nhận', en: 'accepted' },
  submitted: { kind: 'sent', vi: 'đã gửi, đang đọc', en: 'being read' },
  returned: { kind: 'returned', vi: 'trả lại', en: 'returned' },
} as const;

type UnitProps = {
  reading: SectionReading;
  section: OutlineSection;
  slug: string;
  mayPick: boolean;
  typed: Typed;
  language: Language;
};

const UnitReading: FC<UnitProps> = (props) => {
  const { reading: r, language, mayPick } = props;
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
        hooks={mayPick ? { afterBlock: (block) => <PickForm {...props} blockId={block.id} /> } : {}}
      />
      {r.items.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {r.items.map((item) => (
            <li>
              {item.text}
              {item.addressee && ` (${item.addressee})`}
              {mayPick && <PickForm {...props} blockId={item.id} />}
            </li>
          ))}
        </ul>
      )}
    </article>
  );
};

/** Folded until wanted, so that the text can be read in peace. */
const PickForm: FC<UnitProps & { blockId: string }> = ({
  reading,
  section,
  slug,
  blockId,
  typed,
  language,
}) => {
  const vi = language === 'vi';
  const refused = typed.submission === reading.submissionId && typed.block === blockId;
  const id = `${reading.submissionId.slice(-6)}-${blockId.slice(-8)}`;
  return (
    <details class="tk-pick" {...(refused ? { open: true } : {})}>
      <summary>{vi ? 'Chọn làm dẫn chứng' : 'Pick as evidence'}</summary>
      <form method="post" action={`/campaigns/${slug}/evidence`}>
        <input type="hidden" name="submission" value={reading.submissionId} />
        <input type="hidden" name="section" value={section.code} />
        <input type="hidden" name="block" value={blockId} />
        <label class="govuk-label" for={`quote-${id}`}>
          {vi ? 'Trích nguyên văn (để trống là cả đoạn)' : 'Quotation (empty takes the whole passage)'}
        </label>
        <textarea class="govuk-textarea" id={`quote-${id}`} name="quote" rows={2}>
          {refused ? String(typed.quote ?? '') : ''}
        </textarea>
        <label class="govuk-label" for={`stance-${id}`}>
          {vi ? 'So với nhận định chung' : 'Against the general finding'}
        </label>
        <select class="govuk-select tk-s" id={`stance-${id}`} name="stance">
          <option value="supports">{vi ? 'ủng hộ' : 'supports it'}</option>
          <option value="differs">{vi ? 'nói khác' : 'differs'}</option>
        </select>{' '}
        <Button small secondary>
          {vi ? 'Chọn' : 'Pick'}
        </Button>
      </form>
    </details>
  );
};
