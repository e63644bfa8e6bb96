// The page around every screen: masthead, campaign bar, main, footer. HTML first; a strict CSP holds.
import { raw } from 'hono/html';
import type { Child, FC } from 'hono/jsx';
import type { Actor } from '#src/kernel/actor.ts';
import { holds, isCentral, unitsOf } from '#src/kernel/actor.ts';
import { formatDate } from '#src/kernel/dates.ts';
import type { Language, Words } from '#src/kernel/language.ts';
import { asset } from './assets.ts';
import type { Ctx } from './env.ts';

/** What the bar of a campaign says; every area passes the same row. */
export type CampaignBar = { slug: string; name: string; planSymbol: string; issuedOn: string | null };

export type Tab =
  | 'board'
  | 'plan'
  | 'reports'
  | 'figures'
  | 'visits'
  | 'synthesis'
  | 'final-report'
  | 'tasks'
  | 'history';

export type PageOptions = {
  title: Words;
  campaign?: CampaignBar | null;
  tab?: Tab;
  /** The body whose work is shown beside the mark, e.g. "Tỉnh ủy Lạng Sơn". */
  org?: string;
  wide?: boolean;
  status?: 200 | 403 | 404 | 409 | 413 | 422 | 500;
  /** Islands that this page may load after it is usable, e.g. "annex-grid". */
  scripts?: string[];
  /** Extra elements of the head: preview cards, RSS. */
  head?: Child;
  /** Public pages show public navigation even to signed-in people. */
  isPublic?: boolean;
};

/** The whole page as a response. */
export function page(c: Ctx, options: PageOptions, children: Child) {
  const language = c.var.language;
  return c.html(
    <>
      {raw('<!doctype html>')}
      <Shell c={c} options={options} language={language}>
        {children}
      </Shell>
    </>,
    options.status ?? 200,
  );
}

const Shell: FC<{ c: Ctx; options: PageOptions; language: Language; children?: Child }> = ({
  c,
  options,
  language,
  children,
}) => (
  <html lang={language} class="govuk-template">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${options.title[language]} – Tổng Kết`}</title>
      <link rel="stylesheet" href={asset('app.css')} />
      <link rel="icon" href={asset('mark.svg')} type="image/svg+xml" />
      {(options.scripts ?? []).map((name) => (
        <script type="module" src={asset(`${name}.js`)} />
      ))}
      {options.head}
    </head>
    <body class="govuk-template__body">
      <a href="#noi-dung" class="govuk-skip-link">
        {language === 'vi' ? 'Đến nội dung chính' : 'Skip to main content'}
      </a>
      <header class="tk-header">
        <Masthead c={c} options={options} language={language} />
        {options.campaign && <Bar c={c} campaign={options.campaign} options={options} language={language} />}
      </header>
      <main class={`tk-wrap tk-main${options.wide ? ' tk-wide' : ''}`} id="noi-dung">
        {children}
      </main>
      <Footer c={c} language={language} isWide={options.wide === true} />
    </body>
  </html>
);

const Masthead: FC<{ c: Ctx; options: PageOptions; language: Language }> = ({ c, options, language }) => {
  const actor = c.var.actor;
  const t = (w: Words) => w[language];
  return (
    <div class="tk-masthead">
      <div class={`tk-wrap tk-masthead__row${options.wide ? ' tk-wide' : ''}`}>
        <a class="tk-brand" href="/">
          <svg
            viewBox="0 0 26 22"
            aria-hidden="true"
            focusable="false"
            fill="none"
            stroke="currentColor"
            stroke-width="2.6"
          >
            <path d="M1 3h7c5 0 5 8 10 8h7M1 19h7c5 0 5-8 10-8M1 11h17" />
          </svg>
          Tổng Kết
        </a>
        {options.org && <span class="tk-org">{options.org}</span>}
        <nav
          class="tk-links--end"
          aria-label={t({ vi: 'Tài khoản và trang chung', en: 'Account and shared pages' })}
        >
          <ul class="tk-links">
            {globalLinks(actor).map((l) => (
              <li>
                <a class="govuk-link" href={l.href}>
                  {t(l.words)}
                </a>
              </li>
            ))}
            {actor && (
              <>
                <li class="tk-wideonly">
                  <span class="tk-links__name">{actor.name}</span>
                </li>
                <li>
                  <form method="post" action="/sign-out">
                    <button class="tk-textbutton" type="submit">
                      {t({ vi: 'Thoát', en: 'Sign out' })}
                    </button>
                  </form>
                </li>
              </>
            )}
          </ul>
        </nav>
      </div>
    </div>
  );
};

function globalLinks(actor: Actor | null): { href: string; words: Words }[] {
  const links = [{ href: '/public', words: { vi: 'Công khai', en: 'Public pages' } }];
  if (!actor) return [...links, { href: '/sign-in', words: { vi: 'Đăng nhập', en: 'Sign in' } }];
  links.unshift({ href: '/campaigns', words: { vi: 'Các đợt tổng kết', en: 'Campaigns' } });
  if (isCentral(actor)) links.push({ href: '/templates', words: { vi: 'Mẫu báo cáo', en: 'Templates' } });
  links.push({ href: '/units', words: { vi: 'Tổ chức', en: 'Units' } });
  if (holds(actor, 'administrator'))
    links.push({ href: '/administration', words: { vi: 'Quản trị', en: 'Administration' } });
  return links;
}

const centralTabs: [Tab, Words, string][] = [
  ['board', { vi: 'Tiến độ', en: 'Progress' }, ''],
  ['plan', { vi: 'Kế hoạch', en: 'Plan' }, '/plan'],
  ['reports', { vi: 'Báo cáo đơn vị', en: 'Unit reports' }, '/reports'],
  ['figures', { vi: 'Số liệu', en: 'Figures' }, '/figures'],
  ['visits', { vi: 'Khảo sát', en: 'Visits' }, '/visits'],
  ['synthesis', { vi: 'Tổng hợp', en: 'Synthesis' }, '/synthesis'],
  ['final-report', { vi: 'Báo cáo chung', en: 'Final report' }, '/final-report'],
];

const unitTabs: [Tab, Words, string][] = [
  ['tasks', { vi: 'Việc của đơn vị', en: 'Our tasks' }, '/tasks'],
  ['plan', { vi: 'Kế hoạch', en: 'Plan' }, '/plan'],
  ['visits', { vi: 'Khảo sát', en: 'Visits' }, '/visits'],
];

function tabsFor(actor: Actor | null): [Tab, Words, string][] {
  if (isCentral(actor)) return centralTabs;
  return unitsOf(actor).length > 0 ? unitTabs : [];
}

const Bar: FC<{ c: Ctx; campaign: CampaignBar; options: PageOptions; language: Language }> = ({
  c,
  campaign,
  options,
  language,
}) => (
  <div class="tk-campaign">
    <div class={`tk-wrap${options.wide ? ' tk-wide' : ''}`}>
      <p class="tk-campaign__name">
        <b>{campaign.name}</b>{' '}
        <span class="tk-wideonly">
          · <span class="tk-nb">{campaign.planSymbol}</span>
          {campaign.issuedOn && `, ${formatDate(campaign.issuedOn)}`}
        </span>
      </p>
      <nav class="moj-sub-navigation" aria-label={language === 'vi' ? 'Đợt tổng kết' : 'Campaign'}>
        <ul class="moj-sub-navigation__list">
          {tabsFor(c.var.actor).map(([name, words, path]) => (
            <li class="moj-sub-navigation__item">
              <a
                class="moj-sub-navigation__link"
                href={`/campaigns/${campaign.slug}${path}`}
                {...(name === options.tab ? { 'aria-current': 'page' as const } : {})}
              >
                {words[language]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  </div>
);

const Footer: FC<{ c: Ctx; language: Language; isWide: boolean }> = ({ c, language, isWide }) => {
  const other: Language = language === 'vi' ? 'en' : 'vi';
  const address = new URL(c.req.url);
  address.searchParams.set('lang', other);
  return (
    <footer class="tk-foot">
      <div class={`tk-wrap${isWide ? ' tk-wide' : ''}`}>
        <span>
          {language === 'vi'
            ? 'Không nhập, không tải lên nội dung bí mật nhà nước.'
            : 'Do not enter or upload state secrets.'}
        </span>
        <ul class="tk-links">
          <li>
            <a class="govuk-link" href="/about">
              {language === 'vi' ? 'Trợ năng, dữ liệu cá nhân' : 'Accessibility, personal data'}
            </a>
          </li>
          <li>
            <a class="govuk-link" href="/guide">
              {language === 'vi' ? 'Hướng dẫn' : 'Guide'}
            </a>
          </li>
          <li>
            <a
              class="govuk-link"
              lang={other}
              href={c.req.method === 'GET' ? `${address.pathname}${address.search}` : `/?lang=${other}`}
            >
              {other === 'en' ? 'English' : 'Tiếng Việt'}
            </a>
          </li>
        </ul>
      </div>
    </footer>
  );
};
