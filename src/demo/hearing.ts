// What readers of the public page say: two messages, one of them answered.
import type { Actor } from '#src/kernel/actor.ts';
import type { Db } from '#src/platform/database/connect.ts';
import { answerFeedback, sendFeedback } from '#src/portal/actions.ts';
import { visitor } from '#src/portal/rules.ts';
import { articlesOfCampaign } from '#src/portal/store/articles.ts';
import { feedbackOf } from '#src/portal/store/feedback.ts';
import { at, type Step } from './timeline.ts';

const messages = [
  {
    at: at('2023-07-06', 20, 14),
    senderName: 'Một cán bộ thôn ở Thái Nguyên',
    senderContact: null,
    mayPublish: true,
    body: 'Tôi làm tổ trưởng dân vận của thôn đã tám năm. Kế hoạch có nói không thêm biểu mẫu cho cấp xã, mong được giữ đúng như vậy. Chúng tôi có góp ý trực tiếp được không, hay phải qua xã?',
  },
  {
    at: at('2023-08-22', 21, 3),
    senderName: null,
    senderContact: null,
    mayPublish: true,
    body: 'Đề nghị sau khi tổng kết thì đăng cả số liệu theo từng tỉnh để người dân so sánh, không chỉ đăng báo cáo chung.',
  },
];

const answer =
  'Cảm ơn ông/bà. Cấp xã không phải lập thêm biểu mẫu cho đợt tổng kết này; số liệu do cấp tỉnh lấy từ báo cáo đã có. Ông/bà có thể góp ý trực tiếp tại trang này, ý kiến được chuyển đến bộ phận đọc báo cáo.';

export function feedbackSteps(officer: Actor, campaignId: string): Step[] {
  const planPage = async (db: Db) => {
    const page = (await articlesOfCampaign(db, campaignId)).find((a) => a.kind === 'plan');
    if (!page) throw new Error('The plan has no public page');
    return page.id;
  };
  const sent = messages.map(
    ({ at: instant, ...message }): Step => ({
      at: instant,
      run: async ({ db, now }) => {
        await sendFeedback({ db, actor: visitor, now }, { ...message, articleId: await planPage(db) });
      },
    }),
  );
  const answered: Step = {
    at: at('2023-07-10', 10),
    run: async ({ db, now }) => {
      const articleId = await planPage(db);
      const [first] = await feedbackOf(db, [articleId]);
      if (first)
        await answerFeedback({ db, actor: officer, now }, first.id, { state: 'answered', text: answer }, [
          articleId,
        ]);
    },
  };
  return [...sent, answered];
}
