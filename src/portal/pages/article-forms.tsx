// The two forms of a public page: send to a friend, and feedback with its sender.
import type { FC } from 'hono/jsx';
import type { Words } from '#src/kernel/language.ts';
import { typedText } from '#src/web/form.ts';
import { Button, Checkbox, TextArea, TextField } from '#src/web/ui.tsx';
import { Trap } from './parts.tsx';
import type { ArticleView } from './view.ts';

type Part = FC<{ view: ArticleView }>;

export const ShareForm: Part = ({ view }) => {
  const t = (w: Words) => w[view.language];
  const error = (name: string) => view.refusal?.fields[name]?.[view.language];
  return (
    <section class="tk-section tk-form" aria-labelledby="gui">
      <h2 class="govuk-heading-m tk-rule" id="gui">
        {t({ vi: 'Gửi cho bạn bè', en: 'Send to a friend' })}
      </h2>
      <p class="govuk-body-s">
        {t({ vi: 'Địa chỉ lâu dài: ', en: 'Permanent address: ' })}
        <a class="govuk-link tk-address" href={view.address} data-copy-source>
          {view.address}
        </a>
      </p>
      {view.done === 'share' && <Queued view={view} />}
      <form method="post" action={`/public/${view.article.slug}/shares`} class="tk-pair" novalidate>
        <TextField
          name="recipient"
          type="email"
          autocomplete="off"
          label={t({ vi: 'Thư điện tử người nhận', en: 'Recipient’s e-mail address' })}
          value={typedText(view.typed, 'recipient')}
          error={error('recipient')}
        />
        <TextField
          name="senderName"
          autocomplete="name"
          label={t({ vi: 'Tên người gửi (không bắt buộc)', en: 'Your name (optional)' })}
          value={typedText(view.typed, 'senderName')}
          error={error('senderName')}
        />
        <Trap name="website" label={t({ vi: 'Để trống ô này', en: 'Leave this empty' })} />
        <div class="tk-actions">
          <Button secondary>{t({ vi: 'Gửi liên kết', en: 'Send the link' })}</Button>
          <button type="button" class="tk-textbutton" data-copy hidden>
            {t({ vi: 'Sao chép liên kết', en: 'Copy the link' })}
          </button>
        </div>
      </form>
      {!view.hasMailServer && (
        <p class="tk-small">
          {t({
            vi: 'Máy chủ thư chưa được cấu hình: thư được giữ dưới dạng tệp .eml trong thư mục thư của hệ thống và chưa tới người nhận.',
            en: 'No mail server is configured: the letter is kept as an .eml file in the platform’s mail folder and does not reach the recipient yet.',
          })}
        </p>
      )}
    </section>
  );
};

const Queued: Part = ({ view }) => (
  <div class="govuk-inset-text" role="status">
    {view.hasMailServer
      ? { vi: 'Thư đã xếp hàng để gửi.', en: 'The letter is queued and will leave shortly.' }[view.language]
      : {
          vi: 'Thư đã vào thư mục thư của hệ thống (chưa có máy chủ thư).',
          en: 'The letter is going to the platform’s mail folder (there is no mail server).',
        }[view.language]}
  </div>
);

export const FeedbackForm: Part = ({ view }) => {
  const t = (w: Words) => w[view.language];
  const error = (name: string) => view.refusal?.fields[name]?.[view.language];
  return (
    <section class="tk-section tk-form" aria-labelledby="ph">
      <h2 class="govuk-heading-m tk-rule" id="ph">
        {t({ vi: 'Phản hồi', en: 'Feedback' })}
      </h2>
      <p class="govuk-body">
        {t({
          vi: 'Mọi phản hồi đều được đọc và trả lời. Gửi xong, ông/bà nhận một mã để xem kết quả.',
          en: 'All feedback is read and answered. After sending you receive a code with which to see the answer.',
        })}
      </p>
      <form method="post" action={`/public/${view.article.slug}/feedback`} novalidate>
        <TextArea
          name="body"
          rows={6}
          label={t({ vi: 'Nội dung phản hồi', en: 'Your feedback' })}
          hint={t({
            vi: 'Không ghi thông tin bí mật nhà nước hoặc thông tin riêng của người khác. Tối đa 3.000 ký tự.',
            en: 'Do not write state secrets or other people’s personal data. At most 3,000 characters.',
          })}
          value={typedText(view.typed, 'body')}
          error={error('body')}
        />
        <Sender view={view} />
        <Trap name="homepage" label={t({ vi: 'Để trống ô này', en: 'Leave this empty' })} />
        <Button>{t({ vi: 'Gửi phản hồi', en: 'Send feedback' })}</Button>
      </form>
      <p class="tk-small">
        <a class="govuk-link" href="/public/feedback">
          {t({ vi: 'Đã có mã? Xem kết quả phản hồi', en: 'Have a code? See the answer' })}
        </a>
      </p>
    </section>
  );
};

const Sender: Part = ({ view }) => {
  const t = (w: Words) => w[view.language];
  const error = (name: string) => view.refusal?.fields[name]?.[view.language];
  return (
    <fieldset class="govuk-fieldset" aria-describedby="nguoi-gui-hint">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
        {t({ vi: 'Thông tin người gửi phản hồi', en: 'About the sender' })}
      </legend>
      <p class="govuk-hint" id="nguoi-gui-hint">
        {t({
          vi: 'Không bắt buộc. Chỉ dùng để trả lời phản hồi này; xóa sau 12 tháng. Ông/bà có quyền xem, yêu cầu sửa, và tự xóa bằng mã phản hồi.',
          en: 'Optional. Used only to answer this feedback; deleted after 12 months. You may see it, have it corrected, and delete it yourself with the code.',
        })}
      </p>
      <div class="tk-pair">
        <TextField
          name="name"
          autocomplete="name"
          label={t({ vi: 'Họ và tên', en: 'Full name' })}
          value={typedText(view.typed, 'name')}
          error={error('name')}
        />
        <TextField
          name="contact"
          autocomplete="email"
          label={t({ vi: 'Thư điện tử hoặc số điện thoại', en: 'E-mail or telephone' })}
          value={typedText(view.typed, 'contact')}
          error={error('contact')}
        />
      </div>
      <Checkbox
        name="mayPublish"
        label={t({
          vi: 'Cho phép đăng nội dung (không kèm tên) cùng câu trả lời',
          en: 'The text may be published (without my name) with the answer',
        })}
        checked={typedText(view.typed, 'mayPublish') === 'yes'}
      />
    </fieldset>
  );
};
