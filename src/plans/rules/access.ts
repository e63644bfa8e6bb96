// Who may read and decide plans. Pure.
import { type Actor, holds } from '#src/kernel/actor.ts';
import { notFound, Refusal } from '#src/kernel/refusal.ts';

/** Plans before their campaign are the centre's own papers; for everyone else they do not exist. */
export function readPlanRefusal(actor: Actor): Refusal | null {
  return holds(actor, 'central-officer', 'central-reader', 'leader', 'administrator') ? null : notFound();
}

export function decidePlanRefusal(actor: Actor): Refusal | null {
  if (readPlanRefusal(actor)) return notFound();
  if (holds(actor, 'central-officer')) return null;
  return new Refusal('forbidden', 'plan-not-officer', {
    vi: 'Chỉ chuyên viên Văn phòng Ban nhập và xác nhận được kế hoạch.',
    en: 'Only an officer of the central office may enter and confirm a plan.',
  });
}

/** What a plan says is settled once its campaign exists; `campaigns` are those made from it. */
export function refusalOnceMade(campaigns: readonly { slug: string }[]): Refusal | null {
  const made = campaigns[0];
  if (!made) return null;
  return new Refusal('conflict', 'plan-has-campaign', {
    vi: `Kế hoạch này đã tạo đợt "${made.slug}". Muốn thay đổi thì sửa đợt ấy.`,
    en: `This plan has already made the campaign "${made.slug}". Change that one instead.`,
  });
}

/** A plan begun from an earlier campaign has that one's text, which must not go public under the new number. */
export function refusalWithoutText(plan: { originCampaignId: string | null }): Refusal | null {
  if (plan.originCampaignId === null) return null;
  return new Refusal('conflict', 'plan-without-own-text', {
    vi: 'Đợt này bắt đầu từ đợt trước nên chưa có toàn văn kế hoạch mới để đăng.',
    en: 'This campaign began from an earlier one; there is no text of the new plan to publish.',
  });
}
